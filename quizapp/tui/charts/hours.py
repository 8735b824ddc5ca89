"""Hours of day: reviews by the hour of the wall clock there and then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, duration, percent
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.charts.upright import column_at, upright

_QUARTER = 6


@dataclass(frozen=True)
class Hours(Chart):
    """Reviews, and the milliseconds they took, of all 24 hours from midnight. A point is an hour."""

    hours: tuple[int, ...]
    hours_ms: tuple[int, ...]

    TITLE: ClassVar[str] = "Hours of day"
    ROOM: ClassVar[Room] = Room(28, 28, 6, 10, 14)
    NOTHING: ClassVar[str] = "No reviews in these days."

    def headline(self, width: int) -> Content:
        at = self.first_point
        share = percent(self.hours[at] / sum(self.hours))
        return fitting(width, f"{at}–{at + 1} h", f"most often, {share} of reviews", f"most often, {share}")

    @property
    def points(self) -> int:
        return len(self.hours) if any(self.hours) else 0

    @property
    def first_point(self) -> int:
        return max(range(len(self.hours)), key=self.hours.__getitem__)

    def tell(self, at: int, width: int) -> Content:
        told = f"from {at} to {at + 1} h"
        taken = f", {duration(self.hours_ms[at])}" if self.hours[at] else ""
        return fitting(width, count(self.hours[at], "review"), told + taken, told)

    def draw(self, place: Place) -> list[Content]:
        names = {hour: str(hour) for hour in range(0, len(self.hours), _QUARTER)}
        return upright(self.hours, names, place)

    def hit(self, place: Place, column: int, row: int) -> int | None:
        return column_at(column, len(self.hours), place.width)

    @property
    def table(self) -> Table:
        total = max(sum(self.hours), 1)
        return Table(
            (Column("hour", right=False), Column("reviews"), Column("share"), Column("time")),
            [
                (f"{hour}–{hour + 1} h", f"{reviews:,}", percent(reviews / total), duration(ms) if reviews else "")
                for hour, (reviews, ms) in enumerate(zip(self.hours, self.hours_ms, strict=True))
            ],
        )
