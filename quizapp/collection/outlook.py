"""What the study days ahead hold when nothing is answered before: worked out with the queue itself, day by day."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.store.duefile import DueDay
from quizapp.study.overview import minutes_for
from quizapp.study.queue import Queue

MOST_DAYS = 30
LOOKS = 200_000
"""Cards looked at in all days together: of a large collection fewer days are worked out, as closing must be quick."""


def days_for(cards: int) -> int:
    """Return how many study days, today among them, are worked out for so many cards."""
    return max(2, min(MOST_DAYS, LOOKS // max(cards, 1)))


def due_days(today: int, cards: int, pace_ms: int, queue_on: Callable[[int], Queue]) -> dict[int, DueDay]:
    """Return what today and the days after it hold, by study day; `queue_on` gives the queue of a day."""
    return {day: due_day(queue_on(day), pace_ms) for day in range(today, today + days_for(cards))}


def due_day(queue: Queue, pace_ms: int) -> DueDay:
    """Return the counts of a queue."""
    new = len(queue.new_ids)
    return DueDay(len(queue) - new, new, minutes_for(queue, pace_ms))
