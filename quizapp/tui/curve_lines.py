"""A forgetting curve as lines of a screen: braille dots on guides, with recall at the left and days below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content

from quizapp.humanize import day_and_month
from quizapp.study.curve import CurvePlot, Dot, ForgettingCurve, plot
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import line

LEAST_COLUMNS, LEAST_ROWS = 16, 4

_LABEL = 4
_DOTS_WIDE, _DOTS_HIGH = 2, 4
_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot in a cell of braille, by column and row."""
_SPARSE = 3
"""Of so many columns beyond today one is drawn: it is what would be, not what was."""

Cell = tuple[str, str]
"""A character and its style."""


class _Grid(NamedTuple):
    """The cells of a plot that are not blank, and its size."""

    cells: dict[tuple[int, int], Cell]
    columns: int
    rows: int


def curve_lines(curve: ForgettingCurve, desired_retention: float, cells: int, rows: int) -> list[Content]:
    """Return a curve in `rows` lines, the last of them with days: past accent, future sparse and grey, `●` today."""
    grid = _Grid({}, cells - _LABEL, rows - 1)
    drawn = plot(curve, grid.columns * _DOTS_WIDE, grid.rows * _DOTS_HIGH)
    retention_row = drawn.row(desired_retention) // _DOTS_HIGH if desired_retention >= drawn.lowest else None
    now = (drawn.now[0] // _DOTS_WIDE, drawn.now[1] // _DOTS_HIGH)
    if retention_row is not None:
        grid.cells.update({(column, retention_row): ("┈", "$faint") for column in range(grid.columns)})
    grid.cells.update({(now[0], row): ("┊", "$faint") for row in range(grid.rows)})
    grid.cells.update(_braille((dot for dot in drawn.ahead if dot[0] % _SPARSE == 0), "$muted"))
    grid.cells.update(_braille(drawn.past, "$accent"))
    grid.cells[now] = ("●", "b $ink")
    labels = _labels(drawn, desired_retention, retention_row, grid.rows)
    left = [Content.styled(labels.get(row, "").rjust(_LABEL - 1), "$muted") for row in range(grid.rows)]
    plotted = [line(label, " ", _row(grid, row)) for row, label in enumerate(left)]
    return [*plotted, line(" " * _LABEL, _days(curve, now[0], grid.columns))]


def _braille(dots: Iterable[Dot], style: str) -> dict[tuple[int, int], Cell]:
    bits: dict[tuple[int, int], int] = {}
    for column, row in dots:
        cell = column // _DOTS_WIDE, row // _DOTS_HIGH
        bits[cell] = bits.get(cell, 0) | _BITS[column % _DOTS_WIDE][row % _DOTS_HIGH]
    return {cell: (chr(_BRAILLE + dotted), style) for cell, dotted in bits.items()}


def _row(grid: _Grid, row: int) -> Content:
    return line(*(grid.cells.get((column, row), (" ", "")) for column in range(grid.columns)))


def _labels(drawn: CurvePlot, desired_retention: float, retention_row: int | None, rows: int) -> dict[int, str]:
    """Return the per cent that stand at the left, by row; where two would share a row, the desired retention."""
    labels = {0: "100", rows - 1: f"{drawn.lowest:.0%}".rstrip("%")}
    if retention_row is not None:
        labels[retention_row] = f"{desired_retention:.0%}".rstrip("%")
    return labels


def _days(curve: ForgettingCurve, now: int, columns: int) -> Content:
    """Return the first day, today below its dot, and the last day; the outer ones only where they fit."""
    first, last = day_and_month(curve.first_day, curve.today), day_and_month(curve.last_day, curve.today)
    at = min(max(now - cells_of("today") // 2, 0), columns - cells_of("today"))
    left = first if cells_of(first) + 1 <= at else ""
    right = last if at + cells_of("today") + 1 + cells_of(last) <= columns else ""
    room = columns - at - cells_of("today")
    return line((left.ljust(at), "$muted"), ("today", "$ink"), (right.rjust(room), "$muted"))
