"""Tables for people: columns as wide as what they hold, measured in terminal cells; some give way."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.text import clean_line
from quizapp.tui.cells import crop, width

GAP = "  "
NARROWEST = 12
"""Cells that a column which gives way keeps on any terminal."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading. Numbers stand right; a column that gives way is cut where the terminal is too narrow."""

    heading: str
    right: bool = False
    gives_way: bool = False


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], cells: int | None = None
) -> list[str]:
    """Return a line of headings and a line for each row, none wider than `cells` where that can be had.

    `cells` None is the width of the terminal, or 100 where there is none.
    """
    grid = [[column.heading for column in columns], *([clean_line(cell) for cell in row] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*grid, strict=True)]
    _fit(widths, columns, cells or shutil.get_terminal_size((100, 24)).columns)
    return [_line(row, columns, widths) for row in grid]


def _fit(widths: list[int], columns: Sequence[Column], cells: int) -> None:
    """Narrow the columns that give way, the widest first, until the table fits."""
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - cells
    giving = [index for index, column in enumerate(columns) if column.gives_way]
    while excess > 0:
        widest = max(giving, key=widths.__getitem__, default=None)
        if widest is None or widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1
        excess -= 1


def _line(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    shown = []
    for text, column, cells in zip(row, columns, widths, strict=True):
        cut = crop(text, cells)
        space = " " * (cells - width(cut))
        shown.append(space + cut if column.right else cut + space)
    return GAP.join(shown).rstrip()
