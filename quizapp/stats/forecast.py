"""Forecast: the reviews of the coming days. Source: the schedules, walked along `quizapp.scheduling.course`.

Every card is expected to be answered on the day it is due, and recalled. So a forecast has the reviews that stand on
a schedule now, those that they create, and those of new cards begun meanwhile; what lapses add is left out. Above
1,000 cards the created reviews are those of 1,000 that stand for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from quizapp.model import Schedule, SchedulingSettings
from quizapp.sampling import sample_of
from quizapp.scheduling.course import FIRST_RATINGS, course, first_point, point_of
from quizapp.scheduling.workload import SAMPLE

FORECAST_DAYS = 30


class Coming(NamedTuple):
    """A study day to come: reviews that stand on a schedule now, and all that are expected, those among them."""

    day: int
    scheduled: int
    expected: float


class Forecast(NamedTuple):
    """The study days from today on. `new_cards` have not been begun; the last is in `new_days` days from today.

    `new_days` is 0 without new cards, 1 when today takes them all, None when a day takes none.
    """

    days: tuple[Coming, ...]
    new_cards: int
    new_days: int | None


def forecast(
    schedules: Sequence[Schedule],
    *,
    today: int,
    settings: SchedulingSettings,
    new_cards: int = 0,
    new_per_day: int = 0,
    days: int = FORECAST_DAYS,
) -> Forecast:
    """Return the reviews of the coming study days, today the first; what is overdue or in learning comes today.

    Args:
        schedules: of all cards that come back, suspended ones left out.
        new_cards: cards that have never been answered and may come.
        new_per_day: how many of them a day begins.
    """
    due = Counter([schedule.due_on for schedule in schedules])
    scheduled = Counter({day: cards for day, cards in due.items() if day is not None and day > today})
    scheduled[today] = len(schedules) - scheduled.total()
    created: Counter[int] = Counter()
    sample = sample_of(schedules, SAMPLE)
    for schedule in sample:
        # The first point is where the card stands, the second after the review that `scheduled` has already.
        walked = course(point_of(schedule, today), today + days, settings)
        created.update([later.last_on for later in islice(walked, 2, None)])
    scale = len(schedules) / len(sample) if sample else 0.0
    of_new = _reviews_of_new(days, new_cards, new_per_day, settings)
    return Forecast(
        days=tuple(
            Coming(day, scheduled[day], scheduled[day] + created[day] * scale + of_new[day - today])
            for day in range(today, today + days)
        ),
        new_cards=new_cards,
        new_days=-(-new_cards // new_per_day) if new_per_day else None if new_cards else 0,
    )


def _reviews_of_new(days: int, cards: int, per_day: int, settings: SchedulingSettings) -> list[float]:
    """Return the reviews, by day from today, of new cards that are begun meanwhile, the day they begin left out."""
    expected = [0.0] * days
    if not cards or not per_day:
        return expected
    for rating, share in FIRST_RATINGS.items():
        _, *reviewed = course(first_point(0, rating, settings), days, settings)
        for begun_on in range(min(days, -(-cards // per_day))):
            begun = min(per_day, cards - begun_on * per_day)
            for review in reviewed:
                if begun_on + review.last_on < days:
                    expected[begun_on + review.last_on] += begun * share
    return expected
