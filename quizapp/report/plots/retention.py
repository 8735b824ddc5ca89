"""True retention by month, over the band that chance alone allows around what was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.clock import day_to_date
from quizapp.humanize import count, percent
from quizapp.report.axis import floor_to, month_or_year, month_step, some
from quizapp.report.block import Block, Table
from quizapp.report.drawing import Up, column, curves, dot, key, line, mark, path, plot, reach, upright
from quizapp.report.markup import Markup
from quizapp.report.words import between, exact, month, recalled
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Month, Retention

STEP = 0.1
MOST_NAMES = 5
CROWDED = 36
"""Months above which only those that lie outside the band have a dot."""


def retention(progress: Progress) -> Block | None:
    """Return what was recalled of what was reviewed, None where nothing was."""
    held = progress.retention
    if held.total.share is None:
        return None
    months = held.months
    first = _number(months[0])
    places = _number(months[-1]) - first + 1
    # A month with few reviews may lie anywhere; it shall not flatten all others.
    low = floor_to(min([held.target, *(m.retained.share or 0 for m in months)]) - 0.02, STEP)
    low = max(low, 0.0)
    up = upright(low, 1)
    steps = [low + STEP * number for number in range(round((1 - low) / STEP) + 1)]
    return Block(
        name="retention",
        title="Retention",
        figure=exact(held.total.share),
        unit=f"of {count(held.total.reviews, 'review')} recalled, target {percent(held.target)}",
        described=_ages(held),
        drawing=plot(
            up,
            [(step, percent(step)) for step in some(steps, 6)],
            *_bands(months, first, places, up, low),
            line(0, up(held.target), 1, up(held.target), "target"),
            curves(*((path(run), "curve") for run in _runs(months, first, places, up) if len(run) > 1)),
            *(_mark(m, first, places, up, crowded=places > CROWDED) for m in months),
            below=_names(months, first, places),
        ),
        table=Table(
            ("Month", "Recalled", "95 % range", "Reviews", "Chance allows"),
            [
                (
                    month(m.first_day),
                    exact(m.retained.share or 0),
                    between(*m.retained.interval),
                    f"{m.retained.reviews:,}",
                    between(*m.band),
                )
                for m in reversed(months)
            ],
        ),
        legend=key(("band", "what chance alone allows")),
        note=_ages(held),
    )


def _ages(held: Retention) -> str:
    if not held.mature.reviews:
        return "All were of young cards, those with an interval under 21 days."
    if not held.young.reviews:
        return "All were of mature cards, those with an interval of 21 days or more."
    return f"Young cards {recalled(held.young)}, mature ones (21 days and longer) {recalled(held.mature)}."


def _bands(months: Sequence[Month], first: int, places: int, up: Up, low: float) -> Iterator[Markup]:
    for m in months:
        bottom = up(max(m.band.low, low))
        yield column((_number(m) - first) / places, 1 / places, min(up(m.band.high), bottom), bottom, "band")


def _runs(months: Sequence[Month], first: int, places: int, up: Up) -> list[list[tuple[float, float]]]:
    """Return the points of months that follow on each other; the curve is broken where one had no review."""
    runs: list[list[tuple[float, float]]] = []
    before = None
    for m in months:
        if before is None or _number(m) != before + 1:
            runs.append([])
        runs[-1].append((_place(m, first, places), up(m.retained.share or 0)))
        before = _number(m)
    return runs


def _mark(m: Month, first: int, places: int, up: Up, *, crowded: bool) -> Markup:
    share = m.retained.share or 0
    outside = not m.band.low <= share <= m.band.high
    side = "within" if not outside else "below" if share < m.band.low else "above"
    said = f"{month(m.first_day)}: {exact(share)} of {count(m.retained.reviews, 'review')}, {side} what chance allows"
    x = _place(m, first, places)
    return mark(
        said,
        reach((_number(m) - first) / places, 1 / places),
        dot(x, up(share), 3.5 if outside else 3, "dot outside" if outside else "dot seldom" if crowded else "dot"),
    )


def _names(months: Sequence[Month], first: int, places: int) -> list[tuple[float, str]]:
    step = month_step(places, MOST_NAMES)
    return [
        ((number - first + 0.5) / places, month_or_year(number))
        for number in range(first, first + places)
        if number % step == 0
    ]


def _place(m: Month, first: int, places: int) -> float:
    return (_number(m) - first + 0.5) / places


def _number(m: Month) -> int:
    """Return the months since the year 0."""
    at = day_to_date(m.first_day)
    return at.year * 12 + at.month - 1
