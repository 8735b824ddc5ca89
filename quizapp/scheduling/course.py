"""The course that a card is expected to take: when it comes back if every answer from now on is Good.

Plans and forecasts walk it. It leaves out lapses, which bring some cards back sooner, and fuzz, which moves
both ways. Its recall is close to what happens all the same, because FSRS keeps that between the desired
retention and 1 either way; its reviews are too few by what lapses add.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizapp.model import MemoryState, Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.engine import memory_after, outcome, retrievability
from quizapp.scheduling.fuzz import whole_days
from quizapp.scheduling.schedule import elapsed_days
from quizapp.scheduling.steps import move

FIRST_RATINGS = {Rating.AGAIN: 0.24, Rating.HARD: 0.094, Rating.GOOD: 0.495, Rating.EASY: 0.171}
"""How often new cards get each rating: `first_rating_prob` of fsrs-rs's `default_simulator_config`."""


class Point(NamedTuple):
    """Where a card stands on its course: its memory, when it was last answered, and when it comes back."""

    memory: MemoryState
    last_on: int
    due_on: int

    def recall_on(self, day: int, settings: SchedulingSettings) -> float:
        """Return the recall predicted on a study day if the card is not answered before."""
        return retrievability(self.memory, elapsed_days(self.last_on, day), settings.parameters)


def point_of(schedule: Schedule, today: int) -> Point:
    """Return where a card stands; one that is overdue or has a step pending comes today."""
    due_on = today if schedule.due_on is None else max(schedule.due_on, today)
    return Point(schedule.memory, schedule.last_review_on, due_on)


def first_point(day: int, first: Rating, settings: SchedulingSettings) -> Point:
    """Return where a new card stands after its first day: rated once, then recalled at every step."""
    ratings = [first]
    learning, relearning = settings.learning_steps_ms, settings.relearning_steps_ms
    at = move(Phase.NEW, None, first, learning, relearning)
    while at.phase is not Phase.REVIEW:
        ratings.append(Rating.GOOD)
        at = move(at.phase, at.step, Rating.GOOD, learning, relearning)
    *earlier, last = ratings
    memory = memory_after(None, [(rating, 0) for rating in earlier], settings.parameters) if earlier else None
    return _after(memory, last, 0, day, settings)


def answered(point: Point, day: int, rating: Rating, settings: SchedulingSettings) -> Point:
    """Return where a card stands after an answer; rated Again, it is relearned on the same day."""
    after = _after(point.memory, rating, elapsed_days(point.last_on, day), day, settings)
    return _after(after.memory, Rating.GOOD, 0, day, settings) if rating is Rating.AGAIN else after


def course(point: Point, until: int, settings: SchedulingSettings) -> Iterator[Point]:
    """Yield where a card stands now, and after each review that it is due for before the day `until`."""
    yield point
    while point.due_on < until:
        point = answered(point, point.due_on, Rating.GOOD, settings)
        yield point


def _after(memory: MemoryState | None, rating: int, elapsed: int, day: int, settings: SchedulingSettings) -> Point:
    after, exact_days = outcome(memory, rating, elapsed, settings.desired_retention, settings.parameters)
    return Point(after, day, day + whole_days(exact_days, settings.maximum_interval_days))
