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
from quizapp.tui.charts.scale import short
from quizapp.tui.charts.upright import axis
from quizapp.tui.lines import line

WEEK = 7
_SCALE = 5
_MONTHS_UNTIL_DAYS = 400
"""Of more days the years are named, not the months."""


@dataclass(frozen=True)
class KnowledgeOverTime(Chart):
    """The days from `first_day` to `last_day` of what is known. A point is a day."""

    knowledge: Knowledge
    first_day: int
    last_day: int

    TITLE: ClassVar[str] = "Knowledge"
    ROOM: ClassVar[Room] = Room(30, 42, 5, 11, 14)
    NOTHING: ClassVar[str] = "No card had been answered in these days."

    def headline(self, width: int) -> Content:
        gained = round(self._known[-1]) - round(self._known[0])
        cards = count(round(self._known[-1]), "card")
        more = f"known, {abs(gained):,} {'more' if gained > 0 else 'fewer'}" if gained else "known"
        return fitting(width, cards, f"{more} than at first" if gained else more, more, "known")

    @property
    def points(self) -> int:
        return len(self._days)

    def tell(self, at: int, width: int) -> Content:
        day = short_date(self._days[at], self.knowledge.days[-1])
        return fitting(width, count(round(self._known[at]), "card"), f"known on {day}", day)

    def moved(self, at: int, columns: int, rows: int) -> int:
        """Move by days to either side, by weeks up and down."""
        return super().moved(at, columns + rows * WEEK, 0)

    def draw(self, place: Place) -> list[Content]:
        columns, rows = place.width - _SCALE, place.rows - 1
        most = max(max(self._known), 1.0)
        wide, high = columns * DOTS_WIDE, rows * DOTS_HIGH
        grid = Grid(columns, rows)
        shown = [self._known[round(dot * (self.points - 1) / (wide - 1))] for dot in range(wide)]
        if self.points == 1:
            grid.put(columns - 1, round((1 - shown[0] / most) * (high - 1)) // DOTS_HIGH, "•", "$accent")
        else:
            dots = [(dot, round((1 - known / most) * (high - 1))) for dot, known in enumerate(shown)]
            grid.dots(stroke(dots), "$accent")
        mark = None
        if place.at is not None:
            mark = round((columns - 1) * (place.at / (self.points - 1) if self.points > 1 else 1))
            grid.put(mark, round((1 - self._known[place.at] / most) * (high - 1)) // DOTS_HIGH, "●", "b $ink")
        labels = {0: short(most), rows // 2: short(most / 2)} if most >= 2 and rows > 2 else {0: short(most)}
        drawn = [
            line((labels.get(row, "").rjust(_SCALE - 1).ljust(_SCALE), "$muted"), each)
            for row, each in enumerate(grid.lines())
        ]
        return [*drawn, line(" " * _SCALE, *axis(self._names(columns), columns, mark))]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        columns = place.width - _SCALE
        point = round((column - _SCALE) * (self.points - 1) / max(columns - 1, 1))
        return point if 0 <= point < self.points else None

    @property
    def table(self) -> Table:
        """Return the last day of each week, the latest first."""
        days = range(self.points - 1, -1, -WEEK)
        return Table(
            (Column("day", right=False), Column("cards known")),
            [(short_date(self._days[at], self.knowledge.days[-1]), f"{self._known[at]:,.1f}") for at in days],
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
