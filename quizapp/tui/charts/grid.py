"""A grid of cells on which a plot is drawn: characters with their styles, braille dots, shading behind them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

DOTS_WIDE, DOTS_HIGH = 2, 4
"""Dots of braille in a cell."""

_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot in a cell of braille, by column and row."""

Dot = tuple[int, int]
"""Column and row of a dot, from 0 at the left and at the top."""

Cell = tuple[str, str]
"""A character and its style."""


def braille(dots: Iterable[Dot], style: str) -> dict[tuple[int, int], Cell]:
    """Return the cells that hold these dots."""
    bits: dict[tuple[int, int], int] = {}
    for column, row in dots:
        cell = column // DOTS_WIDE, row // DOTS_HIGH
        bits[cell] = bits.get(cell, 0) | _BITS[column % DOTS_WIDE][row % DOTS_HIGH]
    return {cell: (chr(_BRAILLE + dotted), style) for cell, dotted in bits.items()}


def stroke(points: Iterable[Dot]) -> list[Dot]:
    """Return the dots of a line from each point to the next, without a hole."""
    dots: list[Dot] = []
    before: Dot | None = None
    for column, row in points:
        if before is not None:
            steps = max(abs(column - before[0]), abs(row - before[1]))
            dots += (
                (
                    before[0] + round((column - before[0]) * step / steps),
                    before[1] + round((row - before[1]) * step / steps),
                )
                for step in range(1, steps)
            )
        dots.append((column, row))
        before = column, row
    return dots


class Grid:
    """Cells of a plot, blank at first. What is put later stands above what was put before."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells: dict[tuple[int, int], Cell] = {}
        self._shade: dict[tuple[int, int], str] = {}

    def put(self, column: int, row: int, character: str, style: str) -> None:
        self._cells[column, row] = character, style

    def dots(self, dots: Iterable[Dot], style: str) -> None:
        """Put dots of braille in these cells."""
        self._cells.update(braille(dots, style))

    def guide(self, row: int, character: str = "┈") -> None:
        """Put a guide along a row."""
        for column in range(self.columns):
            self.put(column, row, character, "$faint")

    def shade(self, column: int, first_row: int, last_row: int, colour: str, *, plain: bool) -> None:
        """Shade the cells of a column from one row to another, both included; by a glyph where there is no colour."""
        for row in range(max(first_row, 0), min(last_row, self.rows - 1) + 1):
            if plain:
                self.put(column, row, "░", "$faint")
            else:
                self._shade[column, row] = colour

    def lines(self) -> list[Content]:
        """Return the rows of the grid."""
        return [self._line(row) for row in range(self.rows)]

    def _line(self, row: int) -> Content:
        parts: list[Cell] = []
        for column in range(self.columns):
            character, style = self._cells.get((column, row), (" ", ""))
            shade = self._shade.get((column, row))
            if shade:
                style = f"{style or '$muted'} on {shade}"
            if parts and parts[-1][1] == style:
                parts[-1] = parts[-1][0] + character, style
            else:
                parts.append((character, style))
        return Content.assemble(*parts)
