"""A plot's figures as a table: its columns aligned, as many rows as there is place for."""

from __future__ import annotations

from textual.content import Content

from quizapp.text import clean_line
from quizapp.tui.cells import width as cells_of
from quizapp.tui.charts.chart import Column, Table
from quizapp.tui.lines import flush, pad, text

_BETWEEN = 3
_LEAST = 8
"""Cells that a column which gives way keeps."""


class Layout:
    """A table laid out for a width; its widths are measured once, its lines drawn as they are asked for."""

    def __init__(self, table: Table, width: int) -> None:
        self._table = table
        self._widths = _widths(table, width)

    @property
    def rows(self) -> int:
        return len(self._table.rows)

    @property
    def heading(self) -> Content:
        return self._line(tuple(column.heading for column in self._table.columns), "$muted", "$muted")

    def lines(self, first: int, rows: int) -> list[Content]:
        """Return so many rows at most, from a first one on."""
        return [self._line(row, "$ink", "$soft") for row in self._table.rows[first : first + rows]]

    def _line(self, row: tuple[str, ...], first: str, other: str) -> Content:
        styles = [first, *[other] * (len(row) - 1)]
        cells = zip(row, styles, self._table.columns, self._widths, strict=True)
        return Content(" " * _BETWEEN).join([_cell(*cell) for cell in cells])


def _cell(value: str, style: str, column: Column, cells: int) -> Content:
    content = text(value, style, cells)
    return flush(content, cells) if column.right else pad(content, cells)


def _widths(table: Table, width: int) -> list[int]:
    widths = [
        max(cells_of(column.heading), max((cells_of(clean_line(row[at])) for row in table.rows), default=0))
        for at, column in enumerate(table.columns)
    ]
    over = sum(widths) + _BETWEEN * (len(widths) - 1) - width
    for at, column in enumerate(table.columns):
        if column.gives_way and over > 0:
            taken = min(over, max(widths[at] - _LEAST, 0))
            widths[at] -= taken
            over -= taken
    return widths


