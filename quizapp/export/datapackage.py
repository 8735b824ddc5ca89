"""The description of a folder of CSV files that programs read: a Frictionless Data Package.

As https://specs.frictionlessdata.io/data-package/ and https://specs.frictionlessdata.io/table-schema/ have it. Types
follow from the same fields that the rows are written by.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from quizapp.export.fields import Field

FILE = "datapackage.json"

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "list of texts": {"type": "string"},
    "date": {"type": "date"},
    "instant": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S.%fZ"},
    "true or false": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "count": {"type": "integer", "constraints": {"minimum": 0}},
    "milliseconds": {"type": "integer", "constraints": {"minimum": 0}},
    "epoch milliseconds": {"type": "integer"},
    "1 to 4": {"type": "integer", "constraints": {"minimum": 1, "maximum": 4}},
    "0 to 3": {"type": "integer", "constraints": {"minimum": 0, "maximum": 3}},
    "whole days": {"type": "integer", "constraints": {"minimum": 0}},
    "minutes from UTC": {"type": "integer", "constraints": {"minimum": -1439, "maximum": 1439}},
    "number": {"type": "number"},
    "days": {"type": "number", "constraints": {"minimum": 0}},
    "minutes": {"type": "number", "constraints": {"minimum": 0}},
    "1 to 10": {"type": "number", "constraints": {"minimum": 1, "maximum": 10}},
    "0 to 1": {"type": "number", "constraints": {"minimum": 0, "maximum": 1}},
}


def package_text(tables: Iterable[tuple[str, Sequence[Field[Any]]]]) -> str:
    """Return the text of `datapackage.json` for tables, each in the file of its name with `.csv` behind it."""
    package = {
        "profile": "tabular-data-package",
        "name": "quizapp-progress",
        "title": "Progress in quizapp",
        "resources": [_resource(name, fields) for name, fields in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def column(field: Field[Any]) -> dict[str, Any]:
    """Return the description of a column: its type and what its values keep to.

    An empty text is what is missing in CSV too, so only other columns can be said to be always there.
    """
    known = _TYPES.get(field.kind) or {"type": "string", "constraints": {"enum": list(field.words)}}
    constraints = dict(known.get("constraints", {}))
    if field.kind == field.values and field.kind not in ("text", "list of texts"):
        constraints["required"] = True
    described = {"name": field.name, **known, "description": field.meaning}
    return {**described, "constraints": constraints} if constraints else described


def _resource(name: str, fields: Sequence[Field[Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [column(field) for field in fields],
            "missingValues": [""],
            "primaryKey": fields[0].name,
        },
    }
