"""Schema versions: hand-written steps on `PRAGMA user_version`, each whole or not at all.

A step is a sequence of SQL statements. Version N is what the first N steps make, so a released step never
changes: a new version is a new step at the end. A version that writes what earlier ones cannot read, such as
another kind of note, adds a step even if it is empty. Call `migrate` with the write lock held.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from quizapp.errors import NewerDatabase, NotADatabase, StoreDamaged
from quizapp.store.schema_1 import APPLICATION_ID, SCHEMA_1
from quizapp.store.schema_2 import SCHEMA_2

Step = Sequence[str]

STEPS: Final[tuple[Step, ...]] = (SCHEMA_1, SCHEMA_2)


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
        raise NewerDatabase(path, version, latest)
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Bring a database to the newest version; one that held anything is copied first (see `copy_path`).

    Whenever this is interrupted, the database is at a whole version and the next call goes on from there.
    """
    version = schema_version(connection, path, len(steps))
    if version == len(steps):
        return
    if version:
        _copy(connection, copy_path(path, version))
    connection.execute("PRAGMA foreign_keys = OFF")  # a step may rebuild a table that others refer to
    try:
        for number, step in enumerate(steps[version:], start=version + 1):
            _apply(connection, path, step, number)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def copy_path(path: Path, version: int) -> Path:
    """Return where the copy of a database goes that is about to leave a version."""
    return path.with_name(f"{path.name}.schema-{version}")


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


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a database into a private file, which has its name only once it is whole."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy, pages=-1)
    unfinished.replace(target)
