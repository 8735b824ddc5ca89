"""Rows as JSON, a row a line, in chunks: a long list takes no more memory than a short one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quizapp.export.fields import Row

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_text(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of a JSON array of objects; RFC 8259, so no NaN and no infinity.

    Raises:
        ValueError: a number is not finite.
    """
    before = "[\n"
    for row in rows:
        yield before + _encode(row)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def jsonl_text(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of JSON Lines: an object a line, and nothing around them (https://jsonlines.org).

    Raises:
        ValueError: a number is not finite.
    """
    for row in rows:
        yield _encode(row) + "\n"
