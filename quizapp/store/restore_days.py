"""Bringing back single days from a backup: their events are added to those that are there, and none is taken away."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from quizapp.errors import BackupRefused
from quizapp.store.connections import connect_to_read
from quizapp.store.faults import sqlite_faults
from quizapp.store.logbook import Imported, add_events
from quizapp.store.restore import WAIT_S, check_backup, keep_copy
from quizapp.store.store import Store


def restore_days(database: Path, backup: Path, first_day: int, last_day: int, at_ms: int) -> tuple[Imported, Path]:
    """Add the events of some study days, both included, that a database lacks, by their ids; all of them or none.

    Returns what was added, and where the database is kept as it was.

    Raises:
        BackupRefused: see `check_backup`.
        StoreError: the database cannot be used; then nothing was changed.
    """
    check_backup(backup)
    with Store.open(database) as store, Store.open(backup, read_only=True) as other:
        with sqlite_faults(database, WAIT_S), closing(connect_to_read(database, WAIT_S)) as connection:
            kept = keep_copy(connection, database, at_ms)
        try:
            return add_events(store, other, first_day, last_day), kept
        except ValueError as error:
            raise BackupRefused(backup, f"it does not go together with this database ({error})") from error
