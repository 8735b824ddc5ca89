"""The write side of an opened collection: every answer and act becomes one event in one transaction.

The schedule that follows is computed inside the transaction, from what the database holds at that moment and not from
what was on the screen: two programs may answer the same card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from quizapp.clock import Clock, Moment
from quizapp.config import Settings
from quizapp.errors import NothingToUndo
from quizapp.model import Action, ActionKind, Card, CardState, Event, Rating, Review
from quizapp.scheduling.explain import explain
from quizapp.scheduling.recall import recall_of
from quizapp.scheduling.replay import live_events, replay
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import SettingsTimeline, settings_to_detail
from quizapp.store.store import Store
from quizapp.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Taken:
    """What an undo took back, and what the card is again."""

    event: Event
    card_id: str
    state: CardState


class Journal:
    """Records events and keeps `states`, what the log says of each card, in step with the database."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self.states: dict[str, CardState] = store.states()
        self._timeline = SettingsTimeline(store.settings_events())
        self._actions_seen = -1

    def now(self) -> Moment:
        return self._clock.now()

    def today(self) -> int:
        return self.now().study_day(self._settings.study.day_cutoff_hour)

    def keep_settings(self) -> None:
        """Put the scheduling settings on record when they are not those of the newest settings event."""
        if self._settings.scheduling != self._timeline.latest:
            with self._writing():
                pass

    def review(self, card: Card, rating: Rating, *, duration_ms: int, answer: str | None) -> Review:
        """Record one answer; when this returns it is on disk and `states` holds what follows."""
        moment = self.now()
        settings = self._settings.scheduling
        day = moment.study_day(self._settings.study.day_cutoff_hour)
        with self._writing() as tx:
            before = tx.state(card.card_id)
            previous = before.schedule
            after = schedule_review(
                card.card_id, previous, rating, reviewed_at=moment.at_ms, study_day=day, settings=settings
            )
            recall = recall_of(previous, day, settings.parameters) if previous else None
            review = Review(
                review_id=self._store.new_id(moment.at_ms),
                card_id=card.card_id,
                deck_id=card.deck_id,
                device_id=self._store.device_id,
                reviewed_at=moment.at_ms,
                utc_offset_minutes=moment.utc_offset_minutes,
                study_day=day,
                rating=rating,
                phase=before.phase,
                elapsed_days=recall.elapsed_days if recall else None,
                duration_ms=duration_ms,
                kind=card.kind,
                answer=answer,
                stability_days=after.memory.stability_days,
                difficulty=after.memory.difficulty,
                retrievability_before=recall.retrievability if recall else None,
                interval_days=after.interval_days,
            )
            tx.add(review)
            state = before._replace(schedule=after, last_event_id=review.review_id)
            tx.put_state(card.card_id, state)
            if previous is None:
                tx.remember_cards((card,))
        self.states[card.card_id] = state
        return review

    def act(self, kind: ActionKind, card: Card) -> CardState:
        """Record an act on one card and return what the card is after it."""
        with self._writing() as tx:
            tx.add(self._action(kind, card.card_id))
            state = self._replayed(tx, card.card_id)
            tx.remember_cards((card,))
        self.states[card.card_id] = state
        return state

    def undo(self) -> Taken:
        """Take back the newest answer or act that still holds, of whichever session.

        Raises:
            NothingToUndo: nothing is left that could be taken back.
        """
        with self._writing() as tx:
            target = tx.newest_undoable()
            if target is None or target.card_id is None:
                raise NothingToUndo
            tx.add(self._action(ActionKind.UNDO, target.card_id, target_id=target.event_id))
            state = self._replayed(tx, target.card_id)
        self.states[target.card_id] = state
        return Taken(target, target.card_id, state)

    def carry(self, old_id: str, card: Card) -> None:
        """Give a card the progress of one that it replaces."""
        with self._writing() as tx:
            tx.add(self._action(ActionKind.CARRY, card.card_id, detail={"from": old_id}))
            state = self._replayed(tx, card.card_id)
            tx.remember_cards((card,))
        self.states[card.card_id] = state

    def undo_carry(self, card: Card) -> bool:
        """Take back the carry that gave a card its progress; False when none did."""
        with self._writing() as tx:
            events = live_events(tx.events(card.card_id))
            carries = [
                event
                for event in events
                if isinstance(event, Action) and event.kind is ActionKind.CARRY and event.card_id == card.card_id
            ]
            if not carries:
                return False
            tx.add(self._action(ActionKind.UNDO, card.card_id, target_id=carries[-1].action_id))
            state = self._replayed(tx, card.card_id)
        self.states[card.card_id] = state
        return True

    def has_progress(self, card_id: str) -> bool:
        """Tell whether the log holds something of a card that must not be lost."""
        state = self.states.get(card_id)
        return state is not None and (state.schedule is not None or state.suspended)

    def remember(self, cards: Iterable[Card]) -> None:
        """Keep what these cards ask, of those that have progress."""
        known = [card for card in cards if self.has_progress(card.card_id)]
        if known:
            with self._writing() as tx:
                tx.remember_cards(known)

    def explain(self, card: Card) -> list[str]:
        """Return in sentences why a card comes back when it does."""
        events = live_events(self._store.card_events(card.card_id))
        return explain(
            card.card_id,
            events,
            self._timeline,
            today=self.today(),
            leech_lapses=self._settings.study.leech_lapses,
        )

    def refresh(self) -> None:
        """Read the states anew when another program has written since."""
        if self._store.changed_outside():
            self.states.clear()
            self.states.update(self._store.states())
            self._timeline = SettingsTimeline(self._store.settings_events())

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        """Give a transaction in which our settings are those of the newest settings event.

        Another program may have put others on record since: what is scheduled here must be what a replay gives.
        """
        with self._store.writing() as tx:
            if tx.position.actions != self._actions_seen:
                self._timeline = SettingsTimeline(tx.settings_events())
            self._actions_seen = -1  # until this transaction is on disk
            if self._settings.scheduling != self._timeline.latest:
                tx.add(self._action(ActionKind.SETTINGS, None, detail=settings_to_detail(self._settings.scheduling)))
                self._timeline = SettingsTimeline(tx.settings_events())
            yield tx
            actions = tx.position.actions
        self._actions_seen = actions

    def _replayed(self, tx: Transaction, card_id: str) -> CardState:
        """Store and return what a card's events lead to; `states` follows once the transaction is on disk."""
        state = replay(card_id, live_events(tx.events(card_id)), self._timeline)
        tx.put_state(card_id, state)
        return state

    def _action(
        self,
        kind: ActionKind,
        card_id: str | None,
        *,
        target_id: str | None = None,
        detail: Mapping[str, object] | None = None,
    ) -> Action:
        moment = self.now()
        return Action(
            action_id=self._store.new_id(moment.at_ms),
            kind=kind,
            card_id=card_id,
            device_id=self._store.device_id,
            acted_at=moment.at_ms,
            utc_offset_minutes=moment.utc_offset_minutes,
            study_day=moment.study_day(self._settings.study.day_cutoff_hour),
            target_id=target_id,
            detail=detail or {},
        )
