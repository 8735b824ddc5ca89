"""Rows as a Markdown table, in chunks, with every text shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.export.fields import Row, Value

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~!$&]")
_BREAKS = re.compile(r"(?<!\s)\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def markdown_text(names: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the text of a table of GitHub's Markdown: names, a rule, then a line a row. Missing values are empty.

    What Markdown or HTML would take for a mark gets a backslash before it; a line break in a text is a space, as a
    row has but one line.
    """
    yield f"| {' | '.join(names)} |\n"
    yield f"|{' --- |' * len(names)}\n"
    for row in rows:
        yield f"| {' | '.join([_cell(row[name]) for name in names])} |\n"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else ", ".join(value)
    return _MARKS.sub(r"\\\g<0>", _BREAKS.sub(" ", text).strip())
