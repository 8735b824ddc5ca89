"""Rows as CSV (RFC 4180, but lines end in LF), in chunks, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from quizapp.export.fields import Row, Value

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet run a text; the wide forms count in East Asian settings."""


def csv_text(names: Sequence[str], rows: Iterable[Row], *, raw: bool = False) -> Iterator[str]:
    """Yield the text of a table: a line of names, then a line a row. Missing values are empty.

    True and false are small words, as in JSON, and a list is its texts with commas between them. A text that a
    spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers are left
    alone. With `raw` every text is written as it is.
    """
    line = _Line()
    writer = csv.writer(line)
    keep = _plain if raw else _disarmed
    writer.writerow(names)
    yield line.text
    for row in rows:
        writer.writerow([keep(row[name]) for name in names])
        yield line.text


class _Line:
    """What the csv module writes to: keeps the last line, ending in LF.

    The module is left to end lines in CR LF, because it puts quotes only around characters of its line
    ending: set to LF, it would write a lone CR bare, and readers would break the line there.
    """

    text = ""

    def write(self, text: str) -> None:
        self.text = text.removesuffix("\r\n") + "\n"


def _plain(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, list | tuple) else value


def _disarmed(value: Value) -> Value:
    plain = _plain(value)
    return f"'{plain}" if isinstance(plain, str) and plain.startswith(FORMULA_STARTS) else plain
