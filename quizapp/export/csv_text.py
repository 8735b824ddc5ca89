"""Rows as CSV (RFC 4180, but lines end in LF), in chunks, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from quizapp.export.csv_safety import disarmed
from quizapp.export.fields import LARGEST_ROUNDED, Batch, Column, Field, Value, plain

_NUMBERS = {"count", "milliseconds", "epoch milliseconds", "minutes from UTC", "1 to 4", "0 to 3", "whole days"}

Make = Callable[[Column], Iterable[Value]]


def csv_table(fields: Sequence[Field[Any]], batches: Iterable[Batch], *, raw: bool = False) -> Iterator[str]:
    """Yield the text of a table: a line of names, then a line an item, a chunk for each batch.

    What is missing is empty. True and false are small words, as in JSON, a list is its texts with commas between
    them, and a number has all decimals of its field. A text that a spreadsheet would run as a formula gets an
    apostrophe before it (OWASP, "CSV Injection"; see `quizapp.export.csv_safety`); numbers are left alone. With `raw`
    every text is written as it is, and every number with all its digits.
    """
    yield csv_names(fields)
    lines = _Lines()
    writer = csv.writer(lines)
    makers = [_maker(field, raw=raw) for field in fields]
    for batch in batches:
        writer.writerows(zip(*[make(column) for make, column in zip(makers, batch, strict=True)], strict=True))
        yield lines.taken()


def csv_names(fields: Sequence[Field[Any]]) -> str:
    """Return the first line of a table."""
    return ",".join([field.name for field in fields]) + "\n"


def _maker(field: Field[Any], *, raw: bool) -> Make:
    """Return what makes a column of a field's values; nothing needs doing for whole numbers."""
    if field.kind in _NUMBERS or (raw and field.kind == "text"):
        return _as_it_is
    if field.kind == "text":
        return _disarmed_texts
    if field.decimals is not None and not raw:
        return _with_decimals(field.decimals)
    make = plain(field, raw=raw)
    if field.kind in ("instant", "date") or field.words or field.decimals is not None:
        return lambda column: map(make, column)
    end = _worded if raw else _disarmed
    return lambda column: [end(make(value)) for value in column]


def _as_it_is(column: Column) -> Column:
    return column


def _disarmed_texts(column: Column) -> Column:
    return [disarmed(value) if value else value for value in column]


def _with_decimals(decimals: int) -> Make:
    """Return what writes numbers as `quizapp.export.fields.rounded` rounds them."""
    scale = 10**decimals

    def write(value: float | None) -> str | None:
        if value is None:
            return None
        if not 0 <= value < LARGEST_ROUNDED:
            return repr(round(value, decimals))
        whole, rest = divmod(int(value * scale + 0.5), scale)
        return f"{whole}.{rest:0{decimals}d}"

    return lambda column: map(write, column)


class _Lines:
    """What the csv module writes lines to; keeps them, ending in LF, until they are taken.

    The module is left to end lines in CR LF, because it puts quotes only around characters of its line
    ending: set to LF, it would write a lone CR bare, and readers would break the line there.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.write = self._lines.append

    def taken(self) -> str:
        text = "\n".join([line[:-2] for line in self._lines]) + "\n"
        self._lines.clear()
        return text


def _worded(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, list | tuple) else value


def _disarmed(value: Value) -> Value:
    word = _worded(value)
    return disarmed(word) if isinstance(word, str) else word
