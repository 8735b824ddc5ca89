"""Activity: a square for each day, the weeks side by side from Monday on, darker with more reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import MONTHS, WEEKDAYS, count, duration, short_date
from quizapp.stats.activity import Amount
from quizapp.stats.shades import level_bounds, level_of
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, figure, fitting
from quizapp.tui.lines import BLANK, Part, apart, line

WEEK = 7
_LABELS = 4
_SHADES = (("·", "$faint"), ("■", "$heat1"), ("■", "$heat2"), ("■", "$heat3"), ("■", "$heat4"))
_PLAIN = (("·", "$muted"), ("░", "$ink"), ("▒", "$ink"), ("▓", "$ink"), ("█", "$ink"))
_AIRY_ROWS = 10
"""Rows from which the words below stand apart."""

_NO_REVIEWS = Amount()


@dataclass(frozen=True)
class Activity(Chart):
    """`days` has the study days with an answer, `first_day` and `last_day` what is shown of them, both included.

    `streak_days` is how many days in a row reach up to now. A point is a day. Where not all weeks fit, those are shown
    in which the cursor is, first the latest.
    """

    days: Mapping[int, Amount]
    first_day: int
    last_day: int
    today: int
    streak_days: int = 0

    TITLE: ClassVar[str] = "Activity"
    ROOM: ClassVar[Room] = Room(108, 112, 9, 10, 10)
    TELLS_BELOW: ClassVar[bool] = True

    def headline(self, width: int) -> Content:
        reviews = sum(amount.reviews for amount in self.days.values())
        if not reviews:
            return figure("no reviews")
        days = f"on {count(len(self.days), 'day')}"
        taken = duration(sum(amount.ms for amount in self.days.values()))
        spent = f"{days}, {taken}"
        streak = f", streak {count(self.streak_days, 'day')}" if self.streak_days > 1 else ""
        return fitting(width, count(reviews, "review"), spent + streak, spent, days)

    @property
    def points(self) -> int:
        return self.last_day - self.first_day + 1

    def tell(self, at: int, width: int) -> Content:
        day = self.first_day + at
        amount = self.days.get(day, _NO_REVIEWS)
        told = f"{count(amount.reviews, 'review')}, {duration(amount.ms)}" if amount.reviews else "no reviews"
        name = "Today" if day == self.today else short_date(day, self.today)
        return line((name, "$ink"), (" · ", "$muted"), (told, "$soft"))

    def moved(self, at: int, columns: int, rows: int) -> int:
        """Move by weeks to either side, by days up and down; a week that has not the day is left out."""
        point = at + columns * WEEK + rows
        return point if 0 <= point < self.points else min(max(at + rows, 0), self.points - 1)

    def draw(self, place: Place) -> list[Content]:
        weeks = self.weeks(place)
        shown = self.points - 1 if place.at is None else place.at
        glyphs = _PLAIN if place.plain else _SHADES
        rows = [self._months(weeks)]
        for weekday in range(WEEK):
            label = WEEKDAYS[weekday][:3] if weekday % 2 == 0 and weekday < WEEK - 1 else ""
            cells = [self._cell(week * WEEK + self._monday + weekday, shown, glyphs, place) for week in weeks]
            rows.append(line((label.ljust(_LABELS), "$muted"), *cells))
        told = line(" " * _LABELS, self.tell(shown, place.width - _LABELS))
        below = [BLANK] if place.rows >= _AIRY_ROWS else []
        return [*rows, *below, self._below(told, glyphs, _LABELS + 2 * len(weeks) - 1)][: place.rows]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        weeks, weekday = self.weeks(place), row - 1
        number = (column - _LABELS) // 2
        if not (0 <= weekday < WEEK and 0 <= number < len(weeks)):
            return None
        point = weeks[number] * WEEK + self._monday + weekday - self.first_day
        return point if 0 <= point < self.points else None

    @property
    def table(self) -> Table:
        """Return the days with an answer, the latest first."""
        return Table(
            (Column("day", right=False), Column("reviews"), Column("time"), Column("a review")),
            [
                (
                    _dated(day),
                    f"{amount.reviews:,}",
                    duration(amount.ms),
                    duration(amount.ms // amount.reviews),
                )
                for day, amount in sorted(self.days.items(), reverse=True)
            ],
        )

    def weeks(self, place: Place) -> range:
        """Return the numbers of the weeks that are shown in a place, counted from the one of the first day."""
        fit = max((place.width - _LABELS + 1) // 2, 1)
        last = (self.last_day - self._monday) // WEEK
        shown = self.points - 1 if place.at is None else place.at
        pages = (last - (shown + self.first_day - self._monday) // WEEK) // fit
        end = last - pages * fit
        return range(max(end - fit + 1, 0), end + 1)

    @cached_property
    def _monday(self) -> int:
        return self.first_day - day_to_date(self.first_day).weekday()

    @cached_property
    def _bounds(self) -> tuple[int, ...]:
        return level_bounds([amount.reviews for amount in self.days.values()])

    def _cell(
        self, day: int, shown: int, glyphs: Sequence[tuple[str, str]], place: Place
    ) -> Part:
        if not self.first_day <= day <= self.last_day:
            return "  "
        reviews = self.days.get(day, _NO_REVIEWS).reviews
        glyph, style = glyphs[level_of(reviews, self._bounds)]
        if day != self.first_day + shown:
            return glyph + " ", style
        if place.plain:
            return glyph + " ", f"r {style}"
        return line(("■" if reviews else "□", "b $ink"), " ")

    def _months(self, weeks: range) -> Content:
        """Return the names of the months, each above the week that has its first day; in January also the year."""
        row = [" "] * (_LABELS + 2 * len(weeks))
        end = 0
        for number, week in enumerate(weeks):
            days = [self._monday + week * WEEK + weekday for weekday in range(WEEK)]
            first = next((date for date in map(day_to_date, days) if date.day == 1), None)
            if first is None or date_to_day(first) < self.first_day - 1:
                continue
            of_years = len({day_to_date(day).year for day in (self.first_day, self.last_day)}) > 1
            name = f"{first.year}" if of_years and first.month == 1 else MONTHS[first.month - 1][:3]
            start = _LABELS + 2 * number
            if start >= end and start + len(name) <= len(row):
                row[start : start + len(name)] = name
                end = start + len(name) + 1
        return Content.styled("".join(row), "$muted")

    def _below(self, told: Content, glyphs: Sequence[tuple[str, str]], width: int) -> Content:
        """Return the day in words, and the legend in its longest form that fits beside it."""
        for more, between in (("{} and more", "   "), ("{}+", "  ")):
            legend = self._legend(glyphs, more, between)
            if told.cell_length + 4 + legend.cell_length <= width:
                return apart(told, legend, width)
        return told

    def _legend(self, glyphs: Sequence[tuple[str, str]], more: str, between: str) -> Content:
        if not self.days:
            return BLANK
        bounds = self._bounds
        parts = [line(glyphs[0], (" none", "$muted"))]
        for number, low in enumerate(bounds):
            last = number == len(bounds) - 1
            high = 0 if last else bounds[number + 1] - 1
            name = more.format(f"{low:,}") if last else f"{low:,}" if low == high else f"{low:,}–{high:,}"
            parts.append(line(glyphs[level_of(low, bounds)], (f" {name}", "$muted")))
        return Content(between).join(parts)


def _dated(day: int) -> str:
    date = day_to_date(day)
    return f"{WEEKDAYS[date.weekday()][:3]} {date.day:2} {MONTHS[date.month - 1][:3]} {date.year}"
