"""A session: the state machine that walks through a queue. Pure: it is told the time and what became of each answer.

It keeps three places for a card: `main` (in asking order), `learning` (by due instant) and done. The rules for which
comes next, in this order:

1. a learning card whose instant has come;
2. the next of `main`;
3. a learning card whose instant comes within the learn-ahead time;
4. nothing: wait until 3 applies, or end.

The card answered last is passed over as long as any other card could be asked by the same rule or a later one: seen
twice in a row, it would be answered from the screen and not from memory.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from quizapp.model import Card, Phase, Schedule
from quizapp.study.queue import Queue
from quizapp.study.scope import Progress

ANSWERS_PER_NEW_CARD = 2.5
"""Answers a new card takes on its first day: both learning steps, and now and then one again."""

ANSWERS_PER_DUE_CARD = 1.1
"""Answers a due card takes: one in ten lapses and is relearned once."""


class _Pending(NamedTuple):
    """A learning card and when it is due; sorts by instant, then by id."""

    due_at: int
    card_id: str
    card: Card


class Session:
    """Which card is asked now and which next; `current` is None while there is nothing to ask."""

    def __init__(self, queue: Queue, *, learn_ahead_ms: int, due_at: dict[str, int], pace_ms: int) -> None:
        """Begin with a queue; call `advance` for the first card.

        Args:
            due_at: the due instants of the queue's learning cards, by card id.
            pace_ms: what one answer takes, for the estimate of the time left.
        """
        self.current: Card | None = None
        self._main: deque[Card] = deque(queue.main)
        self._learning = [_Pending(due_at[card.card_id], card.card_id, card) for card in queue.learning]
        self._learning.sort()
        self._new = set(queue.new_ids)
        self._total = len(queue)
        self._done: set[str] = set()
        self._last_id: str | None = None
        self._current_due_at: int | None = None
        self._learn_ahead_ms = learn_ahead_ms
        self._pace_ms = pace_ms

    @property
    def waiting_until(self) -> int | None:
        """Return when the next learning card may come, None when none is left or a card is being asked."""
        if self.current or not self._learning:
            return None
        return self._learning[0].due_at - self._learn_ahead_ms

    @property
    def next_due_at(self) -> int | None:
        """Return when the next learning card of this session is due, None when none is left."""
        return self._learning[0].due_at if self._learning else None

    def progress(self) -> Progress:
        waiting = len(self._main) + len(self._learning) + (self.current is not None)
        new = len(self._new)
        answers = new * ANSWERS_PER_NEW_CARD + (waiting - new) * ANSWERS_PER_DUE_CARD
        return Progress(len(self._done), self._total, round(answers * self._pace_ms))

    def advance(self, now: int) -> None:
        """Make the next card current, by the rules above."""
        self.current, self._current_due_at = None, None
        ahead = now + self._learn_ahead_ms
        asks_other = bool(self._main) or any(
            item.due_at <= ahead and item.card_id != self._last_id for item in self._learning
        )
        for limit in (now, ahead):
            index = self._first_learning(limit, skip=self._last_id if asks_other else None)
            if index is not None:
                pending = self._learning.pop(index)
                self.current, self._current_due_at = pending.card, pending.due_at
                return
            if self._main:
                self.current = self._main.popleft()
                return

    def answered(self, schedule: Schedule, day_ends_at: int) -> None:
        """Put the current card where its new schedule says: it comes back today, or it is done."""
        card = self._take_current()
        if schedule.phase in (Phase.LEARNING, Phase.RELEARNING) and (schedule.due_at or 0) < day_ends_at:
            insort(self._learning, _Pending(schedule.due_at or 0, card.card_id, card))
        else:
            self._done.add(card.card_id)

    def crammed(self, *, recalled: bool) -> None:
        """Put the current card away, or to the end when it was not recalled; no schedule is involved."""
        card = self._take_current()
        if recalled:
            self._done.add(card.card_id)
        else:
            self._main.append(card)

    def put_away(self) -> None:
        """Let the current card leave the session: it was buried or suspended."""
        self._done.add(self._take_current().card_id)

    def restore(self, card: Card, *, new: bool, due_at: int | None) -> None:
        """Make a card current again whose answer was undone; the card it displaces is asked right after it.

        Args:
            new: whether the card is new again.
            due_at: its due instant, where a learning step is pending again.
        """
        if self.current is not None:
            self._put_back(self.current)
        known = self._forget(card.card_id)
        if not known:
            self._total += 1
        if new:
            self._new.add(card.card_id)
        self.current, self._current_due_at, self._last_id = card, due_at, None

    def leave_out(self, card_id: str, now: int) -> None:
        """Take a card out of the session: it is not to be asked any more."""
        if self.current is not None and self.current.card_id == card_id:
            self.put_away()
            self.advance(now)
        elif self._forget(card_id):
            self._new.discard(card_id)
            self._done.add(card_id)

    def renew(self, now_of: Callable[[Card], Card | None], now: int) -> None:
        """Ask cards as their notes read now, each in its place.

        Args:
            now_of: what has become of a card; None where it is gone, and then it leaves the session.
        """
        ids = {card.card_id: after.card_id if (after := now_of(card)) else "" for card in self._cards()}
        current = self.current
        self.current = current and now_of(current)
        self._main = deque(after for card in self._main if (after := now_of(card)))
        self._learning = sorted(
            _Pending(item.due_at, after.card_id, after) for item in self._learning if (after := now_of(item.card))
        )
        self._new = {new_id for card_id in self._new if (new_id := ids.get(card_id, card_id))}
        self._total -= sum(not card_id for card_id in ids.values())
        self._last_id = ids.get(self._last_id or "", self._last_id)
        if current is not None and self.current is None:
            self.advance(now)

    def _cards(self) -> list[Card]:
        current = [self.current] if self.current else []
        return [*current, *self._main, *(item.card for item in self._learning)]

    def _put_back(self, card: Card) -> None:
        if self._current_due_at is None:
            self._main.appendleft(card)
        else:
            insort(self._learning, _Pending(self._current_due_at, card.card_id, card))

    def _forget(self, card_id: str) -> bool:
        """Take a card out of every place; tell whether it was in this session."""
        places = len(self._done) + len(self._main) + len(self._learning)
        self._done.discard(card_id)
        self._learning = [item for item in self._learning if item.card_id != card_id]
        self._main = deque(card for card in self._main if card.card_id != card_id)
        return places != len(self._done) + len(self._main) + len(self._learning)

    def _take_current(self) -> Card:
        if self.current is None:
            raise ValueError("no card is being asked")
        card = self.current
        self.current, self._last_id = None, card.card_id
        self._new.discard(card.card_id)
        return card

    def _first_learning(self, due_by: int, skip: str | None) -> int | None:
        for index, item in enumerate(self._learning):
            if item.due_at > due_by:
                return None
            if item.card_id != skip:
                return index
        return None
