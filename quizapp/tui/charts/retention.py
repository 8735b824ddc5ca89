"""Retention: the share recalled by month, over the range that chance alone allows around what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.content import Content

from quizapp.clock import day_to_date
from quizapp.humanize import MONTHS, count, percent
from quizapp.stats.retention import Month, Retention
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.charts.grid import DOTS_HIGH, DOTS_WIDE, Grid, stroke
from quizapp.tui.charts.scale import share_bounds
from quizapp.tui.charts.upright import axis
from quizapp.tui.lines import line

_SCALE = 6
_WIDEST, _NARROWEST = 5, 2
"""Cells that a month takes."""
_LEAST_MONTHS = 12
_LEAST_RANGE = 0.03
"""Of shares on the scale: below, chance would look like a change."""
_LEGEND_ROWS = 9
"""Rows from which there is one that says what the shading is."""
_FEW = 30
"""A band of so few reviews is wider than anything that could be learned from it, and does not set the scale."""


class _Frame(NamedTuple):
    """Where months and shares stand: the months that are shown, in so many cells from the first of `span` months on."""

    months: tuple[Month, ...]
    span: int
    columns: int
    rows: int
    low: float
    high: float

    def start(self, month: Month, after: int = 0) -> int:
        """Return the first cell of a month, or of one so many months after it."""
        return (_number(month) + after - _number(self.months[0])) * self.columns // self.span

    def middle(self, month: Month) -> int:
        return (self.start(month) + self.start(month, 1) - 1) // 2

    def dot_row(self, share: float) -> int:
        dots = self.rows * DOTS_HIGH
        return min(max(round((self.high - share) / (self.high - self.low) * (dots - 1)), 0), dots - 1)

    def names(self) -> dict[int, str]:
        """Return the names of the months by the cell they begin at."""
        first, room = _number(self.months[0]), self.columns // self.span
        numbers = range(_number(self.months[-1]) - first + 1)
        letters = 3 if room > 3 else 1
        return {number * self.columns // self.span: MONTHS[(first + number) % 12][:letters] for number in numbers}


@dataclass(frozen=True)
class RetentionByMonth(Chart):
    """A point is a month that has a review. Where not all fit, those up to the latest, or up to the cursor's."""

    retention: Retention
    today: int

    TITLE: ClassVar[str] = "Retention"
    ROOM: ClassVar[Room] = Room(30, 42, 8, 11, 14)
    NOTHING: ClassVar[str] = "No card has come back for a review yet."

    def headline(self, width: int) -> Content:
        newest = self.retention.months[-1]
        when = self._when(newest)
        return fitting(width, _exact(newest.retained.share), f"{when}, target {percent(self.retention.target)}", when)

    @property
    def points(self) -> int:
        return len(self.retention.months)

    def tell(self, at: int, width: int) -> Content:
        month = self.retention.months[at]
        reviews = count(month.retained.reviews, "review")
        named, beside = _named(month), _beside(month)
        told = f"{named}, {reviews}"
        longest = f"{told}, {beside} chance" if beside else told
        return fitting(width, _exact(month.retained.share), longest, told, named)

    def draw(self, place: Place) -> list[Content]:
        legend = [self._legend(place)] if place.rows >= _LEGEND_ROWS else []
        frame = self._frame(place, place.rows - 1 - len(legend))
        grid = Grid(frame.columns, frame.rows)
        for month in frame.months:
            top, bottom = (frame.dot_row(share) // DOTS_HIGH for share in month.band[::-1])
            for column in range(frame.start(month), frame.start(month, 1)):
                grid.shade(column, top, bottom, "$band", plain=place.plain)
        target = frame.dot_row(self.retention.target) // DOTS_HIGH
        grid.guide(target)
        for run in _runs(frame.months):
            points = [(frame.middle(month) * DOTS_WIDE, frame.dot_row(month.retained.share or 0.0)) for month in run]
            grid.dots(stroke(points), "$accent")
            if len(run) == 1:
                grid.put(points[0][0] // DOTS_WIDE, points[0][1] // DOTS_HIGH, "•", "$accent")
        mark = None
        if place.at is not None:
            month = self.retention.months[place.at]
            mark = frame.middle(month)
            grid.put(mark, frame.dot_row(month.retained.share or 0.0) // DOTS_HIGH, "●", "b $ink")
        labels = {0: percent(frame.high), frame.rows - 1: percent(frame.low), target: percent(self.retention.target)}
        drawn = [line((labels.get(row, "").ljust(_SCALE), "$muted"), each) for row, each in enumerate(grid.lines())]
        return [*drawn, line(" " * _SCALE, *axis(frame.names(), frame.columns, mark)), *legend]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        frame = self._frame(place, place.rows)
        for at, month in enumerate(self.retention.months):
            if month in frame.months and frame.start(month) <= column - _SCALE < frame.start(month, 1):
                return at
        return None

    @property
    def table(self) -> Table:
        """Return the months, the latest first, then young and mature cards."""
        held = self.retention
        rows = [
            (
                _named(month),
                _exact(month.retained.share),
                _between(*month.retained.interval),
                f"{month.retained.reviews:,}",
                _between(*month.band),
                _beside(month),
            )
            for month in reversed(self.retention.months)
        ]
        for name, retained in (("all", held.total), ("young cards", held.young), ("mature cards", held.mature)):
            if retained.reviews:
                interval = _between(*retained.interval)
                rows.append((name, _exact(retained.share), interval, f"{retained.reviews:,}", "", ""))
        return Table(
            (
                Column("month", right=False),
                Column("recalled"),
                Column("at 95 %"),
                Column("reviews"),
                Column("chance allows"),
                Column("", right=False),
            ),
            rows,
        )

    def _frame(self, place: Place, rows: int) -> _Frame:
        """Return the months that fit, and the scale that shows them."""
        months = self.retention.months
        last = months[-1 if place.at is None else place.at]
        fit = max((place.width - _SCALE) // _NARROWEST, 1)
        if _number(months[-1]) - _number(last) < fit:
            last = months[-1]
        shown = tuple(month for month in months if _number(last) - fit < _number(month) <= _number(last))
        span = max(_number(last) - _number(shown[0]) + 1, _LEAST_MONTHS)
        columns = min(place.width - _SCALE, span * _WIDEST)
        return _Frame(shown, span, columns, rows, *self._bounds(shown))

    def _bounds(self, shown: Sequence[Month]) -> tuple[float, float]:
        shares = [self.retention.target, *(month.retained.share or 0.0 for month in shown)]
        shares += [share for month in shown if month.retained.reviews > _FEW for share in month.band]
        low, high = share_bounds(min(shares), max(shares))
        return (low, high) if high - low > _LEAST_RANGE else (max(low - 0.04, 0.0), min(high + 0.04, 1.0))

    def _when(self, month: Month) -> str:
        date, today = day_to_date(month.first_day), day_to_date(self.today)
        return "this month" if (date.year, date.month) == (today.year, today.month) else f"in {_named(month)}"

    def _legend(self, place: Place) -> Content:
        shade = ("░░", "$faint") if place.plain else ("  ", "on $band")
        return line(" " * _SCALE, shade, (" chance alone allows", "$muted"))


def _number(month: Month) -> int:
    """Return months since the year 0."""
    date = day_to_date(month.first_day)
    return date.year * 12 + date.month - 1


def _runs(months: Sequence[Month]) -> list[list[Month]]:
    """Return months that follow each other without one left out between them."""
    runs: list[list[Month]] = []
    for month in months:
        if runs and _number(month) == _number(runs[-1][-1]) + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _named(month: Month) -> str:
    date = day_to_date(month.first_day)
    return f"{MONTHS[date.month - 1][:3]} {date.year}"


def _beside(month: Month) -> str:
    share = month.retained.share or 0.0
    return "below" if share < month.band.low else "above" if share > month.band.high else ""


def _exact(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.1f} %"


def _between(low: float, high: float) -> str:
    return f"{low * 100:.1f}–{high * 100:.1f}"
