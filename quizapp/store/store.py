"""The progress database: opening it, reading from it, writing to it.

Importing this takes most of a second, because of SQLModel: import it late, and off the thread that draws.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from sqlalchemy import Connection, Engine, select

from quizapp.errors import ReadOnlyStore, StoreDamaged, StoreError
from quizapp.store.backup_files import folder_of
from quizapp.store.connections import WAIT_S, connect_to_read, require_sqlite
from quizapp.store.engine import empty_reader, reader, upgraded_reader, writer
from quizapp.store.faults import file_fault, sqlite_faults
from quizapp.store.files import WriteLock, is_there, make_private
from quizapp.store.ids import EventIds
from quizapp.store.log import head
from quizapp.store.migrations import STEPS, migrate, schema_version
from quizapp.store.reader import Reader
from quizapp.store.rebuild import rebuild, set_folded
from quizapp.store.shape import check_shape
from quizapp.store.tables import DEVICE, META
from quizapp.store.transaction import Transaction

_DEVICE = select(DEVICE.c.device_id).join_from(META, DEVICE)


class Store(Reader):
    """An opened database. Open it with `Store.open`; it can be shared between threads.

    Every method may raise a `StoreError`; the subclass says why. After a write that failed nothing of it is
    left, and the store can be used on. `after_writing`, where it is set, is called after each event that came to be on
    disk, with the lock let go of.
    """

    def __init__(
        self, path: Path, reading: Engine, writing: Engine | None, wait_s: float, *, one_moment: bool = False
    ) -> None:
        self.path = path
        self._reader = reading
        self._writer = writing
        self._wait_s = wait_s
        self._lock = WriteLock(path, wait_s)
        self.after_writing: Callable[[], None] | None = None
        self._moment: Connection | None = None
        if one_moment:
            self._moment = reading.connect()
            self._moment.begin()
        with self._reading() as connection:
            device_id = connection.scalar(_DEVICE)
            if device_id is None:
                raise StoreDamaged(path, "it does not say which device it is on")
            end = head(connection)
        self.device_id: str = device_id
        self._ids = EventIds(end.newest_id)
        self._seen = end.position

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        one_moment: bool = False,
        wait_s: float = WAIT_S,
        backups: Path | None = None,
    ) -> Store:
        """Return a store on a database file.

        The file is made and upgraded as needed; states that lag behind the log are rebuilt. With `read_only`
        nothing is written anywhere: a file that is not there reads as an empty store, one on a medium that
        cannot be written to can be read, one of an earlier version is upgraded in memory, and states are taken as they
        are stored.

        Args:
            one_moment: with `read_only`, let everything that is ever read be of the moment of opening, whatever is
                written meanwhile; such a store is for one thread.
            wait_s: how long a write waits for another program, in seconds.
            backups: the folder for a backup before an upgrade; None is the one beside the database.
        Raises:
            NotADatabase: the file is something else; it is left as it is.
            SchemaChanged: it has tables, views or triggers that are not ours; it is left as it is.
            NewerDatabase: a later quizapp made it.
            ReadOnlyStore: it cannot be written to.
        """
        require_sqlite(path)
        with sqlite_faults(path, wait_s):
            writing = None if read_only else _engine_to_write(path, wait_s, backups or folder_of(path))
            reading = reader(path, wait_s) if writing else _engine_to_read(path, wait_s)
            with _disposed_on_error(reading, writing):
                store = cls(path, reading, writing, wait_s, one_moment=one_moment and read_only)
                if writing:
                    store._catch_up()
                return store

    def close(self) -> None:
        """Let go of the file. The store cannot be used after that."""
        if self._moment is not None:
            self._moment.close()
        self._reader.dispose()
        if self._writer is None:
            return
        try:
            with self._lock.held():  # the last connection to close writes the log back into the database
                self._writer.dispose()
        except StoreError:
            self._writer.dispose()  # whoever has the lock has a connection too, so this is not the last

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def new_id(self, at_ms: int) -> str:
        """Return the id for an event that happens at an instant, above all ids known so far.

        Inside `writing` these are all ids that the database holds, so that events sort as they were written.
        """
        return self._ids.next(at_ms)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that is alone in writing; it is on disk when the block ends without error.

        Raises:
            ReadOnlyStore: the store was opened to read.
            StoreBusy: another program is writing, and did not end in time.
        """
        with self._held() as engine:
            with engine.begin() as connection:
                start = head(connection)
                self._ids.observe(start.newest_id)
                transaction = Transaction(connection, start.position)
                yield transaction
                end = transaction.position
                if end != start.position and start.folded == start.position:
                    set_folded(connection, end)
            if self._seen == start.position:
                self._seen = end
        if self.after_writing is not None and end != start.position:
            self.after_writing()

    def rebuild(self) -> None:
        """Replace all stored states by the replay of the log."""
        with self._held() as engine, engine.begin() as connection:
            rebuild(connection)

    def changed_outside(self) -> bool:
        """Tell whether another program has added events since the store was opened or this was asked last."""
        with self._reading() as connection:
            now = head(connection).position
        changed, self._seen = now != self._seen, now
        return changed

    def _catch_up(self) -> None:
        """Rebuild the states when events came in without them: a merged or half restored log."""
        with self._reading() as connection:
            end = head(connection)
        if end.folded != end.position:
            self.rebuild()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._moment is not None:
            with sqlite_faults(self.path, self._wait_s):
                yield self._moment
            return
        with sqlite_faults(self.path, self._wait_s), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def _held(self) -> Iterator[Engine]:
        """Give the engine that writes while this process holds the lock."""
        if self._writer is None:
            raise ReadOnlyStore(self.path)
        with sqlite_faults(self.path, self._wait_s), self._lock.held():
            yield self._writer


@contextmanager
def _disposed_on_error(*engines: Engine | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for engine in engines:
            if engine is not None:
                engine.dispose()
        raise


def _engine_to_read(path: Path, wait_s: float) -> Engine:
    try:
        if not is_there(path):
            return empty_reader(path)
    except OSError as error:
        raise StoreError(path, error.strerror or type(error).__name__) from error
    with closing(connect_to_read(path, wait_s)) as connection:
        version = schema_version(connection, path)
        if version:
            check_shape(connection, path, version)
    if 0 < version < len(STEPS):
        return upgraded_reader(path, wait_s)
    return reader(path, wait_s) if version else empty_reader(path)


def _engine_to_write(path: Path, wait_s: float, backups: Path) -> Engine:
    """Return the engine of a database that is there, ours, and at the newest version."""
    make_private(path)
    engine = writer(path, wait_s)
    with (
        _disposed_on_error(engine),
        WriteLock(path, wait_s).held(),
        closing(engine.raw_connection()) as pooled,
    ):
        connection = cast(sqlite3.Connection, pooled.driver_connection)
        version = schema_version(connection, path)  # first: what is not ours is not touched
        if version:
            check_shape(connection, path, version)
        connection.execute("PRAGMA journal_mode = WAL")
        try:
            migrate(connection, path, backups=backups)
        except OSError as error:
            raise file_fault(error, path) from error
    return engine
