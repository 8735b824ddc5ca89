"""Rows as JSON, a row a line, in chunks: a long list takes no more memory than a short one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from quizapp.export.fields import Batch, Column, Field, Row, Value, plain

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_text(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of a JSON array of objects; RFC 8259, so no NaN and no infinity.

    Raises:
        ValueError: a number is not finite.
    """
    return _array(map(_encode, rows))


def jsonl_text(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of JSON Lines: an object a line, and nothing around them (https://jsonlines.org).

    Raises:
        ValueError: a number is not finite.
    """
    for row in rows:
        yield _encode(row) + "\n"


def json_table(fields: Sequence[Field[Any]], batches: Iterable[Batch], *, raw: bool = False) -> Iterator[str]:
    """Yield what `json_text` does of the rows of these batches, a chunk for each, in half of its time."""
    return _array(map(",\n".join, _objects(fields, batches, raw=raw)))


def jsonl_table(fields: Sequence[Field[Any]], batches: Iterable[Batch], *, raw: bool = False) -> Iterator[str]:
    """Yield what `jsonl_text` does of the rows of these batches, a chunk for each, in half of its time."""
    for objects in _objects(fields, batches, raw=raw):
        yield "\n".join(objects) + "\n"


def _array(chunks: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for chunk in chunks:
        yield before + chunk
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _objects(fields: Sequence[Field[Any]], batches: Iterable[Batch], *, raw: bool) -> Iterator[list[str]]:
    form = "{" + ", ".join(f"{_encode(field.name)}: %s" for field in fields) + "}"
    makers = [_maker(field, raw=raw) for field in fields]
    for batch in batches:
        columns = [make(column) for make, column in zip(makers, batch, strict=True)]
        yield list(map(form.__mod__, zip(*columns, strict=True)))


def _maker(field: Field[Any], *, raw: bool) -> Callable[[Column], Iterable[str]]:
    make = plain(field, raw=raw)
    if field.kind == "text":
        return lambda column: ["null" if value is None else encode_basestring(value) for value in column]
    if field.kind in ("instant", "date") or field.words:
        return lambda column: ["null" if value is None else f'"{make(value)}"' for value in column]
    return lambda column: [_value(make(value)) for value in column]


def _value(value: Value) -> str:
    if value is None:
        return "null"
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    return _encode(value)
