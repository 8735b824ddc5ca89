"""Schema versions: hand-written steps on `PRAGMA user_version`, each whole or not at all.

A step is a sequence of SQL statements. Version N is what the first N steps make, so a released step never
changes: a new version is a new step at the end. A version that writes what earlier ones cannot read, such as
another kind of note, adds a step even if it is empty. Call `migrate` with the write lock held.

From version 3 on each step sets `meta.readable_from`, so that an older program can tell which one reads the file.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from quizapp.clock import file_time_ns
from quizapp.errors import NewerDatabase, NotADatabase, StoreDamaged
from quizapp.store.backup import make_backup
from quizapp.store.schema_1 import APPLICATION_ID, SCHEMA_1
from quizapp.store.schema_2 import SCHEMA_2
from quizapp.store.schema_3 import SCHEMA_3

Step = Sequence[str]

STEPS: Final[tuple[Step, ...]] = (SCHEMA_1, SCHEMA_2, SCHEMA_3)

_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")


def schema_version(connection: sqlite3.Connection, path: Path, latest: int = len(STEPS)) -> int:
    """Return the schema version of a database, 0 when nothing has been made in it yet. Changes nothing.

    Raises:
        NotADatabase: it belongs to another program.
        NewerDatabase: a later quizapp made it.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (holds_something,) = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()
    if application_id != APPLICATION_ID:
        if application_id or version or holds_something:
            raise NotADatabase(path)
        return 0
    if version > latest:
        raise NewerDatabase(path, version, latest, _readable_from(connection))
    return int(version)


def migrate(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS, *, backups: Path | None = None
) -> None:
    """Bring a database to the newest version.

    Whenever this is interrupted, the database is at a whole version and the next call goes on from there.

    Args:
        backups: the folder that gets a backup first, unless the database is new; None where this is a passing copy.
    Raises:
        StoreDamaged: the database is, or a step would leave a row without what it refers to; it is what it was.
        BackupNotMade: so nothing was changed.
    """
    version = schema_version(connection, path, len(steps))
    if version == len(steps):
        return
    if version and backups is not None:
        make_backup(connection, path, backups, file_time_ns() // 1_000_000)
    connection.execute("PRAGMA foreign_keys = OFF")  # a step may rebuild a table that others refer to
    try:
        for number, step in enumerate(steps[version:], start=version + 1):
            _apply(connection, path, step, number)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(connection: sqlite3.Connection, path: Path, step: Step, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in step:
            connection.execute(statement)
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
        if dangling is not None:
            raise StoreDamaged(path, f"a row of {dangling[0]} refers to one of {dangling[2]} that is not there")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _readable_from(connection: sqlite3.Connection) -> str:
    """Return the oldest quizapp that reads a database of a later version, "" when it does not say."""
    try:
        (said,) = connection.execute("SELECT readable_from FROM meta").fetchone() or (None,)
    except sqlite3.Error:
        return ""
    return said if isinstance(said, str) and _VERSION.fullmatch(said) else ""
