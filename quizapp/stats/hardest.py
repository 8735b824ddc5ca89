"""Hardest cards: those that lapsed most often. Source: the schedules.

A lapse is an Again in phase Review. Where two lapsed as often, the one of higher FSRS difficulty comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest, nsmallest
from typing import NamedTuple

from quizapp.model import Schedule

SHOWN = 10


class Hard(NamedTuple):
    """A card that lapsed: how often, its difficulty from 1 to 10, its reviews."""

    card_id: str
    lapses: int
    difficulty: float
    reviews: int


def hardest(schedules: Iterable[tuple[str, Schedule]], number: int = SHOWN) -> tuple[Hard, ...]:
    """Return the cards that lapsed most often, at most so many; none that never did.

    Args:
        schedules: id and schedule of every card that was answered.
    """
    lapsed = [(card_id, schedule) for card_id, schedule in schedules if schedule.lapses]
    least = min(nlargest(number, (schedule.lapses for _, schedule in lapsed)), default=0)
    hard = (
        Hard(card_id, schedule.lapses, schedule.memory.difficulty, schedule.reps)
        for card_id, schedule in lapsed
        if schedule.lapses >= least
    )
    return tuple(nsmallest(number, hard, key=lambda card: (-card.lapses, -card.difficulty, card.card_id)))
