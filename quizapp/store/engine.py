"""Connections to the database: one that writes, and others that can only read.

Python's sqlite3 begins transactions late and as readers, which loses updates between two processes. So it is
told not to begin any, and each engine begins its own: `BEGIN IMMEDIATE` to write, `BEGIN` to read. Readers
neither write nor checkpoint; only who holds the write lock does.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

from quizapp.errors import StoreError
from quizapp.store.migrations import migrate

OLDEST_SQLITE = (3, 37, 0)
"""The first that knows STRICT tables."""

LONGEST_VALUE = 64 * 1024 * 1024
"""Bytes of a text or a row. No program of ours writes one near it; a file from a stranger may claim more."""

_ALWAYS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",  # a damaged page is told when it is read, and not when it has misled
    "PRAGMA cache_size = -16384",
    "PRAGMA temp_store = MEMORY",
)
_TO_WRITE = (
    *_ALWAYS,
    "PRAGMA synchronous = FULL",  # with a write-ahead log, anything less loses answers in a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE slips past the triggers that guard the log
)
_TO_READ = (
    *_ALWAYS,
    "PRAGMA query_only = ON",
    "PRAGMA wal_autocheckpoint = 0",
    "SELECT 1 FROM sqlite_schema",
)


def writer(path: Path, wait_s: float) -> Engine:
    """Return an engine with one connection that writes to a file that is there."""
    return _engine(path, lambda: _connect(path, "mode=rw", _TO_WRITE, wait_s), "BEGIN IMMEDIATE", overflow=0)


def reader(path: Path, wait_s: float) -> Engine:
    """Return an engine whose connections read a file that is there, also where nothing can be written."""
    return _engine(path, lambda: connect_to_read(path, wait_s), "BEGIN", overflow=-1)


def empty_reader(path: Path) -> Engine:
    """Return an engine that reads the empty database that a file would become; nothing is created on disk."""
    return _engine(path, lambda: _connect_to_nothing(path), "BEGIN", overflow=-1)


def upgraded_reader(path: Path, wait_s: float) -> Engine:
    """Return an engine that reads a database of an earlier version as the newest one; nothing is written on disk."""
    return _engine(path, lambda: _connect_to_upgraded(path, wait_s), "BEGIN", overflow=-1)


def connect_to_read(path: Path, wait_s: float) -> sqlite3.Connection:
    """Return a connection that can only read.

    Beside a write-ahead log SQLite wants a file for its index. Where the folder is read-only it cannot make
    one; then the database is taken as unchanging, provided that the log holds nothing which that would leave
    out.
    """
    try:
        return _connect(path, "mode=ro", _TO_READ, wait_s)
    except sqlite3.OperationalError:
        if os.access(path.parent, os.W_OK) or _has_log(path):
            raise
        return _connect(path, "immutable=1", _TO_READ, wait_s)


def require_sqlite(path: Path) -> None:
    """Raise a StoreError where this Python's SQLite is too old to read the tables."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(path, f"it needs SQLite 3.37 or newer, and this Python has {sqlite3.sqlite_version}")


def _engine(path: Path, connect: Callable[[], sqlite3.Connection], begin: str, overflow: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=overflow,
        hide_parameters=True,  # else the text of an exception would carry the text of a card
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _connect(path: Path, mode: str, statements: Sequence[str], wait_s: float) -> sqlite3.Connection:
    return _prepared(f"{path.absolute().as_uri()}?{mode}", statements, wait_s)


def _connect_to_nothing(path: Path) -> sqlite3.Connection:
    connection = _prepared("file::memory:", (), 0)
    migrate(connection, path)
    return connection


def _connect_to_upgraded(path: Path, wait_s: float) -> sqlite3.Connection:
    connection = _prepared("file::memory:", (), 0)
    with closing(connect_to_read(path, wait_s)) as source:
        source.backup(connection, pages=-1)
    migrate(connection, path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _prepared(uri: str, statements: Sequence[str], wait_s: float) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        for statement in statements:
            connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
