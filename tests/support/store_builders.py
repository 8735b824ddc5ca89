"""A pen that writes into a store as the program does, and processes to do it in."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from quizapp.model import (
    DAY_MS,
    Action,
    ActionKind,
    CardState,
    Event,
    Kind,
    MemoryState,
    Phase,
    Rating,
    Review,
    Schedule,
    SchedulingSettings,
)
from quizapp.scheduling.replay import replay
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.undone import live_events
from quizapp.store.store import Store
from quizapp.store.transaction import Transaction

FIRST_DAY = 20_000
CARD = "rivers/nile"


def review(
    event_id: str,
    card_id: str = CARD,
    *,
    device_id: str,
    day: int = FIRST_DAY,
    rating: Rating = Rating.GOOD,
    before: CardState | None = None,
    after: Schedule | None = None,
    duration_ms: int = 4_000,
    answer: str | None = None,
) -> Review:
    previous = before.schedule if before else None
    memory = after.memory if after else MemoryState(2.5, 5.0)
    return Review(
        review_id=event_id,
        card_id=card_id,
        deck_id=card_id.partition("/")[0],
        device_id=device_id,
        reviewed_at=day * DAY_MS,
        utc_offset_minutes=60,
        study_day=day,
        rating=rating,
        phase=before.phase if before else Phase.NEW,
        elapsed_days=max(day - previous.last_review_on, 0) if previous else None,
        duration_ms=duration_ms,
        kind=Kind.QUESTION,
        answer=answer,
        stability_days=memory.stability_days,
        difficulty=memory.difficulty,
        retrievability_before=0.9 if previous else None,
        interval_days=after.interval_days if after else 0,
    )


class Pen:
    """Writes answers and acts; `day` is the study day it is, moved by whoever holds the pen."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.day = FIRST_DAY

    def answer(self, card_id: str = CARD, rating: Rating = Rating.GOOD, *, duration_ms: int = 4_000) -> Review:
        with self.store.writing() as tx:
            return self.add_answer(tx, card_id, rating, duration_ms=duration_ms)

    def add_answer(
        self, tx: Transaction, card_id: str, rating: Rating = Rating.GOOD, *, duration_ms: int = 4_000
    ) -> Review:
        before = tx.state(card_id)
        event_id = self.store.new_id(self.day * DAY_MS)
        after = schedule_review(
            card_id,
            before.schedule,
            rating,
            reviewed_at=self.day * DAY_MS,
            study_day=self.day,
            settings=SchedulingSettings(),
        )
        event = review(
            event_id,
            card_id,
            device_id=self.store.device_id,
            day=self.day,
            rating=rating,
            before=before,
            after=after,
            duration_ms=duration_ms,
        )
        tx.add(event)
        tx.put_state(card_id, before._replace(schedule=after, last_event_id=event_id))
        return event

    def act(self, kind: ActionKind, card_id: str | None = CARD, detail: Mapping[str, object] | None = None) -> Action:
        with self.store.writing() as tx:
            action = self.action(kind, card_id, detail=detail)
            tx.add(action)
            if card_id is not None:
                self.put_replayed(tx, card_id)
        return action

    def undo(self, target: Event) -> Action:
        with self.store.writing() as tx:
            action = self.action(ActionKind.UNDO, target.card_id, target_id=target.event_id)
            tx.add(action)
            if target.card_id is not None:
                self.put_replayed(tx, target.card_id)
        return action

    def action(
        self,
        kind: ActionKind,
        card_id: str | None = CARD,
        *,
        target_id: str | None = None,
        detail: Mapping[str, object] | None = None,
    ) -> Action:
        at_ms = self.day * DAY_MS
        return Action(
            action_id=self.store.new_id(at_ms),
            kind=kind,
            card_id=card_id,
            device_id=self.store.device_id,
            acted_at=at_ms,
            utc_offset_minutes=60,
            study_day=self.day,
            target_id=target_id,
            detail=detail or {},
        )

    def put_replayed(self, tx: Transaction, card_id: str) -> None:
        tx.put_state(card_id, replay(card_id, live_events(tx.events(card_id)), SettingsTimeline()))


def in_child(work: Callable[[], str], *, unprivileged: bool = False) -> str:
    """Return what the work returns in a process of its own, one that permissions hold back if asked.

    An error of the work comes back as the name of its class and its text.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if unprivileged and os.geteuid() == 0:
            os.setuid(65_534)
        try:
            told = work()
        except BaseException as error:
            told = f"{type(error).__name__}: {error}"
        os.write(writing, told.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told
