"""Bars that lie one below the other, each with its name and its number."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.tui.cells import width as cells_of
from quizapp.tui.charts.chart import Place
from quizapp.tui.lines import flush, line

_LONGEST = 40


def bars(rows: Sequence[tuple[str, int]], place: Place) -> list[Content]:
    """Return a row for each name: the bar, then the number, `·` for none."""
    names = max((cells_of(name) for name, _ in rows), default=0) + 2
    numbers = max((len(f"{number:,}") for _, number in rows), default=0) + 1
    longest = max(min(place.width - names - numbers, _LONGEST), 1)
    most = max((number for _, number in rows), default=0)
    drawn = []
    for row, (name, number) in enumerate(rows[: place.rows]):
        marked = row == place.at
        bar = "━" * max(1, round(number * longest / most)) if number else ""
        value = (f"{number:,}", "b $ink" if marked else "$soft") if number else ("·", "$faint")
        drawn.append(
            line(
                (name + " " * (names - cells_of(name)), "b $ink" if marked else "$muted"),
                (bar.ljust(longest), "$accent" if marked else "$heat3"),
                flush(Content.styled(*value), numbers),
            )
        )
    return drawn
