"""Turning what SQLite, SQLAlchemy and the file system complain of into sentences for the learner."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.errors import DiskFull, NotADatabase, ReadOnlyStore, StoreBusy, StoreDamaged, StoreError

_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_TEXT = "a text in it is no UTF-8"
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def sqlite_faults(path: Path, waited_s: float) -> Iterator[None]:
    """Raise what goes wrong inside as a `StoreError`, and a broken constraint as the ValueError it is.

    Misuse of the driver, which SQLite never hears of, passes as it is.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite named, in a message, what is no text
        raise StoreDamaged(path, _NO_TEXT) from error
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy, which not everything loads, wraps what SQLite raised
        if not isinstance(cause, sqlite3.Error):
            raise
        code = getattr(cause, "sqlite_errorcode", None)
        if code is not None:
            raise _translated(code & 0xFF, str(cause), path, waited_s) from error
        if isinstance(cause, sqlite3.OperationalError):  # its message has the whole text, of whatever length
            raise StoreDamaged(path, _NO_TEXT) from error
        raise


def file_fault(error: OSError, path: Path) -> StoreError:
    """Return the error for a database whose file or folder could not be made, locked or written to."""
    if error.errno in _READ_ONLY:
        return ReadOnlyStore(path)
    if error.errno in _FULL:
        return DiskFull(path)
    return StoreError(path, error.strerror or type(error).__name__)


def _translated(code: int, message: str, path: Path, waited_s: float) -> Exception:
    match code:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_NOTADB:
            return NotADatabase(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_TOOBIG:
            return StoreDamaged(path, message)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyStore(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy(path, waited_s)
        case sqlite3.SQLITE_CONSTRAINT | sqlite3.SQLITE_MISMATCH:
            return ValueError(message)
        case sqlite3.SQLITE_ERROR if message.startswith("malformed JSON"):
            return StoreDamaged(path, "a detail of an act is no JSON")
        case _:
            return StoreError(path, message)
