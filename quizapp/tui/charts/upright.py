"""Columns that stand side by side, with their scale at the left and names below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from quizapp.tui.charts.chart import Place
from quizapp.tui.charts.scale import marks
from quizapp.tui.lines import line

SCALE = 4
"""Cells left of the columns."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_APART_FROM = 3
"""From so many cells a column on, one of them keeps it apart from the next."""


def pitch(columns: int, width: int) -> int:
    """Return how many cells each of so many columns takes, 0 where they do not fit."""
    return (width - SCALE) // columns if columns else 0


def upright(
    values: Sequence[float], names: Mapping[int, str], place: Place, most: float | None = None
) -> list[Content]:
    """Return columns and below them one row of names; what is more than 0 is seen.

    Args:
        names: of some columns, by number. One that runs into the one before is left out.
        most: what takes the whole height; the largest value unless told.
    """
    cells, rows = pitch(len(values), place.width), place.rows - 1
    most = max(values, default=0) if most is None else most
    heights = [max(round(value / most * rows * 8), 1) if value > 0 else 0 for value in values]
    scale = marks(most, rows)
    labels = [scale.get(row, "").rjust(SCALE - 1).ljust(SCALE) for row in range(rows)]
    drawn = [
        line((label, "$muted"), *_row(heights, rows - 1 - row, cells, place)) for row, label in enumerate(labels)
    ]
    mark = None if place.at is None else place.at * cells + max(cells - 1, 0) // 2
    starts = {number * cells: name for number, name in names.items()}
    return [*drawn, line(" " * SCALE, *axis(starts, cells * len(values), mark))]


def column_at(column: int, columns: int, width: int) -> int | None:
    """Return which of the columns stands at a cell."""
    cells = pitch(columns, width)
    number = (column - SCALE) // cells if cells and column >= SCALE else -1
    return number if 0 <= number < columns else None


def axis(names: Mapping[int, str], cells: int, mark: int | None) -> list[tuple[str, str]]:
    """Return the row of names below a plot, each by the cell it begins at, with a mark below the point in question.

    A name that runs into the one before or the mark is left out.
    """
    row = [" "] * cells
    end = -1
    for start in sorted(names):
        name = names[start]
        stop = start + len(name)
        covered = mark is not None and start - 1 <= mark <= stop
        if start > end and stop <= cells and not covered:
            row[start:stop] = name
            end = stop
    text = "".join(row)
    if mark is None:
        return [(text, "$muted")]
    return [(text[:mark], "$muted"), ("▲", "b $accent"), (text[mark + 1 :], "$muted")]


def _row(heights: Sequence[int], row: int, cells: int, place: Place) -> list[tuple[str, str]]:
    """Return one row of the columns, counted from the bottom."""
    gap = " " * (cells >= _APART_FROM)
    parts: list[tuple[str, str]] = []
    for number, height in enumerate(heights):
        style = "$accent" if number == place.at else "$heat3"
        text = _EIGHTHS[min(max(height - 8 * row, 0), 8)] * (cells - len(gap)) + gap
        if parts and parts[-1][1] == style:
            parts[-1] = parts[-1][0] + text, style
        else:
            parts.append((text, style))
    return parts
