"""What today and the days ahead hold: the queues that sessions, the overview and the counts of due cards come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from quizapp.clock import Clock, day_ends_at
from quizapp.collection.journal import Journal
from quizapp.collection.outlook import due_day, due_days
from quizapp.collection.plans import Plans
from quizapp.config import Settings
from quizapp.model import Card, Deck, Phase, Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.store.duefile import DueDay
from quizapp.store.store import Store
from quizapp.study import overview as views
from quizapp.study.queue import DayLog, Queue, build_queue, cram_queue
from quizapp.study.scope import EVERYTHING, Scope, SessionSummary

DEFAULT_PACE_MS = 9_000
"""What an answer is taken to last until the log knows better."""


class Agenda:
    """Works out what is to be studied. It records nothing, and takes states as the journal has them now."""

    def __init__(
        self,
        decks: Sequence[Deck],
        cards: Mapping[str, Card],
        store: Store,
        journal: Journal,
        plans: Plans,
        clock: Clock,
        settings: Settings,
    ) -> None:
        self._decks = decks
        self._cards = cards
        self._store = store
        self._journal = journal
        self._plans = plans
        self._clock = clock
        self._settings = settings

    def queue(self, scope: Scope = EVERYTHING, on: int | None = None) -> Queue:
        """Return the queue of today, or of a later study day should nothing be answered before."""
        today = self._journal.today() if on is None else on
        if scope.cram:
            return cram_queue(self._decks, self._journal.states, today=today, scope=scope)
        return build_queue(
            self._decks,
            self._cards,
            self._journal.states,
            now=self._journal.now().at_ms,
            today=today,
            day_ends_at=self._day_ends_at(today),
            log=self._day_log(today),
            settings=self._settings.study,
            scope=scope,
            exams=self._plans.exams(today),
        )

    def overview(self) -> views.Overview:
        """Return what today holds, over all decks."""
        today, queue = self._journal.today(), self.queue()
        counts = views.count_queue(queue)
        returns = views.Returns(queue, today, self._day_ends_at(today))
        recall = self.recall()
        states = self._journal.states
        decks = tuple(views.summarise_deck(deck, states, counts, returns, recall=recall) for deck in self._decks)
        studied = self._store.study_days()
        current, longest = views.streak(studied, today)
        next_on = returns.next_day(self._cards, states)
        ahead = self.queue(Scope(ahead_days=next_on - today)) if next_on else Queue(())
        return views.Overview(
            day=today,
            decks=decks,
            new=len(queue.new_ids),
            learning=len(queue.learning),
            due=len(queue.main) - len(queue.new_ids),
            minutes=views.minutes_for(queue, self.pace_ms()),
            streak_days=current,
            longest_streak_days=longest,
            last_days=views.last_days(studied, today),
            forecast=returns.forecast(self._cards, states),
            next_due_at=min((deck.next_due_at for deck in decks if deck.next_due_at is not None), default=None),
            next_due_on=next_on,
            studied_today=self._store.day_totals(today),
            ahead_days=next_on - today if next_on else 0,
            ahead_count=len(ahead.main),
            new_left=len(queue.new_left),
            new_left_deck=self._title(queue.new_left[0].deck_id) if queue.new_left else "",
        )

    def finish(self, summary: SessionSummary) -> SessionSummary:
        """Add to a session's summary what only the whole collection knows."""
        today = self._journal.today()
        current, _ = views.streak(self._store.study_days(), today)
        returns = views.Returns(self.queue(), today, self._day_ends_at(today))
        next_on = returns.next_day(self._cards, self._journal.states)
        ahead_days = next_on - today if next_on else 0
        return replace(
            summary,
            streak_days=current,
            tomorrow=returns.forecast(self._cards, self._journal.states, days=1)[0][1],
            next_due_on=next_on,
            ahead_days=ahead_days if next_on and len(self.queue(Scope(ahead_days=ahead_days)).main) else 0,
        )

    def due_today(self) -> DueDay:
        """Return the counts of today."""
        return due_day(self.queue(), self.pace_ms())

    def due_days(self) -> dict[int, DueDay]:
        """Return the counts of today and the days after it, by study day."""
        return due_days(
            self._journal.today(), len(self._cards), self.pace_ms(), lambda day: self.queue(EVERYTHING, day)
        )

    def pace_ms(self) -> int:
        """Return what an answer lasts, by the newest ones as soon as there are enough of them."""
        return self._store.recent_pace_ms() or DEFAULT_PACE_MS

    def recall(self) -> Callable[[Schedule, int], float]:
        """Return what tells the recall predicted for a schedule on a study day, 0 to 1."""
        parameters = self._settings.scheduling.parameters

        def recall(schedule: Schedule, day: int) -> float:
            return retrievability(schedule.memory, max(day - schedule.last_review_on, 0), parameters)

        return recall

    def _day_ends_at(self, day: int) -> int:
        return day_ends_at(self._clock, day, self._settings.study.day_cutoff_hour)

    def _day_log(self, day: int) -> DayLog:
        answered = self._store.reviewed_cards_on(day)
        return DayLog(
            note_keys=frozenset(card_id.partition("#")[0] for card_id, _ in answered),
            begun=tuple(card_id for card_id, phase in answered if phase is Phase.NEW),
            reviewed=tuple(card_id for card_id, phase in answered if phase is Phase.REVIEW),
        )

    def _title(self, deck_id: str) -> str:
        return next(deck.title for deck in self._decks if deck.deck_id == deck_id)
