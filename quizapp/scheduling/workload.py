"""What a desired retention costs: cards a day in the coming months, before and after a change of it.

Every card is walked along its course (see `quizapp.scheduling.course`) for so many days, new ones begun as
the learner begins them. Due days that stand now stay, as they do in the program; intervals after them follow
the desired retention. Lapses are left out, so the counts are low, but their ratio is that of fsrs-rs's own
simulator within a tenth from 0.8 to 0.97: show the ratio beside what the learner really does a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.model import Schedule, SchedulingSettings
from quizapp.sampling import sample_of
from quizapp.scheduling.course import FIRST_RATINGS, Point, course, first_point, point_of

HORIZON_DAYS = 90
"""How far the mean looks ahead."""

SAMPLE = 1_000
"""From how many cards on some are walked for all: an estimate gains nothing from more."""


class Workload(NamedTuple):
    """Cards a day, new ones and reviews together, at the desired retention of today and at another."""

    before: float
    after: float

    @property
    def ratio(self) -> float:
        """Return how many times as many cards the other asks for; 1 where there are none."""
        return self.after / self.before if self.before else 1.0


def retention_change(
    schedules: Sequence[Schedule],
    desired_retention: float,
    *,
    today: int,
    new_per_day: int,
    settings: SchedulingSettings,
) -> Workload:
    """Return what it would mean to change the desired retention that the settings hold.

    Args:
        schedules: of all cards that come back, suspended ones left out.
        new_per_day: new cards that a day begins.
    """
    changed = replace(settings, desired_retention=desired_retention)
    before, after = (
        cards_a_day(schedules, today=today, new_per_day=new_per_day, settings=held) for held in (settings, changed)
    )
    return Workload(before, after)


def cards_a_day(
    schedules: Sequence[Schedule],
    *,
    today: int,
    new_per_day: int,
    settings: SchedulingSettings,
    days: int = HORIZON_DAYS,
) -> float:
    """Return the mean number of cards a day over so many days from today; it rises with desired retention."""
    end = today + days
    sample = sample_of(schedules, SAMPLE)
    reviews = sum(len(_reviews(point_of(schedule, today), end, settings)) for schedule in sample)
    total = reviews * len(schedules) / len(sample) if sample else 0.0
    for rating, share in FIRST_RATINGS.items():
        # Of the new cards of each day, those that come back n days after it do so on all but the last n days.
        later = _reviews(first_point(today, rating, settings), end, settings)
        total += new_per_day * share * (days + sum(end - day for day in later))
    return total / days


def _reviews(point: Point, until: int, settings: SchedulingSettings) -> list[int]:
    """Return the days before `until` on which a card is reviewed."""
    _, *after = course(point, until, settings)
    return [reviewed.last_on for reviewed in after]
