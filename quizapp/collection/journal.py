"""The write side of an opened collection: every answer and act becomes one event in one transaction.

The schedule that follows is computed inside the transaction, from what the database holds at that moment and not from
what was on the screen: two programs may answer the same card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from quizapp.clock import Clock, Moment
from quizapp.collection.calendar import Calendar
from quizapp.config import Settings
from quizapp.errors import NothingToUndo
from quizapp.model import NEW_CARD, Action, ActionKind, Card, CardState, Event, Rating, Review
from quizapp.scheduling.explain import explain
from quizapp.scheduling.planned import plan_review
from quizapp.scheduling.recall import recall_of
from quizapp.scheduling.replay import replay
from quizapp.scheduling.set_due import set_due
from quizapp.scheduling.settings import SettingsTimeline, settings_to_detail
from quizapp.scheduling.undone import live_events
from quizapp.store.store import Store
from quizapp.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Taken:
    """What an undo took back: the first event of its batch, and what the cards are again, by id."""

    event: Event
    states: Mapping[str, CardState]


class Journal:
    """Records events and keeps `states`, what the log says of each card, in step with the database."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self.states: dict[str, CardState] = store.states()
        self._timeline = SettingsTimeline(store.settings_events())
        self._actions_seen = -1
        self.calendar = Calendar({}, {}, (), settings.study.easy_days)

    def now(self) -> Moment:
        return self._clock.now()

    def today(self) -> int:
        return self.now().study_day(self._settings.study.day_cutoff_hour)

    def keep_settings(self) -> None:
        """Put the scheduling settings on record when they are not those of the newest settings event."""
        if self._settings.scheduling != self._timeline.latest:
            with self._writing():
                pass

    def change_settings(self, settings: Settings) -> None:
        """Go by other settings from now on; when this returns, scheduling settings are on record."""
        self._settings = settings
        self.keep_settings()

    def review(self, card: Card, rating: Rating, *, duration_ms: int, answer: str | None) -> Review:
        """Record one answer; when this returns it is on disk and `states` holds what follows."""
        moment = self.now()
        settings = self._settings.scheduling
        day = moment.study_day(self._settings.study.day_cutoff_hour)
        with self._writing() as tx:
            before = tx.state(card.card_id)
            if before != self.states.get(card.card_id, NEW_CARD):
                self._changed({card.card_id: before})  # another program did something to it since
            previous = before.schedule
            planned = plan_review(
                card.card_id,
                previous,
                rating,
                reviewed_at=moment.at_ms,
                study_day=day,
                settings=settings,
                around=self.calendar.around(card, before),
            )
            after = planned.schedule
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
            if planned.due_on is not None:
                move = self._set_due(card.card_id, planned.due_on, "exam", review.review_id)
                tx.add(move)
                state = state._replace(schedule=planned.result, last_event_id=move.action_id)
            tx.put_state(card.card_id, state)
            if previous is None:
                tx.remember_cards((card,))
        self._changed({card.card_id: state})
        return review

    def act(self, kind: ActionKind, cards: Sequence[Card]) -> None:
        """Record an act on each of some cards as one batch, which one undo takes back."""
        batch = ""
        states = {}
        with self._writing() as tx:
            for card in cards:
                action = self._action(kind, card.card_id, detail={"batch": batch} if batch else None)
                batch = batch or action.action_id
                tx.add(action)
                states[card.card_id] = self._replayed(tx, card.card_id)
            tx.remember_cards(cards)
        self._changed(states)

    def undo(self) -> Taken:
        """Take back the newest answer or act that still holds, of whichever session, with its whole batch.

        Raises:
            NothingToUndo: nothing is left that could be taken back.
        """
        with self._writing() as tx:
            newest = tx.newest_undoable()
            if newest is None:
                raise NothingToUndo
            batch = tx.batch_of(newest)
            for event in reversed(batch):
                tx.add(self._action(ActionKind.UNDO, event.card_id, target_id=event.event_id))
            card_ids = dict.fromkeys(event.card_id for event in batch if event.card_id)
            states = {card_id: self._replayed(tx, card_id) for card_id in (*card_ids, *tx.carried_to(card_ids))}
        self._changed(states)
        return Taken(batch[0], {card_id: states[card_id] for card_id in card_ids})

    def plan(self, due_on: Mapping[str, int], why: str, exam: Mapping[str, object] | None = None) -> int:
        """Set cards due on other days, and an exam with them, as one batch that undo takes back together.

        Returns how many cards it moved: what is new or in a learning step has no day that could be another.
        """
        batch = ""
        states = {}
        with self._writing() as tx:
            if exam is not None:
                action = self._action(ActionKind.EXAM, None, detail=exam)
                tx.add(action)
                batch = action.action_id
            for card_id, day in due_on.items():
                before = tx.state(card_id)
                if before.schedule is None or before.schedule.due_on is None:
                    continue
                action = self._set_due(card_id, day, why, batch)
                batch = batch or action.action_id
                tx.add(action)
                after = before._replace(schedule=set_due(before.schedule, day), last_event_id=action.action_id)
                tx.put_state(card_id, after)
                states[card_id] = after
        self._changed(states)
        return len(states)

    def carry(self, old_id: str, card: Card) -> None:
        """Give a card the progress of one that it replaces."""
        with self._writing() as tx:
            tx.add(self._action(ActionKind.CARRY, card.card_id, detail={"from": old_id}))
            state = self._replayed(tx, card.card_id)
            tx.remember_cards((card,))
        self._changed({card.card_id: state})

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
        self._changed({card.card_id: state})
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

    def _changed(self, states: Mapping[str, CardState]) -> None:
        """Take in what cards are now that it is on disk."""
        for card_id, state in states.items():
            self.calendar.moved(card_id, self.states.get(card_id, NEW_CARD), state)
            self.states[card_id] = state

    def _set_due(self, card_id: str, due_on: int, why: str, batch: str) -> Action:
        together = {"batch": batch} if batch else {}
        return self._action(ActionKind.SET_DUE, card_id, detail={"due_on": due_on, "for": why, **together})

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
