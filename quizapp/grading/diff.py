"""Two texts in the same columns, with a row of marks between them that is readable without colour.

    Wilfr_ed Martins
         +       ×
    Wilfried Martens

`quizapp.grading.alignment` finds the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What the row of marks says of a column. `meaning` is its word in the legend."""

    SAME = " "
    LEFT_OUT = "+"
    OTHER = "×"
    TOO_MANY = "−"

    @property
    def meaning(self) -> str:
        return _MEANINGS[self]


_MEANINGS = {Mark.SAME: "", Mark.LEFT_OUT: "left out", Mark.OTHER: "other letter", Mark.TOO_MANY: "too many"}


class Column(NamedTuple):
    """One letter of each text, padded to `cells` cells; `_` holds the place of a letter that is not there."""

    typed: str
    mark: Mark
    right: str
    cells: int


class Row(NamedTuple):
    """A row as text, and the half-open character spans of it that differ."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Diff:
    """What was typed above what is right. The three rows take the same cells."""

    columns: tuple[Column, ...]

    @property
    def typed(self) -> Row:
        return _row((column.typed, column.mark) for column in self.columns)

    @property
    def marks(self) -> Row:
        return _row((column.mark.ljust(column.cells), column.mark) for column in self.columns)

    @property
    def right(self) -> Row:
        return _row((column.right, column.mark) for column in self.columns)

    @property
    def count(self) -> int:
        """Return how many letters differ."""
        return sum(column.mark is not Mark.SAME for column in self.columns)

    @property
    def legend(self) -> tuple[Mark, ...]:
        """Return the marks in use, in the order of the legend."""
        used = {column.mark for column in self.columns}
        return tuple(mark for mark in Mark if mark in used and mark is not Mark.SAME)

    def wrapped(self, width: int) -> tuple[Diff, ...]:
        """Return the diff in pieces of at most `width` cells (at least 2), broken at spaces if possible."""
        pieces: list[Diff] = []
        rest = self.columns
        while rest:
            end = _line_end(rest, max(width, 2))
            pieces.append(Diff(rest[:end]))
            rest = rest[end:]
        return tuple(pieces)


def _row(parts: Iterator[tuple[str, Mark]]) -> Row:
    text, spans = "", []
    for part, mark in parts:
        if mark is not Mark.SAME:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return Row(text, tuple(spans))


def _line_end(columns: Sequence[Column], width: int) -> int:
    """Return how many columns fit on a line: up to the last space in both texts, or else all that fit."""
    used = end = 0
    for at, column in enumerate(columns):
        used += column.cells
        if used > width:
            return end or at
        if not column.typed.strip() and not column.right.strip():
            end = at + 1
    return len(columns)
