"""The schema as a database has it, held against what its version makes: a file from a stranger may have another.

A view named like a table, a trigger or a generated column would run what a stranger wrote whenever a table is read or
written. So nothing is read before every object of the schema is, word for word, the one that the migrations make.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import SchemaChanged, StoreDamaged
from quizapp.export.log_values import EARLIEST_DAY, LATEST_DAY
from quizapp.store.migrations import STEPS, migrate

LARGEST_KEY = 10_000_000
"""The largest number of a card: they are given out from 1 on, and figures make lists as long as the largest."""

_DAYS = "SELECT (SELECT min(study_day) FROM review), (SELECT max(study_day) FROM review)"
_MOST_CARDS = "SELECT (SELECT min(card_key) FROM card), (SELECT max(card_key) FROM card)"
_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
_OF_ANALYZE = {("table", f"sqlite_stat{n}") for n in (1, 4)}
"""What the ANALYZE of any SQLite shell leaves behind: numbers that only choose between two ways to the same rows."""


class Object(NamedTuple):
    """A table, index, view or trigger as `sqlite_schema` has it; `sql` is None for the index of a constraint."""

    kind: str
    name: str
    table: str
    sql: str | None


@lru_cache(maxsize=len(STEPS))
def objects_of(version: int) -> Counter[Object]:
    """Return what a schema version consists of: made in memory and looked at, which takes 2 ms and is never stale."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, Path(":memory:"), STEPS[:version])
        return _objects(connection)


def differences(connection: sqlite3.Connection, version: int) -> list[str]:
    """Return in words what the schema has too many, and what it lacks; nothing where it is as it should be."""
    found, wanted = _objects(connection), objects_of(version)
    if found == wanted:
        return []
    more = [f"{each.kind} {each.name}" for each in found - wanted if not _is_of_analyze(each)]
    less = [f"no {each.kind} {each.name}" for each in wanted - found]
    return [*more, *less]


def check_shape(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Check that a database can be read without running what a stranger wrote, or walking on for ever.

    Raises:
        SchemaChanged: the schema is not just what its version makes; the tables were not read.
        StoreDamaged: a number by which lists are made or walked through is none that quizapp writes.
    """
    found = differences(connection, version)
    if found:
        raise SchemaChanged(path, found)
    check_bounds(connection, path)


def check_bounds(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreDamaged where a number by which lists are made or walked through is none that quizapp writes."""
    days, keys = connection.execute(_DAYS).fetchone(), connection.execute(_MOST_CARDS).fetchone()
    if not all(isinstance(day, int) and EARLIEST_DAY <= day <= LATEST_DAY for day in days if day is not None):
        raise StoreDamaged(path, "an answer is of a day that no calendar has")
    if not all(0 < key <= LARGEST_KEY for key in keys if key is not None):
        raise StoreDamaged(path, "a card has a number that no card gets")


def _objects(connection: sqlite3.Connection) -> Counter[Object]:
    return Counter(map(Object._make, connection.execute(_OBJECTS)))


def _is_of_analyze(each: Object) -> bool:
    is_plain = each.sql is not None and each.sql.startswith(f"CREATE TABLE {each.name}(tbl,idx,")
    return (each.kind, each.name) in _OF_ANALYZE and is_plain
