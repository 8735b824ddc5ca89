"""What two databases hold of each other's log, day by day: what restoring one would change."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quizapp.store.connections import connect_to_read

_WAIT_S = 1.0
_EVENTS = {"review": "review_id", "action": "action_id", "quiz": "quiz_id"}


class DayChange(NamedTuple):
    """What a study day would lose and gain: answers, taken back or not, and all else, such as acts and quizzes."""

    study_day: int
    lost: int
    gained: int
    lost_others: int
    gained_others: int


def compare(database: Path | None, backup: Path) -> tuple[DayChange, ...]:
    """Return the days on which a backup holds another log than a database, ascending; nothing is changed.

    Events are the same when their ids are. A database that is not there (None) holds none.

    Raises:
        sqlite3.Error: one of them is damaged or missing.
    """
    with closing(connect_to_read(database, _WAIT_S) if database else _connect_to_nothing()) as connection:
        connection.execute("ATTACH ? AS backup", (f"{backup.absolute().as_uri()}?mode=ro&immutable=1",))
        lost = {table: _only_in(connection, "main", "backup", table) for table in _EVENTS}
        gained = {table: _only_in(connection, "backup", "main", table) for table in _EVENTS}
    days = {day for side in (lost, gained) for counts in side.values() for day in counts}
    return tuple(
        DayChange(
            day,
            lost["review"][day],
            gained["review"][day],
            lost["action"][day] + lost["quiz"][day],
            gained["action"][day] + gained["quiz"][day],
        )
        for day in sorted(days)
    )


def _connect_to_nothing() -> sqlite3.Connection:
    """Return a connection to an empty database."""
    return sqlite3.connect("file::memory:", uri=True, isolation_level=None)


def _only_in(connection: sqlite3.Connection, here: str, there: str, table: str) -> Counter[int]:
    """Return how many events of each study day one database holds and another does not."""
    if not _has(connection, here, table):
        return Counter()
    event_id = _EVENTS[table]
    lacks = f"WHERE NOT EXISTS (SELECT 1 FROM {there}.{table} AS other WHERE other.{event_id} = mine.{event_id})"
    asked = f"SELECT study_day, count(*) FROM {here}.{table} AS mine {lacks if _has(connection, there, table) else ''}"
    return Counter(dict(connection.execute(f"{asked} GROUP BY study_day").fetchall()))


def _has(connection: sqlite3.Connection, where: str, table: str) -> bool:
    """Tell whether a database has a table: an earlier schema may lack one."""
    found = connection.execute(f"SELECT 1 FROM {where}.sqlite_schema WHERE type = 'table' AND name = ?", (table,))
    return found.fetchone() is not None
