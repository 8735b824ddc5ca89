"""What home and `quizapp decks` show: counts a deck, the day as a whole, streak and forecast. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.model import DAY_MS, Card, CardState, Deck, Phase, Schedule
from quizapp.study.queue import Queue
from quizapp.study.session import ANSWERS_PER_DUE_CARD, ANSWERS_PER_NEW_CARD

FORECAST_DAYS = 7
STREAK_DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """One deck today. `new`, `learning` and `due` are what today's queue holds of it.

    `next_due_at` is the instant of its next learning card, `next_due_on` the study day of its next review, None where
    there is none. `recall` is the mean predicted recall now of the cards seen so far, None while all are new.
    """

    deck: Deck
    cards: int
    new: int
    learning: int
    due: int
    suspended: int
    next_due_at: int | None
    next_due_on: int | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class DayTotals:
    """What was answered on one study day. `reviewed` and `recalled` count answers to cards in phase Review."""

    cards: int = 0
    answers: int = 0
    ms: int = 0
    reviewed: int = 0
    recalled: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """Today, over all decks. `new`, `learning` and `due` add up to what Start studying will ask.

    `forecast` pairs each of the next seven study days with the cards that come back on it. `last_days` says for the
    last fourteen, oldest first and today last, whether anything was answered. `ahead_days` is the distance to the next
    day that holds cards and `ahead_count` how many would come by then; both 0 when nothing is scheduled.
    """

    day: int
    decks: tuple[DeckSummary, ...]
    new: int
    learning: int
    due: int
    minutes: int
    streak_days: int
    longest_streak_days: int
    last_days: tuple[bool, ...]
    forecast: tuple[tuple[int, int], ...]
    next_due_at: int | None
    next_due_on: int | None
    studied_today: DayTotals
    ahead_days: int
    ahead_count: int
    new_left: int
    new_left_deck: str

    @property
    def total(self) -> int:
        return self.new + self.learning + self.due


Recall = Callable[[Schedule, int], float]
"""Predicted recall of a schedule on a study day."""


class Returns:
    """On which study day each card comes back, given what today's queue holds.

    A due card that today leaves out (buried, a sibling of one answered, beyond the limit) comes tomorrow, and so does a
    learning card whose step ends after the day does.
    """

    def __init__(self, queue: Queue, today: int, day_ends_at: int) -> None:
        self.today = today
        self._day_ends_at = day_ends_at
        self._queued = frozenset(card.card_id for card in (*queue.main, *queue.learning))

    def holds(self, card_id: str) -> bool:
        """Tell whether today's queue holds a card."""
        return card_id in self._queued

    def day_of(self, card_id: str, schedule: Schedule) -> int:
        """Return the study day on which a card comes; today when the queue holds it."""
        if card_id in self._queued:
            return self.today
        if schedule.due_on is not None:
            return max(schedule.due_on, self.today + 1)
        late_ms = max((schedule.due_at or 0) - self._day_ends_at, 0)
        return self.today + 1 + late_ms // DAY_MS

    def forecast(
        self, cards: Mapping[str, Card], states: Mapping[str, CardState], days: int = FORECAST_DAYS
    ) -> tuple[tuple[int, int], ...]:
        """Return how many cards come back on each of the next study days, today's own not counted."""
        counts = Counter(self._days(cards, states))
        return tuple((day, counts[day]) for day in range(self.today + 1, self.today + 1 + days))

    def next_day(self, cards: Mapping[str, Card], states: Mapping[str, CardState]) -> int | None:
        """Return the first study day after today on which a card comes back, None when none does."""
        return min((day for day in self._days(cards, states) if day > self.today), default=None)

    def _days(self, cards: Mapping[str, Card], states: Mapping[str, CardState]) -> Iterator[int]:
        """Yield the day of every card that has been answered, that a deck still has and that is not suspended."""
        for card_id, (schedule, suspended, _, _) in states.items():
            if schedule is not None and not suspended and card_id in cards:
                yield self.day_of(card_id, schedule)


def summarise_deck(
    deck: Deck,
    states: Mapping[str, CardState],
    queue: Counter[tuple[str, Phase]],
    returns: Returns,
    *,
    recall: Recall,
) -> DeckSummary:
    suspended = 0
    next_at: int | None = None
    next_on: int | None = None
    recalls: list[float] = []
    for card in deck.cards:
        state = states.get(card[0])
        if state is None:
            continue
        suspended += state.suspended
        schedule = state.schedule
        if schedule is None:
            continue
        recalls.append(recall(schedule, returns.today))
        if state.suspended:
            continue
        if schedule.due_at is not None and returns.holds(card[0]):
            next_at = _earlier(next_at, schedule.due_at)
        else:
            next_on = _earlier(next_on, returns.day_of(card[0], schedule))
    return DeckSummary(
        deck=deck,
        cards=len(deck.cards),
        new=queue[deck.deck_id, Phase.NEW],
        learning=queue[deck.deck_id, Phase.LEARNING],
        due=queue[deck.deck_id, Phase.REVIEW],
        suspended=suspended,
        next_due_at=next_at,
        next_due_on=next_on,
        recall=sum(recalls) / len(recalls) if recalls else None,
    )


def count_queue(queue: Queue) -> Counter[tuple[str, Phase]]:
    """Count a queue's cards by deck, as New, Learning or Review."""
    counts: Counter[tuple[str, Phase]] = Counter((card.deck_id, Phase.LEARNING) for card in queue.learning)
    counts.update((card.deck_id, Phase.NEW if card.card_id in queue.new_ids else Phase.REVIEW) for card in queue.main)
    return counts


def last_days(studied: Sequence[int], today: int, days: int = STREAK_DAYS_SHOWN) -> tuple[bool, ...]:
    """Return for each of the last study days, today last, whether anything was answered."""
    studied_days = set(studied)
    return tuple(day in studied_days for day in range(today - days + 1, today + 1))


def streak(days: Sequence[int], today: int) -> tuple[int, int]:
    """Return the current and the longest run of study days with an answer.

    The current run may end yesterday: a day that is not over yet has not broken it.

    Args:
        days: study days with at least one answer, ascending.
    """
    longest = run = current = 0
    previous: int | None = None
    for day in days:
        run = run + 1 if previous == day - 1 else 1
        longest = max(longest, run)
        if day in (today - 1, today):
            current = run
        previous = day
    return current, longest


def minutes_for(queue: Queue, pace_ms: int) -> int:
    """Return the minutes that a queue takes, at least 1 when it holds anything."""
    if not len(queue):
        return 0
    new = len(queue.new_ids)
    answers = new * ANSWERS_PER_NEW_CARD + (len(queue) - new) * ANSWERS_PER_DUE_CARD
    return max(1, round(answers * pace_ms / 60_000))


def _earlier(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else min(first, second)
