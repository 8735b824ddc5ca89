"""What is known of a card's memory today."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.model import Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.scheduling.schedule import elapsed_days


class Recall(NamedTuple):
    """A card's memory on one day. `retrievability` is a probability, `elapsed_days` counts from the last
    review."""

    retrievability: float
    elapsed_days: int
    stability_days: float
    lapses: int
    reps: int


def recall_of(schedule: Schedule, study_day: int, parameters: tuple[float, ...]) -> Recall:
    """Return what is known of a card's memory on a study day.

    Args:
        parameters: FSRS-6's 21 weights, empty for the defaults.
    """
    elapsed = elapsed_days(schedule.last_review_on, study_day)
    return Recall(
        retrievability=retrievability(schedule.memory, elapsed, parameters),
        elapsed_days=elapsed,
        stability_days=schedule.memory.stability_days,
        lapses=schedule.lapses,
        reps=schedule.reps,
    )
