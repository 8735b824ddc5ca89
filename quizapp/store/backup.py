"""Making backups: copied in one go, checked, synced, and only then given a name.

A copy comes from a connection that only reads, so making one holds up nobody who answers meanwhile: SQLite gives it
the database as it is at one moment. That takes no lock, as whoever reads neither writes nor checkpoints (see `engine`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from quizapp.atomic import make_folders, sync_folder
from quizapp.clock import file_time_ns
from quizapp.errors import BackupNotMade, StoreDamaged
from quizapp.store.backup_files import complaints, digest_of, list_backups, name_of, read_backup
from quizapp.store.backup_keep import Backup, which_to_keep
from quizapp.store.files import PRIVATE_FILE, PRIVATE_FOLDER

_UNFINISHED = ".unfinished"
_ABANDONED_NS = 3_600 * 1_000_000_000
"""Age at which a copy without a name is taken for one whose maker was killed."""


def make_backup(connection: sqlite3.Connection, database: Path, folder: Path, at_ms: int) -> Backup:
    """Put a backup of a database into a folder, made if need be, and return it once it outlasts a power cut.

    Args:
        connection: to the database; it may be inside no transaction.
    Raises:
        StoreDamaged: the database is; nothing was kept of the copy.
        BackupNotMade: for another reason, which it tells.
    """
    with _told(database, folder):
        make_folders(folder, PRIVATE_FOLDER)
        with whole_copy(connection, database, folder) as copy:
            path = folder / name_of(at_ms, digest_of(copy))
            copy.replace(path)
            sync_folder(folder)
    made = read_backup(path)
    if made is None:
        raise BackupNotMade(database, folder, "what was written cannot be read")
    return made


def write_backup(connection: sqlite3.Connection, database: Path, file: Path) -> Backup:
    """Put a backup of a database in the place of a file; raises as `make_backup` does.

    A file beside which SQLite keeps a log is a database in use, which must not be replaced.
    """
    target = Path(os.path.realpath(file))
    with _told(database, target):
        if target.exists() and not target.is_file():
            raise BackupNotMade(database, target, "that is no file")
        if any(target.with_name(f"{target.name}{end}").exists() for end in ("-wal", "-journal")):
            raise BackupNotMade(database, target, "a database that is in use is there")
        with whole_copy(connection, database, target.parent) as copy:
            copy.replace(target)
            sync_folder(target.parent)
    made = read_backup(target)
    if made is None:
        raise BackupNotMade(database, target, "what was written cannot be read")
    return made


def rotate(folder: Path, now: int) -> None:
    """Delete the backups that need not be kept any more. Call it only after a backup that was made well."""
    found = list_backups(folder)
    for backup in set(found) - which_to_keep(found, now):
        with suppress(OSError):
            backup.path.unlink()


@contextmanager
def whole_copy(connection: sqlite3.Connection, database: Path, folder: Path) -> Iterator[Path]:
    """Give a copy of a database under a passing name in a folder: private, checked, synced, without a log beside it.

    Whoever asked renames it; what is not renamed is deleted.

    Raises:
        StoreDamaged: SQLite finds the copy damaged.
        OSError, sqlite3.Error: it cannot be made.
    """
    _sweep(folder)
    copy = folder / f".{os.urandom(6).hex()}{_UNFINISHED}"
    os.close(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = OFF")  # the whole file is synced in the end
            connection.backup(target, pages=-1)  # in steps it would begin anew at each answer, and never end
            # Else reading it would want to write a log beside it. SQLite does not raise what goes wrong with this.
            (mode,) = target.execute("PRAGMA journal_mode = DELETE").fetchone()
            if mode != "delete":
                raise sqlite3.OperationalError(f"its journal mode stayed {mode}")
            wrong = next(complaints(target), "")
        if wrong:
            raise StoreDamaged(database, wrong)
        sync(copy)
        yield copy
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                copy.with_name(f"{copy.name}{end}").unlink(missing_ok=True)


def sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Delete the copies that were left unfinished by a program that was killed."""
    with suppress(OSError):
        for path in folder.glob(f".*{_UNFINISHED}*"):
            if file_time_ns() - path.stat().st_mtime_ns > _ABANDONED_NS:
                path.unlink()


@contextmanager
def _told(database: Path, place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BackupNotMade(database, place, why) from error
