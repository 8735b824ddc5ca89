"""What the doctor finds in a world, a way to break an index, and one to let deck files be old."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from worlds import World

from quizapp.doctor.examination import examine
from quizapp.doctor.finding import Finding, Level
from quizapp.store.store import Store


def examined(world: World) -> list[Finding]:
    return list(examine(world.settings, world.clock))


def problems(world: World) -> dict[str, Finding]:
    return {found.check: found for found in examined(world) if found.level is Level.PROBLEM}


def break_index(world: World) -> None:
    """Add to an index what its table does not hold, by writing a row of which it hears nothing."""
    path = world.settings.database
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        row = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'review_study_day'").fetchone()
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'review_study_day'")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO review SELECT seq + 1000, "
            "substr(review_id, 1, 19) || iif(review_id LIKE '%v', 'u', 'v'), card_key, device_key, reviewed_at, "
            "utc_offset_minutes, study_day, rating % 4 + 1, phase, elapsed_days, duration_ms, kind, "
            "answer, stability_days, difficulty, retrievability_before, interval_days FROM review WHERE seq = 1"
        )
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)
    with Store.open(path) as store:
        store.rebuild()


def make_decks_settled(world: World) -> None:
    """Let the deck file be older than what is kept of it by more than any clock's tick."""
    deck = world.decks / "rivers.yaml"
    os.utime(deck, ns=(0, deck.stat().st_mtime_ns - 60 * 10**9))
    with world.open():
        pass
