"""Backups as files: where they are, what they are called, what is in them, and whether they are whole.

A backup is called by the instant it was made at, in UTC, and by the beginning of the SHA-256 of its bytes:
`2026-11-27T06-30-12Z-3f9a2c71d0b4.db`. So names sort by age, and a bit that flips on the disk is found: SQLite's own
checks miss a third of such flips. Every one is a complete database without a write-ahead log.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from quizapp.store.backup_keep import Backup
from quizapp.store.schema_1 import APPLICATION_ID

DIGITS = 12
"""Digits of a digest in a name."""

_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([0-9a-f]{12})\.db")
_HEAD = 100
MAGIC = b"SQLite format 3\0"
_COUNTS = (
    "SELECT device_id, (SELECT max(seq) FROM review), (SELECT max(seq) FROM action), (SELECT count(*) FROM card) "
    "FROM meta JOIN device USING (device_key)"
)
_MOST_STEPS = 50_000
"""Steps of SQLite's machine, of which the counts take some dozens; what takes more is no backup of ours."""
_WITH_QUIZZES = 2
"""The schema from which on there are quizzes."""


def folder_of(database: Path, chosen: Path | None = None) -> Path:
    """Return the folder for the backups of a database: beside it, or in one that the learner chose."""
    return (chosen or database.absolute().parent) / f"{database.name}.backups"


def stamp(at_ms: int) -> str:
    """Return an instant as names of files have it: UTC, to the second, and sorted by time."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%dT%H-%M-%SZ}"


def name_of(at_ms: int, digest: str) -> str:
    """Return the name of a backup made at an instant, whose bytes have a digest (hexadecimal)."""
    return f"{stamp(at_ms)}-{digest[:DIGITS]}.db"


def made_at(path: Path) -> int | None:
    """Return the instant that a backup's name tells, in epoch ms; None when it is no such name."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime(*map(int, match.groups()[:6]), tzinfo=UTC)  # type: ignore[misc,arg-type]
    except ValueError:
        return None
    return round(at.timestamp() * 1000)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def names(folder: Path) -> list[Path]:
    """Return the files of a folder that are named as backups, oldest first; none where it cannot be looked into."""
    try:
        return sorted(path for path in folder.iterdir() if made_at(path) is not None)
    except OSError:
        return []


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups of a folder that can be read, oldest first."""
    return [backup for path in names(folder) if (backup := read_backup(path)) is not None]


def read_backup(path: Path) -> Backup | None:
    """Return what a file tells of itself, None when it is no whole database of ours that this program understands.

    Only its first pages and the ends of its tables are read. A file that is not named as a backup counts from when it
    was last changed.
    """
    with suppress(OSError, sqlite3.Error, ValueError):
        status = path.stat()
        if cut_short(path):
            return None
        with closing(connect_to_copy(path)) as connection:
            connection.set_progress_handler(lambda: 1, _MOST_STEPS)  # a view of a stranger's could go on for ever
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return None
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
            device_id, answers, acts, cards = connection.execute(_COUNTS).fetchone() or ("", 0, 0, 0)
            quizzes = 0
            if schema >= _WITH_QUIZZES:
                (quizzes,) = connection.execute("SELECT max(seq) FROM quiz").fetchone()
        at = made_at(path)
        at = at if at is not None else status.st_mtime_ns // 1_000_000
        return Backup(path, at, status.st_size, schema, str(device_id), answers or 0, acts or 0, quizzes or 0, cards)
    return None


def cut_short(path: Path) -> bool:
    """Tell whether a file is no SQLite database, or of another size than it says itself."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    return not head.startswith(MAGIC) or int.from_bytes(head[28:32], "big") * page_size != size


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """Return a connection to a file that nobody writes to; nothing is made beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def flaw(path: Path) -> str:
    """Return what is wrong with a backup, "" when it is whole.

    One that is named as a backup has to have the digest that its name tells. Any other is checked by SQLite, which
    finds less.
    """
    try:
        named = _NAME.fullmatch(path.name)
        if named is not None:
            return "" if digest_of(path).startswith(named[7]) else "its bytes are not those that were written"
        if cut_short(path):
            return "it is no whole SQLite database"
        with closing(connect_to_copy(path)) as connection:
            return "; ".join(complaints(connection))
    except (OSError, sqlite3.Error) as error:
        return str(error)


def complaints(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite's quick check finds wrong with a database, the first few things."""
    try:
        for (said,) in connection.execute("PRAGMA quick_check(3)"):
            if said != "ok":
                yield str(said)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        yield str(error)  # too damaged even to be checked
