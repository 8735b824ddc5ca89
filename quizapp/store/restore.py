"""Putting a backup in the place of a database, and what that would change.

At every moment the old database or the new one is there, whole, and never the log of the one beside the other:

1. The backup is copied beside the database, checked and synced.
2. The database takes its write-ahead log back into itself, which SQLite does only when no other connection is open. So
   a program that has it open elsewhere is found out, and no log is left that SQLite would apply to the new file.
   A database too damaged for that has its log set aside, and deleted once that copy is on disk.
3. The database gets a second name, under which it is kept.
4. The copy takes its place by one rename.

The write lock is held all the while, so no other program begins to write.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.atomic import make_folders, sync_folder
from quizapp.errors import BackupMissing, BackupRefused, NewerDatabase, NotADatabase, SchemaChanged, StoreInUse
from quizapp.store.backup import sync, whole_copy
from quizapp.store.backup_files import MAGIC, connect_to_copy, cut_short, flaw, list_backups, names, stamp
from quizapp.store.faults import file_fault, sqlite_faults
from quizapp.store.files import PRIVATE_FILE, PRIVATE_FOLDER, WriteLock, is_there
from quizapp.store.migrations import schema_version
from quizapp.store.schema_1 import APPLICATION_ID
from quizapp.store.shape import check_shape

WAIT_S = 1.0
"""How long to wait for another program, in seconds."""

_KEPT = ".before-restore-"
_LOGS = ("-wal", "-journal")


def find_backup(wanted: str, folder: Path) -> Path:
    """Return the file that a learner names: a path, or the beginning of a backup's name, "" for the newest.

    Of several the newest that is whole.

    Raises:
        BackupMissing: there is none.
    """
    path = Path(wanted).expanduser()
    if wanted and path.is_file():
        return path
    for found in reversed(list_backups(folder)):
        if found.path.name.startswith(wanted) and not flaw(found.path):
            return found.path
    for damaged in reversed(names(folder)):  # to be told what is wrong with it
        if wanted and damaged.name.startswith(wanted):
            return damaged
    raise BackupMissing(wanted, folder)


def check_backup(path: Path) -> None:
    """Raise BackupRefused for a file that is damaged, of a newer quizapp, or not as quizapp makes one.

    What its tables are is looked at first: a file from a stranger could run something when it is read.
    """
    with _refused(path):
        if not cut_short(path):
            with closing(connect_to_copy(path)) as connection:
                version = schema_version(connection, path)
                if not version:
                    raise BackupRefused(path, "it holds no progress of quizapp")
                check_shape(connection, path, version)
        wrong = flaw(path)
        if wrong:
            raise BackupRefused(path, wrong)
        with closing(connect_to_copy(path)) as connection:
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
            if dangling is not None:
                raise BackupRefused(path, f"a row of {dangling[0]} refers to one of {dangling[2]} that is not there")


def restore(database: Path, backup: Path, at_ms: int) -> Path | None:
    """Put a backup in the place of a database. Return where the database is kept that was there, None without one.

    For a process that has the database not open itself: to look at the file lets go of the locks that it holds.

    Raises:
        BackupRefused: see `check_backup`; or the file in whose place it would go belongs to another program.
        StoreInUse: another program has the database open.
        StoreError: it cannot be written there.
        In each case the database is what it was.
    """
    check_backup(backup)
    target = Path(os.path.realpath(database))
    if target == Path(os.path.realpath(backup)):
        raise BackupRefused(backup, "it is the database itself")
    with _file_faults(database), sqlite_faults(database, WAIT_S):
        make_folders(target.parent, PRIVATE_FOLDER)
        with (
            WriteLock(database, WAIT_S).held(),
            closing(connect_to_copy(backup)) as source,
            whole_copy(source, backup, target.parent) as copy,  # the backup was found whole a moment ago
        ):
            try:
                kept = _set_aside(target, at_ms)
            except NotADatabase as error:
                raise BackupRefused(backup, f"{target} belongs to another program") from error
            copy.replace(target)
            sync_folder(target.parent)
    return kept


def keep_copy(connection: sqlite3.Connection, database: Path, at_ms: int) -> Path:
    """Return a copy of a database that is about to be added to, under the name of what a restore sets aside."""
    target = Path(os.path.realpath(database))
    with _file_faults(database), whole_copy(connection, database, target.parent) as copy:
        kept = _free_name(target, at_ms)
        copy.replace(kept)
        sync_folder(kept.parent)
    return kept


def kept_aside(database: Path) -> list[Path]:
    """Return the databases that were set aside by restoring, oldest first."""
    target = Path(os.path.realpath(database))
    found = target.parent.glob(f"{target.name}{_KEPT}*")
    return sorted(path for path in found if not path.name.endswith(_LOGS))


def _set_aside(database: Path, at_ms: int) -> Path | None:
    """Give a database a second name and leave nothing beside it that SQLite would apply to another."""
    _sweep_names(database)
    there = is_there(database)
    if there:
        _take_log_back(database)
    logs = [log for end in _LOGS if (log := _beside(database, end)).exists()]
    if not there and not logs:
        return None
    kept = _free_name(database, at_ms)
    if there:
        _second_name(database, kept)
    for log in logs:
        _copy(log, _beside(kept, log.name.removeprefix(database.name)))
    sync_folder(database.parent)
    for log in (*logs, _beside(database, "-shm")):
        log.unlink(missing_ok=True)
    sync_folder(database.parent)
    return kept


def _take_log_back(database: Path) -> None:
    """Leave a database as one file without a log; what is too damaged for that stays as it is."""
    with open(database, "rb") as file:
        if file.read(len(MAGIC)) not in (MAGIC, b""):
            return  # SQLite would write the log over whatever this is
    uri = f"{database.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)) as connection:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (holds_something,) = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()
            if application_id != APPLICATION_ID and (application_id or holds_something):
                raise NotADatabase(database)
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            if mode != "delete":
                raise StoreInUse(database)
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreInUse(database) from error
        if code not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR):
            raise


def _second_name(database: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(database)
    except OSError:  # a file system without such links
        _copy(database, kept)


def _copy(source: Path, target: Path) -> None:
    """Copy a file byte for byte into a new one that only its owner can read."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    shutil.copyfile(source, target)
    sync(target)


def _sweep_names(database: Path) -> None:
    """Take away the second name that a restore left which was killed: the database is still under its own."""
    if database.exists():
        for kept in kept_aside(database):
            if kept.samefile(database):
                kept.unlink()


def _free_name(database: Path, at_ms: int) -> Path:
    number, kept = 1, _beside(database, f"{_KEPT}{stamp(at_ms)}")
    while kept.exists() or _beside(kept, "-wal").exists():
        number += 1
        kept = _beside(database, f"{_KEPT}{stamp(at_ms)}-{number}")
    return kept


def _beside(database: Path, end: str) -> Path:
    return database.with_name(f"{database.name}{end}")


@contextmanager
def _file_faults(database: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_fault(error, database) from error


@contextmanager
def _refused(backup: Path) -> Iterator[None]:
    """Raise what is wrong with a backup as a BackupRefused."""
    try:
        yield
    except NotADatabase as error:
        raise BackupRefused(backup, "it is no database of quizapp") from error
    except NewerDatabase as error:
        raise BackupRefused(backup, f"a newer quizapp made it, {error.needed}") from error
    except SchemaChanged as error:
        raise BackupRefused(backup, "its tables are not those that quizapp makes") from error
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        raise BackupRefused(backup, str(error)) from error
