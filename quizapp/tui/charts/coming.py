"""Coming reviews: a column for each of the study days ahead, today the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.clock import day_to_date
from quizapp.humanize import count, short_date
from quizapp.stats.forecast import Forecast
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.charts.upright import column_at, upright

_WEEK = 7
_WITH_NEW_ROWS = 9
"""Rows from which there is one for the new cards."""
_LABEL = 4
"""Cells beside the columns, under which their names stand."""


@dataclass(frozen=True)
class ComingReviews(Chart):
    """A point is a day."""

    forecast: Forecast
    today: int

    TITLE: ClassVar[str] = "Coming reviews"
    ROOM: ClassVar[Room] = Room(34, 34, 6, 11, 14)
    NOTHING: ClassVar[str] = "No card is on its way back yet."

    def headline(self, width: int) -> Content:
        days = self.forecast.days
        total = sum(day.expected for day in days)
        within = f"in {count(len(days), 'day')}"
        return fitting(width, f"{round(total):,}", f"{within}, {round(total / len(days)):,} a day", within)

    @property
    def points(self) -> int:
        return len(self.forecast.days) if any(day.expected for day in self.forecast.days) else 0

    @property
    def first_point(self) -> int:
        return 0

    def tell(self, at: int, width: int) -> Content:
        day = self.forecast.days[at]
        name = "today" if day.day == self.today else f"on {short_date(day.day, self.today)}"
        standing = "" if round(day.expected) == day.scheduled else f", {day.scheduled:,} stand now"
        return fitting(width, count(round(day.expected), "review"), f"{name}{standing}", name)

    def draw(self, place: Place) -> list[Content]:
        new = self._new_cards(place.width) if place.rows >= _WITH_NEW_ROWS else []
        days = self.forecast.days
        names = {
            number: "today" if number == 0 else str(day_to_date(day.day).day)
            for number, day in enumerate(days)
            if number % _WEEK == 0
        }
        return [*upright([day.expected for day in days], names, place._replace(rows=place.rows - len(new))), *new]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        return column_at(column, len(self.forecast.days), place.width)

    @property
    def table(self) -> Table:
        return Table(
            (Column("day", right=False), Column("expected"), Column("on a schedule now")),
            [
                (short_date(day.day, self.today), f"{round(day.expected):,}", f"{day.scheduled:,}")
                for day in self.forecast.days
            ],
        )

    def _new_cards(self, width: int) -> list[Content]:
        """Return a row on the cards that have not been begun, and when all of them will be."""
        cards, days = self.forecast.new_cards, self.forecast.new_days
        if not cards:
            return []
        new = count(cards, "new card")
        if days is None:
            ways = [f"{new}, none begun a day", f"{new}, none a day", new]
        else:
            ways = [f"{new}, begun in {count(days, 'day')}", f"{new} in {count(days, 'day')}", new]
        words = next((way for way in ways if len(way) + _LABEL <= width), "")
        return [Content.styled(" " * _LABEL + words, "$muted")] if words else []
