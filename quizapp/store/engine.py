"""Engines on the database, one that writes and others that can only read; see `quizapp.store.connections`.

Each begins its own transactions: `BEGIN IMMEDIATE` to write, `BEGIN` to read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

from quizapp.store.connections import connect_to_nothing, connect_to_read, connect_to_upgraded, connect_to_write


def writer(path: Path, wait_s: float) -> Engine:
    """Return an engine with one connection that writes to a file that is there."""
    return _engine(path, lambda: connect_to_write(path, wait_s), "BEGIN IMMEDIATE", overflow=0)


def reader(path: Path, wait_s: float) -> Engine:
    """Return an engine whose connections read a file that is there, also where nothing can be written."""
    return _engine(path, lambda: connect_to_read(path, wait_s), "BEGIN", overflow=-1)


def empty_reader(path: Path) -> Engine:
    """Return an engine that reads the empty database that a file would become; nothing is created on disk."""
    return _engine(path, lambda: connect_to_nothing(path), "BEGIN", overflow=-1)


def upgraded_reader(path: Path, wait_s: float) -> Engine:
    """Return an engine that reads a database of an earlier version as the newest one; nothing is written on disk."""
    return _engine(path, lambda: connect_to_upgraded(path, wait_s), "BEGIN", overflow=-1)


def _engine(path: Path, connect: Callable[[], sqlite3.Connection], begin: str, overflow: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=overflow,
        hide_parameters=True,  # else the text of an exception would carry the text of a card
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
