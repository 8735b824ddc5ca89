"""The database as a file: made for its owner alone, and locked around every write."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from quizapp.atomic import make_folders
from quizapp.errors import NotADatabase, ReadOnlyStore, StoreBusy
from quizapp.store.faults import file_fault

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
POLL_S = 0.002


def is_there(path: Path) -> bool:
    """Tell whether a file is there that may be a database. It is not opened.

    That is SQLite's to do: to close a file lets go of all locks that this process holds on it, also those of
    a store that is open on it elsewhere in the program.

    Raises:
        NotADatabase: a folder stands there, or a file of one byte, which SQLite takes for an empty one.
        OSError: the folder cannot be looked into.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(found.st_mode) or found.st_size == 1:
        raise NotADatabase(path)
    return True


def make_private(path: Path) -> None:
    """Make an empty database file that only its owner can read, and the folders that lead to it.

    What is there already is left as it is. SQLite would create the file readable for all; the files it puts
    beside a database get the mode of the database.

    Raises:
        NotADatabase: something else stands there.
        StoreError: it can be neither made nor written; the subclass says why.
    """
    try:
        if not is_there(path):
            make_folders(path.parent, PRIVATE_FOLDER)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
    except OSError as error:
        raise file_fault(error, path) from error
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnlyStore(path)


class WriteLock:
    """A lock beside the database that every process takes before it writes.

    SQLite's own locks are not enough: before 3.51.3 two connections that write or checkpoint a write-ahead
    log at the same moment can corrupt it.
    """

    def __init__(self, path: Path, wait_s: float) -> None:
        self._path = path
        self._wait_s = wait_s
        self._lock = FileLock(f"{path}.lock", mode=PRIVATE_FILE)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            StoreBusy: another program, or another thread, did not let go of it in time.
        """
        try:
            self._lock.acquire(timeout=self._wait_s, poll_interval=POLL_S)
        except Timeout as error:
            raise StoreBusy(self._path, self._wait_s) from error
        except OSError as error:
            raise file_fault(error, self._path) from error
        try:
            yield
        finally:
            self._lock.release()
