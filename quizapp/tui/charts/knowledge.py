"""Knowledge over time: how many cards would have been recalled on each day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import MONTHS, count, short_date
from quizapp.stats.knowledge import Knowledge
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.charts.grid import DOTS_HIGH, DOTS_WIDE, Grid, stroke
from quizapp.tui.charts.scale import marks
from quizapp.tui.charts.upright import axis
from quizapp.tui.lines import line

_SCALE = 5
_MONTHS_UNTIL_DAYS = 400
"""Of more days the years are named, not the months."""


@dataclass(frozen=True)
class KnowledgeOverTime(Chart):
    """What is known, from `first_day` to `last_day`. A point is one of the days that it was worked out for."""

    knowledge: Knowledge
    first_day: int
    last_day: int

    TITLE: ClassVar[str] = "Knowledge"
    ROOM: ClassVar[Room] = Room(30, 42, 7, 11, 14)
    NOTHING: ClassVar[str] = "No card had been answered in these days."

    def headline(self, width: int) -> Content:
        gained = round(self._known[-1]) - round(self._known[0])
        cards = count(round(self._known[-1]), "card")
        more = f"known, {abs(gained):,} {'more' if gained > 0 else 'fewer'}" if gained else "known"
        return fitting(width, cards, f"{more} than at first" if gained else more, more, "known")

    @property
    def points(self) -> int:
        return len(self._days) if any(self._known) else 0

    def tell(self, at: int, width: int) -> Content:
        day = short_date(self._days[at], self.knowledge.days[-1])
        return fitting(width, count(round(self._known[at]), "card"), f"known on {day}", day)

    def draw(self, place: Place) -> list[Content]:
        columns, rows = place.width - _SCALE, place.rows - 1
        most = max(max(self._known), 1.0)
        wide, high = columns * DOTS_WIDE, rows * DOTS_HIGH
        grid = Grid(columns, rows)
        dots = [
            (self._cell(at, wide), round((1 - known / most) * (high - 1))) for at, known in enumerate(self._known)
        ]
        grid.dots(stroke(dots), "$accent")
        if self.points == 1:
            grid.put(dots[0][0] // DOTS_WIDE, dots[0][1] // DOTS_HIGH, "•", "$accent")
        mark = None
        if place.at is not None:
            mark = dots[place.at][0] // DOTS_WIDE
            grid.put(mark, dots[place.at][1] // DOTS_HIGH, "●", "b $ink")
        labels = marks(most, rows)
        drawn = [
            line((labels.get(row, "").rjust(_SCALE - 1).ljust(_SCALE), "$muted"), each)
            for row, each in enumerate(grid.lines())
        ]
        return [*drawn, line(" " * _SCALE, *axis(self._names(columns), columns, mark))]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        columns = place.width - _SCALE
        if not 0 <= column - _SCALE < columns:
            return None
        return min(range(self.points), key=lambda at: abs(self._cell(at, columns) - (column - _SCALE)))

    @property
    def table(self) -> Table:
        """Return the days, the latest first."""
        return Table(
            (Column("day", right=False), Column("cards known")),
            [
                (short_date(day, self.knowledge.days[-1]), f"{known:,.1f}")
                for day, known in zip(reversed(self._days), reversed(self._known), strict=True)
            ],
        )

    @cached_property
    def _days(self) -> Sequence[int]:
        return self.knowledge.days[self._within]

    @cached_property
    def _known(self) -> Sequence[float]:
        return self.knowledge.known[self._within]

    @cached_property
    def _within(self) -> slice:
        days = self.knowledge.days
        return slice(bisect_left(days, self.first_day), bisect_right(days, self.last_day))

    def _cell(self, at: int, cells: int) -> int:
        """Return where a point stands on so many cells or dots, the last point at their end."""
        span = self._days[-1] - self._days[0]
        return round((self._days[at] - self._days[0]) * (cells - 1) / span) if span else cells - 1

    def _names(self, columns: int) -> dict[int, str]:
        """Return the names of months, or of years, by the cell that their first day stands at."""
        span = max(self._days[-1] - self._days[0], 1)
        of_months = span <= _MONTHS_UNTIL_DAYS
        first, last = day_to_date(self._days[0]), day_to_date(self._days[-1])
        names = {}
        for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
            start = first.replace(year=month // 12, month=month % 12 + 1, day=1)
            if of_months or start.month == 1:
                at = round((date_to_day(start) - self._days[0]) * (columns - 1) / span)
                names[at] = MONTHS[start.month - 1][0] if of_months else str(start.year)
        return names
