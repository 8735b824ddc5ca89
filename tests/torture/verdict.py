"""Whether a collection is whole after what was done to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from jobs import database
from worlds import TestClock

from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.model import Action, ActionKind, Event
from quizapp.store.store import Store


class Found(NamedTuple):
    """What a collection holds: the ids of the learner's acts, oldest first, and what is wrong with it, if anything."""

    events: tuple[str, ...]
    wrong: str


def settings_of(root: Path) -> Settings:
    """Return the settings by which `jobs.run` runs the program below a root."""
    return Settings(
        database=database(root),
        deck_paths=(root / "decks",),
        config_file=root / "config" / "quizapp" / "config.toml",
        cache_folder=root / "cache" / "quizapp",
        state_folder=root / "state" / "quizapp",
    )


def examine(root: Path, clock: TestClock | None = None) -> Found:
    """Open a collection as the program does, and say what is in it."""
    try:
        with Collection.open(settings_of(root), clock or TestClock()) as collection:
            store = collection.store
            events = store.events_since("")
            wrong = _schedules_differ(store) or _twice(events)
        for file in (database(root), *_kept(root)):
            with closing(sqlite3.connect(file)) as connection:
                (said,) = connection.execute("PRAGMA quick_check").fetchone()
                if said != "ok" or connection.execute("PRAGMA foreign_key_check").fetchall():
                    wrong = f"{file.name}: {said}"
    except Exception as error:
        return Found((), f"{type(error).__name__}: {error}")
    return Found(tuple(acts(events)), wrong)


def acts(events: Iterable[Event]) -> Iterable[str]:
    """Yield the ids of what the learner did: the program puts its settings on record by itself."""
    for event in events:
        if not (isinstance(event, Action) and event.kind is ActionKind.SETTINGS):
            yield event.event_id


def _kept(root: Path) -> Iterable[Path]:
    """Return the backups, and the databases that were set aside."""
    return [file for file in database(root).parent.rglob("*.db") if file != database(root)]


def _schedules_differ(store: Store) -> str:
    stored = store.states()
    store.rebuild()
    replayed = store.states()
    differ = [card_id for card_id in {*stored, *replayed} if stored.get(card_id) != replayed.get(card_id)]
    return f"the schedules of {differ} are not what their replay gives" if differ else ""


def _twice(events: Iterable[Event]) -> str:
    ids = [event.event_id for event in events]
    return "an event is there twice" if len(set(ids)) != len(ids) else ""
