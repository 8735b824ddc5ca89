"""Activity: each day of a year as a cell, or each week where there are more years. Two halves, one below the other
where there is no room beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import MONTHS, count, duration
from quizapp.report.block import Block, Table
from quizapp.report.drawing import key, mark
from quizapp.report.markup import Markup, element, joined
from quizapp.report.report import WEEKS, days_of, year_before
from quizapp.report.words import amount, date, weekday_and_date
from quizapp.stats.activity import Amount
from quizapp.stats.progress import Progress
from quizapp.stats.shades import level_bounds, level_names, level_of

HALF = WEEKS // 2
PITCH, CELL = 16, 13
GUTTER, HEAD = 42, 20
NOTHING = Amount()


class Place(NamedTuple):
    """A cell: its column and row, the study day it begins on, what to call it, and what was done there."""

    column: int
    row: int
    day: int
    name: str
    done: Amount
    today: bool = False

    @property
    def said(self) -> str:
        return f"{self.name}: {amount(self.done)}"


class Grid(NamedTuple):
    """Cells in rows with names; `heads` are columns and what begins there."""

    rows: Sequence[str]
    heads: Sequence[tuple[int, str]]
    places: Sequence[Place]


def activity(progress: Progress) -> Block:
    """Return what was done on each day of a year, or in each week where there are more."""
    done = progress.activity
    first_day, last_day = days_of(progress)
    by_week = first_day < year_before(last_day)
    since = progress.selection.first_day  # unless asked for some days the year is whole, and empty before the first
    if by_week:
        grid = weeks(done.days, first_day, last_day)
    else:
        grid = days(done.days, year_before(last_day) if since is None else first_day, last_day, progress.today)
    bounds = level_bounds(place.done.reviews for place in grid.places)
    of_what = "a week" if by_week else "a day"
    return Block(
        name="activity",
        title="Activity",
        figure=count(done.total.reviews, "review"),
        unit=f"on {count(len(done.days), 'day')}, {duration(done.total.ms)}",
        described=f"Each cell is {of_what}; darker in light, lighter in dark for more reviews",
        drawing=joined(half(grid, bounds, columns) for columns in (range(HALF), range(HALF, WEEKS))),
        table=_table(grid, "Week" if by_week else "Day"),
        legend=joined(
            [
                key(*((f"heat{at}", name) for at, name in level_names(bounds))),
                element("span", f"reviews {of_what}"),
            ]
        )
        if done.total.reviews
        else None,
    )


def days(done: Mapping[int, Amount], first_day: int, last_day: int, today: int) -> Grid:
    """Return a row for each day of the week, the last week on the right."""
    monday = year_before(last_day)
    places = [
        Place(
            (day - monday) // 7,
            (day - monday) % 7,
            day,
            weekday_and_date(day),
            done.get(day, NOTHING),
            today=day == today,
        )
        for day in range(first_day, last_day + 1)
    ]
    heads: list[tuple[int, str]] = []
    for column in range(WEEKS):
        week = [day_to_date(monday + column * 7 + row) for row in range(7)]
        heads.extend((column, MONTHS[at.month - 1][:3]) for at in week if at.day == 1)
    return Grid(("Mon", "", "Wed", "", "Fri", "", ""), heads, places)


def weeks(done: Mapping[int, Amount], first_day: int, last_day: int) -> Grid:
    """Return a row for each year, the latest on top. Weeks go from 1 January on; the last has a day or two more."""
    first, last = day_to_date(first_day).year, day_to_date(last_day).year
    sums: dict[tuple[int, int], Amount] = defaultdict(Amount)
    for day, made in done.items():
        at = day_to_date(day)
        before = sums[place := (at.year, min((at.timetuple().tm_yday - 1) // 7, WEEKS - 1))]
        sums[place] = Amount(before.reviews + made.reviews, before.ms + made.ms)
    places = []
    for year in range(first, last + 1):
        for column in range(WEEKS):
            begin = day_to_date(date_to_day(day_to_date(first_day).replace(year, 1, 1))) + timedelta(column * 7)
            day = date_to_day(begin)
            if first_day - 7 < day <= last_day:
                places.append(Place(column, last - year, day, f"Week from {date(day)}", sums[year, column]))
    heads = [(days_before // 7, name[:3]) for days_before, name in zip(_DAYS_BEFORE, MONTHS, strict=True)]
    return Grid([str(year) for year in range(last, first - 1, -1)], heads, places)


_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def half(grid: Grid, bounds: tuple[int, ...], columns: range) -> Markup:
    """Return some of the columns of a grid."""

    def left(column: int) -> int:
        return GUTTER + (column - columns.start) * PITCH

    def top(row: int) -> int:
        return HEAD + row * PITCH

    heads = (
        element("text", name, x=left(column), y=12, class_="tick") for column, name in grid.heads if column in columns
    )
    rows = (
        element("text", name, x=0, y=top(row) + 11, class_="tick") for row, name in enumerate(grid.rows) if name
    )
    cells = (
        mark(place.said, _cell(left(place.column), top(place.row), level_of(place.done.reviews, bounds), place.today))
        for place in grid.places
        if place.column in columns
    )
    wide, tall = left(columns.stop), top(len(grid.rows))
    return element("svg", *heads, *rows, *cells, viewBox=f"0 0 {wide} {tall}", class_="half")


def _cell(left: int, top: int, at_level: int, today: bool) -> Markup:
    place = {"x": left, "y": top, "width": CELL, "height": CELL}
    box = element("rect", **place, rx=3, class_=f"heat{at_level}{' today' if today else ''}")
    zero = element("circle", cx=left + CELL / 2, cy=top + CELL / 2, r=1.2, class_="zero")
    return box if at_level else joined((box, zero))


def _table(grid: Grid, first: str) -> Table:
    """Return the cells with reviews, the latest first."""
    done = sorted((place for place in grid.places if place.done.reviews), key=lambda place: -place.day)
    return Table(
        (first, "Reviews", "Time"),
        [(place.name, f"{place.done.reviews:,}", duration(place.done.ms)) for place in done],
    )
