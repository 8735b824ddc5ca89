"""Plain connections to the database: what each may do, and what is taken from a file of a stranger.

Python's sqlite3 begins transactions late and as readers, which loses updates between two processes. So it is
told not to begin any, and whoever connects begins its own. Readers neither write nor checkpoint; only who holds the
write lock does.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from quizapp.errors import StoreError
from quizapp.store.migrations import migrate

OLDEST_SQLITE = (3, 37, 0)
"""The first that knows STRICT tables."""

LONGEST_VALUE = 64 * 1024 * 1024
"""Bytes of a text or a row. No program of ours writes one near it; a file from a stranger may claim more."""

WAIT_S = 10.0
"""How long to wait for another program that is writing, in seconds."""

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


def connect_to_write(path: Path, wait_s: float) -> sqlite3.Connection:
    """Return a connection that writes to a file that is there."""
    return _connect(path, "mode=rw", _TO_WRITE, wait_s)


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


def connect_to_nothing(path: Path) -> sqlite3.Connection:
    """Return a connection to the empty database that a file would become; nothing is created on disk."""
    connection = _prepared("file::memory:", (), 0)
    migrate(connection, path)
    return connection


def connect_to_upgraded(path: Path, wait_s: float) -> sqlite3.Connection:
    """Return a connection to a database of an earlier version as the newest one; nothing is written on disk."""
    connection = _prepared("file::memory:", (), 0)
    with closing(connect_to_read(path, wait_s)) as source:
        source.backup(connection, pages=-1)
    migrate(connection, path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _connect(path: Path, mode: str, statements: Sequence[str], wait_s: float) -> sqlite3.Connection:
    return _prepared(f"{path.absolute().as_uri()}?{mode}", statements, wait_s)


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
