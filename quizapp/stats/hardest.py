"""Hardest cards: those that lapsed most often. Source: the schedules.

A lapse is an Again in phase Review. Where two lapsed as often, the one of higher FSRS difficulty comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import compress
from typing import NamedTuple

from quizapp.model import Schedule

SHOWN = 10


class Hard(NamedTuple):
    """A card that lapsed: how often, its difficulty from 1 to 10, its reviews."""

    card_id: str
    lapses: int
    difficulty: float
    reviews: int


def hardest(card_ids: Sequence[str], schedules: Sequence[Schedule], number: int = SHOWN) -> tuple[Hard, ...]:
    """Return the cards that lapsed most often, at most so many; none that never did.

    Args:
        card_ids: of every card that was answered.
        schedules: theirs, in the same order.
    """
    lapses = [schedule.lapses for schedule in schedules]
    enough = _most(Counter(lapses), number)
    are = [number in enough for number in lapses]
    hard = (
        Hard(card_id, schedule.lapses, schedule.memory.difficulty, schedule.reps)
        for card_id, schedule in zip(compress(card_ids, are), compress(schedules, are), strict=True)
    )
    return tuple(nsmallest(number, hard, key=lambda card: (-card.lapses, -card.difficulty, card.card_id)))


def _most(cards: Mapping[int, int], number: int) -> set[int]:
    """Return the highest numbers of lapses, as many as so many cards have; no lapse is not one of them."""
    found: set[int] = set()
    for lapses in sorted(cards, reverse=True):
        if not lapses or number <= 0:
            break
        found.add(lapses)
        number -= cards[lapses]
    return found
