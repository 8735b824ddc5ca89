"""Backups that nobody has to think of: one when the program closes, and while it is used for longer.

At most one is made every EVERY_MS. While somebody studies that is done by a thread of its own, over a connection of its
own that only reads, so no answer waits for it. When the log holds nothing that the newest backup lacks, none is made.
What fails is told once and stops nothing; older backups are deleted only after one that was made well.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from quizapp.clock import Clock
from quizapp.errors import BackupNotMade, StoreError
from quizapp.model import MINUTE_MS
from quizapp.store.backup import make_backup, rotate
from quizapp.store.backup_files import made_at, names, read_backup
from quizapp.store.connections import connect_to_read

EVERY_MS = 30 * MINUTE_MS

_WAIT_S = 10.0
_LOG = (
    "SELECT device_id, (SELECT max(seq) FROM review), (SELECT max(seq) FROM action), (SELECT max(seq) FROM quiz) "
    "FROM meta JOIN device USING (device_key)"
)


class _Log(NamedTuple):
    """Which log a file holds, and how far it reaches."""

    device_id: str
    answers: int
    acts: int
    quizzes: int


class AutoBackup:
    """Makes backups of one database into a folder. Call it from one thread at a time."""

    def __init__(self, database: Path, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._database, self._clock = database, clock
        self._opened = clock.now().at_ms
        self._last: int | None = None
        self._thread: Thread | None = None
        self._failure = ""

    def look(self) -> None:
        """Begin a backup if it has been used for long enough; call it after each answer. It takes microseconds."""
        now = self._clock.now().at_ms
        if _is_near(self._opened, now) or self._is_early(now):
            return
        if self._thread is None or not self._thread.is_alive():
            self._last = now
            self._thread = Thread(target=self._back_up, name="backup", daemon=True)
            try:
                self._thread.start()
            except RuntimeError:  # no more threads can be had; closing makes the backup
                self._thread = self._last = None

    def finish(self) -> None:
        """Wait for the backup under way, and make one if it is time; call it before the store is closed.

        So a short session is in a backup whole, and not only its first answer.
        """
        if self._thread is not None:
            self._thread.join()
        now = self._clock.now().at_ms
        if not self._is_early(now):
            self._last = now
            self._back_up()

    def failure(self) -> str:
        """Return a sentence on why the last backup was not made, "" when it was or was told before."""
        told, self._failure = self._failure, ""
        return told

    def _is_early(self, now: int) -> bool:
        """Tell whether the last backup, or the last try, is too young for another."""
        if self._last is None:
            known = [at for path in names(self.folder) if (at := made_at(path)) is not None and at <= now]
            self._last = max(known, default=now - EVERY_MS)
        return _is_near(self._last, now)

    def _back_up(self) -> None:
        try:
            with closing(connect_to_read(self._database, _WAIT_S)) as connection:
                if not self._is_kept(connection):
                    now = self._clock.now().at_ms
                    make_backup(connection, self._database, self.folder, now)
                    rotate(self.folder, now)
        except StoreError as error:
            self._failure = str(error)
        except (OSError, sqlite3.Error) as error:
            self._failure = str(BackupNotMade(self._database, self.folder, str(error)))

    def _is_kept(self, connection: sqlite3.Connection) -> bool:
        """Tell whether a backup of this log reaches as far as the log."""
        device_id, *counts = connection.execute(_LOG).fetchone()
        log = _Log(device_id, *(count or 0 for count in counts))
        for path in reversed(names(self.folder)):
            found = read_backup(path)
            if found is not None and found.device_id == log.device_id:
                return log == (found.device_id, found.answers, found.acts, found.quizzes)
        return not any(log[1:])


def _is_near(then: int, now: int) -> bool:
    """Tell whether an instant is less than EVERY_MS ago; never of one that a clock set back has yet to reach."""
    return 0 <= now - then < EVERY_MS
