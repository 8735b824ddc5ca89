"""What the checks look at: a database in one read transaction, and the decks as they are now."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine

from quizapp.clock import Clock
from quizapp.collection import Collection
from quizapp.collection.loading import load
from quizapp.config import Settings
from quizapp.errors import StoreError
from quizapp.store.connections import require_sqlite
from quizapp.store.deckfolder import DeckSet
from quizapp.store.engine import reader, upgraded_reader
from quizapp.store.faults import sqlite_faults
from quizapp.store.files import is_there
from quizapp.store.migrations import STEPS, schema_version
from quizapp.store.shape import differences

WAIT_S = 10.0
MOST_COMPLAINTS = 1_000

_OF_AN_INDEX = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index")
_OF_A_VALUE = re.compile(r"NULL value in|CHECK constraint failed in|non-\w+ value in|\w+ value in ")


class Patient:
    """A database and what belongs to it. Nothing of it is ever changed.

    `sql` is None where no database is. All checks see the database as it is at one moment, whatever is written
    meanwhile. One of an earlier version, `is_old`, is looked at as an upgrade in memory makes it. `unsound` are the
    names of the checks that found a problem so far.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        sql: Connection | None,
        version: int,
        opened: ExitStack,
        *,
        is_old: bool = False,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.sql = sql
        self.version = version
        self.is_old = is_old
        self.unsound: set[str] = set()
        self._opened = opened

    @property
    def path(self) -> Path:
        return self.settings.database

    @property
    def connection(self) -> Connection:
        """Return the read transaction. Ask only where there is a database."""
        if self.sql is None:
            raise ValueError("there is no database")
        return self.sql

    @cached_property
    def raw(self) -> sqlite3.Connection:
        return _raw(self.connection)

    def rows(self, statement: str, values: dict[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as SQLite gives them."""
        return self.raw.execute(statement, values or {})

    @cached_property
    def strange(self) -> list[str]:
        """Return in words what the schema has too many or too few."""
        return differences(self.raw, self.version)

    @property
    def has_rows(self) -> bool:
        """Tell whether there are tables that can be read: those of this version, as we make them."""
        return self.sql is not None and self.version == len(STEPS) and not self.strange

    @cached_property
    def _complaints(self) -> list[str]:
        rows = self.rows(f"PRAGMA integrity_check({MOST_COMPLAINTS})")
        return [
            line for (text,) in rows for line in str(text).splitlines() if not line.startswith("***") and line != "ok"
        ]

    @property
    def index_complaints(self) -> list[str]:
        """Return what SQLite says of indexes that do not hold what their table does."""
        return [line for line in self._complaints if _OF_AN_INDEX.match(line)]

    @property
    def value_complaints(self) -> list[str]:
        """Return what SQLite says of values that break a rule of their table."""
        return [line for line in self._complaints if _OF_A_VALUE.match(line)]

    @property
    def page_complaints(self) -> list[str]:
        """Return what SQLite says of the file itself: pages that cannot be, or belong nowhere."""
        rest = set(self.index_complaints + self.value_complaints)
        return [line for line in self._complaints if line not in rest]

    @cached_property
    def decks(self) -> DeckSet:
        """Return every deck, read anew.

        Raises:
            DeckFolderMissing: a folder that was named is not there.
        """
        return load(replace(self.settings, cache_folder=None), read_only=True)

    @cached_property
    def collection(self) -> Collection:
        """Return the collection, with every deck read anew.

        Raises:
            QuizappError: it cannot be opened.
        """
        afresh = replace(self.settings, cache_folder=None)
        return self._opened.enter_context(Collection.open(afresh, self.clock, read_only=True))


@contextmanager
def admitted(settings: Settings, clock: Clock) -> Iterator[Patient]:
    """Open what is to be looked at.

    Raises:
        NotADatabase: the file is something else.
        NewerDatabase: a later quizapp made it.
        StoreError: it cannot be read; the subclass says why.
    """
    path = settings.database
    require_sqlite(path)
    with ExitStack() as opened:
        if not is_there(path):
            yield Patient(settings, clock, None, 0, opened)
            return
        with sqlite_faults(path, WAIT_S):
            sql = _reading(reader(path, WAIT_S), opened)
            version = schema_version(_raw(sql), path)
            is_old = 0 < version < len(STEPS) and not differences(_raw(sql), version)
        if is_old:
            with suppress(StoreError), sqlite_faults(path, WAIT_S):
                sql = _reading(upgraded_reader(path, WAIT_S), opened)
                version = len(STEPS)
        yield Patient(settings, clock, sql if version else None, version, opened, is_old=is_old)


def _reading(engine: Engine, opened: ExitStack) -> Connection:
    """Return a connection in a read transaction, so that all checks see the same moment."""
    opened.callback(engine.dispose)
    connection = opened.enter_context(engine.connect())
    connection.begin()
    return connection


def _raw(connection: Connection) -> sqlite3.Connection:
    return cast(sqlite3.Connection, connection.connection.driver_connection)
