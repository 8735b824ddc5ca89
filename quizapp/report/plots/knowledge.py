"""Knowledge: how many cards would have been recalled on each day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.humanize import count
from quizapp.report.axis import months, round_steps
from quizapp.report.block import Block, Table
from quizapp.report.drawing import curves, dot, line, mark, path, plot, reach, upright
from quizapp.report.markup import Markup
from quizapp.report.words import date, weekday_and_date, whole

MOST_POINTS = 180
"""A point for each two or three pixels; more would be a larger page and no finer a curve."""

MOST_MARKS = 60
MOST_NAMES = 8


def knowledge(days: Sequence[int], known: Sequence[float], cards: int) -> Block | None:
    """Return the curve up to today, None where nothing is known of two days at least.

    Args:
        days: study days, ascending.
        known: the expected number of cards recalled on each of them.
        cards: those that were answered.
    """
    if len(days) < 2:
        return None
    first, span = days[0], days[-1] - days[0]
    most = max(known)
    up = upright(0, most * 1.05)
    points = [((days[at] - first) / span, up(known[at])) for at in thinned(len(days), MOST_POINTS)]
    ground = up(0)
    chosen = thinned(len(days), MOST_MARKS)
    return Block(
        name="knowledge",
        title="Knowledge",
        figure=count(round(known[-1]), "card"),
        unit=f"known on {date(days[-1])}, of {cards:,} seen by now",
        described=f"From {whole(known[0])} on {date(first)}",
        drawing=plot(
            up,
            [(step, whole(step)) for step in round_steps(most)],
            curves((path([(0, ground), *points, (1, ground)], closed=True), "under"), (path(points), "curve")),
            *_marks([((days[at] - first) / span, up(known[at]), days[at], known[at]) for at in chosen]),
            below=[((day - first) / span, name) for day, name in months(first, days[-1], MOST_NAMES)],
        ),
        table=Table(("Day", "Cards known"), [(weekday_and_date(days[at]), whole(known[at])) for at in chosen[::-1]]),
        note="How many cards would have been recalled had all been asked on that day: the sum of predicted recall.",
        share=2,
    )


def thinned(length: int, most: int) -> list[int]:
    """Return places evenly spread over a sequence, so many at most, the first and the last among them."""
    if length <= most:
        return list(range(length))
    return sorted({round(number * (length - 1) / (most - 1)) for number in range(most)})


def _marks(points: Sequence[tuple[float, float, int, float]]) -> list[Markup]:
    """Return marks, each of which takes half of the way to its neighbours."""
    places = [x for x, *_ in points]
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(places)), 1.0]
    return [
        mark(
            f"{weekday_and_date(day)}: {count(round(known), 'card')} known",
            reach(left, right - left),
            line(x, y, x, upright(0, 1)(0), "guide seldom"),
            dot(x, y, 4, "dot seldom"),
        )
        for (x, y, day, known), (left, right) in zip(points, pairwise(edges), strict=True)
    ]
