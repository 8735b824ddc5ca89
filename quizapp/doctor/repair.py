"""Rebuilding what is derived: schedules, indexes, what is kept to save time, and who may read the files.

The log is never touched, and that is not left to care: its digest is taken before and after, in the same transaction,
which is taken back should the two differ. A copy of the database is made first.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import cast

from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.doctor.deck_caches import wrong_entries
from quizapp.doctor.finding import REPAIR, SALVAGE, Finding
from quizapp.doctor.patient import WAIT_S
from quizapp.doctor.place_checks import close_to_others, open_to_others
from quizapp.errors import StoreError
from quizapp.humanize import count
from quizapp.store import duefile
from quizapp.store.column_cache import ColumnCache
from quizapp.store.connections import connect_to_read
from quizapp.store.engine import writer
from quizapp.store.faults import file_fault, sqlite_faults
from quizapp.store.files import PRIVATE_FILE, WriteLock
from quizapp.store.migrations import STEPS, schema_version
from quizapp.store.rebuild import rebuild
from quizapp.store.store import Store

LOG = ("review", "action", "quiz", "card", "device")
"""The tables that hold the log, and the names that it is about."""

_OF_THE_DATABASE = {"indexes", "position", "schedules"}


def repair(settings: Settings, clock: Clock, findings: Iterable[Finding]) -> Iterator[str]:
    """Rebuild what the findings say can be, and yield in sentences what was done.

    Raises:
        StoreError: the database could not be copied or written; it is as it was.
    """
    wrong = {found.check: found.count for found in findings if found.mend == REPAIR}
    if wrong.keys() & _OF_THE_DATABASE:
        yield from _rebuild(settings.database, clock, wrong)
    if "figures" in wrong:
        ColumnCache(settings.cache_folder, settings.database).drop()
        yield "Forgot what was kept for figures; it is made anew when it is next asked for."
    if "deck-cache" in wrong:
        for cache, path in wrong_entries(settings):
            cache.drop(path)
        yield f"Forgot what was kept of {count(wrong['deck-cache'], 'deck')}; their files are read anew."
    if "due" in wrong:
        if folder := duefile.folder_of(settings):
            (folder / duefile.NAME).unlink(missing_ok=True)
        yield "Forgot the counts of quizapp due; they are worked out anew."
    if "modes" in wrong:
        yield from _close(settings)


def log_digest(connection: sqlite3.Connection) -> str:
    """Return a digest of every row of the log, read from the tables themselves and not by way of an index."""
    digest = blake2b(digest_size=20)
    for table in LOG:
        for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED ORDER BY rowid"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _rebuild(path: Path, clock: Clock, wrong: dict[str, int]) -> Iterator[str]:
    if _is_old(path):
        with Store.open(path):
            pass  # which makes a backup and upgrades it
    with sqlite_faults(path, WAIT_S), WriteLock(path, WAIT_S).held():
        copy = _copy(path, clock)
        yield f"Copied the database to {copy.name} first."
        engine = writer(path, WAIT_S)
        try:
            with engine.begin() as sql:
                raw = cast(sqlite3.Connection, sql.connection.driver_connection)
                before = log_digest(raw)
                if "indexes" in wrong:
                    sql.exec_driver_sql("REINDEX")
                rebuild(sql)
                if log_digest(raw) != before:
                    raise StoreError(path, f"rebuilding it would have changed the log, so it is as it was. {SALVAGE}")
        finally:
            engine.dispose()
    if "indexes" in wrong:
        yield "Made every index anew from its table."
    if wrong.keys() & {"position", "schedules"}:
        yield "Made every schedule anew from the log."
    yield "The log is what it was, byte for byte."


def _is_old(path: Path) -> bool:
    with sqlite_faults(path, WAIT_S), closing(connect_to_read(path, WAIT_S)) as connection:
        return schema_version(connection, path) < len(STEPS)


def _copy(path: Path, clock: Clock) -> Path:
    """Return the place of a copy that was made of the database, as it is, whole or not."""
    target = path.with_name(f"{path.name}.before-repair-{clock.now().local():%Y-%m-%d-%H%M%S}")
    try:
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        with closing(connect_to_read(path, WAIT_S)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy, pages=-1)
    except OSError as error:
        raise file_fault(error, path) from error
    except sqlite3.Error:
        target.unlink(missing_ok=True)
        raise
    return target


def _close(settings: Settings) -> Iterator[str]:
    for each in open_to_others(settings):
        with suppress(OSError):
            close_to_others(each)
            yield f"Made {each.name} readable for you alone."
