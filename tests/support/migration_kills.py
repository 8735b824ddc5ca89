"""Upgrades of a database that are killed: what has to be there then, and after the next start."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from schema_scenario import load

from quizapp.store.backup_files import flaw, folder_of, names
from quizapp.store.migrations import STEPS, migrate
from quizapp.store.store import Store


class Outcome(NamedTuple):
    """What came of an upgrade: whether it was killed, how many rows are gone or changed, and what is not right."""

    killed: bool
    lost: int
    wrong: tuple[str, ...]


def kill_and_finish(file: Path, start: int, number: int) -> Outcome:
    """Kill an upgrade from a schema version (0 for a new database) at its Nth statement, and finish it by a start."""
    file.parent.mkdir(exist_ok=True)
    if start:
        load(start, file)
    before = rows_of(file) if start else Counter()
    child = os.fork()
    if child == 0:
        _die_at_statement(file, number)
    killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    wrong = []
    with closing(sqlite3.connect(file)) as found:
        (version,) = found.execute("PRAGMA user_version").fetchone()
        if not start <= version <= len(STEPS):
            wrong.append(f"version {version}")
        wrong += [said for (said,) in found.execute("PRAGMA integrity_check") if said != "ok"]
        wrong += [f"dangling: {row}" for row in found.execute("PRAGMA foreign_key_check")]
    with Store.open(file) as store:
        stored = store.states()
        store.rebuild()
        if store.states() != stored:
            wrong.append("states are not what a replay gives")
    wrong += [f"backup: {said}" for path in names(folder_of(file)) if (said := flaw(path))]
    return Outcome(killed, (before - rows_of(file)).total(), tuple(wrong))


def rows_of(file: Path) -> Counter[tuple[object, ...]]:
    """Return the rows of every table as they were at the first version: `meta` has had more columns since."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return Counter(
            (table, *(row[:4] if table == "meta" else row))
            for table in tables
            for row in connection.execute(f"SELECT * FROM {table}")
        )


def _die_at_statement(file: Path, number: int) -> None:
    """Upgrade a database, and kill this process when SQLite begins its Nth statement; end it where there is none."""
    seen = 0

    def count(statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    connection = sqlite3.connect(file, isolation_level=None)
    connection.set_trace_callback(count)
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection, file, backups=folder_of(file))
    os._exit(0)
