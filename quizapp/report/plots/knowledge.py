"""Knowledge: how many cards would have been recalled on each day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.humanize import count, day_and_month
from quizapp.report.axis import months, round_steps
from quizapp.report.block import Block, Table
from quizapp.report.drawing import curves, dot, line, mark, path, plot, reach, upright
from quizapp.report.markup import Markup
from quizapp.report.words import date, weekday_and_date, whole
from quizapp.stats.progress import Progress

MOST_NAMES = 8


def knowledge(progress: Progress) -> Block | None:
    """Return the curve up to today, None where it would be a point."""
    days, known = progress.knowledge
    if len(days) < 2:
        return None
    first, span = days[0], days[-1] - days[0]
    most = max(known)
    up = upright(0, most * 1.05)
    places = [(day - first) / span for day in days]
    points = [(x, up(cards)) for x, cards in zip(places, known, strict=True)]
    named = [weekday_and_date(day) for day in days]
    said = [f"{day}: {count(round(cards), 'card')} known" for day, cards in zip(named, known, strict=True)]
    ground = up(0)
    return Block(
        name="knowledge",
        title="Knowledge",
        figure=count(round(known[-1]), "card"),
        unit=f"known today, of {progress.memory.cards:,} seen",
        described=f"{whole(known[0])} on {date(first)}",
        drawing=plot(
            up,
            [(step, whole(step)) for step in round_steps(most)],
            curves((path([(0, ground), *points, (1, ground)], closed=True), "under"), (path(points), "curve")),
            *_marks(points, said),
            below=_names(first, days[-1]),
        ),
        table=Table(
            ("Day", "Cards known"),
            [(day, whole(cards)) for day, cards in zip(named[::-1], known[::-1], strict=True)],
        ),
        note="How many cards would have been recalled had all been asked on that day: the sum of predicted recall.",
        share=2,
    )


def _names(first: int, last: int) -> list[tuple[float, str]]:
    """Return the months that begin within the days; both ends where they are too few to tell the time by."""
    named = [((day - first) / (last - first), name) for day, name in months(first, last, MOST_NAMES)]
    return named if len(named) > 1 else [(0, day_and_month(first)), (1, day_and_month(last))]


def _marks(points: Sequence[tuple[float, float]], said: Sequence[str]) -> list[Markup]:
    """Return marks, each of which takes half of the way to its neighbours."""
    edges = [0.0, *((left + right) / 2 for (left, _), (right, _) in pairwise(points)), 1.0]
    return [
        mark(
            words,
            reach(left, right - left),
            line(x, y, x, upright(0, 1)(0), "guide seldom"),
            dot(x, y, 4, "dot seldom"),
        )
        for (x, y), words, (left, right) in zip(points, said, pairwise(edges), strict=True)
    ]
