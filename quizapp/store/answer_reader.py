"""Answers for whoever takes them away: read through a store, or from a database that is opened for that alone.

Opened alone they need no SQLAlchemy, which takes longer to load than many a log takes to write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quizapp.errors import StoreDamaged
from quizapp.store.connections import WAIT_S, connect_to_read, require_sqlite
from quizapp.store.faults import sqlite_faults
from quizapp.store.files import is_there
from quizapp.store.migrations import STEPS, schema_version
from quizapp.store.shape import check_shape

if TYPE_CHECKING:
    from quizapp.export.answers import LogField, Wanted
    from quizapp.export.days import DayItem
    from quizapp.export.fields import Batch

_DEVICE = "SELECT device_id FROM meta JOIN device USING (device_key)"


class AnswerReader:
    """Reads answers; every method may raise a `StoreError`."""

    def _plainly(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return the connection of a read transaction."""
        raise NotImplementedError

    def answer_batches(self, fields: Sequence[LogField], wanted: Wanted) -> Iterator[Batch]:
        """Yield the answers that hold, by id, column by column, in constant memory and of one moment."""
        from quizapp.store.answer_table import columns  # late: only exports ask for it

        with self._plainly() as connection:
            yield from columns(connection, fields, wanted)

    def answer_lines(self, fields: Sequence[LogField], wanted: Wanted, *, raw: bool = False) -> Iterator[str]:
        """Yield the same as CSV; see `quizapp.export.csv_text.csv_table`."""
        from quizapp.store.answer_table import csv_lines

        with self._plainly() as connection:
            yield from csv_lines(connection, fields, wanted, raw=raw)

    def days(self, wanted: Wanted) -> Iterator[DayItem]:
        """Yield what was done on each study day that has an answer which holds, ascending."""
        from quizapp.store.answer_table import by_day

        with self._plainly() as connection:
            yield from by_day(connection, wanted)

    def count_answers(self) -> int:
        """Return how many answers are on record, those that were taken back among them."""
        with self._plainly() as connection:
            [count] = connection.execute("SELECT count(*) FROM review").fetchone()
            return int(count)

    def card_ids(self) -> list[str]:
        """Return the ids of all cards that an event speaks of."""
        with self._plainly() as connection:
            return [card_id for (card_id,) in connection.execute("SELECT card_id FROM card ORDER BY card_id")]


class Answers(AnswerReader):
    """The answers of a database as they are when it is opened, whatever is written meanwhile."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Answers | None:
        """Return the answers of a database file, None where that cannot be looked at or is of another version.

        Raises:
            StoreError: see `quizapp.store.store.Store.open`.
        """
        require_sqlite(path)
        with sqlite_faults(path, WAIT_S):
            try:
                if not is_there(path):
                    return None
            except OSError:
                return None  # a store tells why
            connection = connect_to_read(path, WAIT_S)
            try:
                connection.execute("BEGIN")
                if schema_version(connection, path) == len(STEPS):
                    check_shape(connection, path, len(STEPS))
                    if connection.execute(_DEVICE).fetchone() is None:
                        raise StoreDamaged(path, "it does not say which device it is on")
                    return cls(path, connection)
            except BaseException:
                connection.close()
                raise
            connection.close()
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def _plainly(self) -> Iterator[sqlite3.Connection]:
        with sqlite_faults(self._path, WAIT_S):
            yield self._connection
