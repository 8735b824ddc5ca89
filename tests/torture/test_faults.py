"""Each change that an action makes on disk fails once, the first, the second and so on: nothing is lost or half."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from jobs import ACTIONS, database
from ledger import record
from outcome import Trials, fresh
from server import Server

from quizapp.store.migrations import STEPS, migrate


class Way(NamedTuple):
    """How a change fails."""

    error: int
    half: bool


ONCE = Way(errno.EIO, half=False)
FULL = Way(errno.ENOSPC, half=True)


def fail_each(server: Server, template: Path, action: str, way: Way, every: int = 1) -> Trials:
    """Fail the changes of an action, each in a run of its own from the same beginning, until one is not reached."""
    trials = Trials(server, template, action)
    for number in count(1, every):
        root = fresh(template)
        log = template.with_name("log")
        log.unlink(missing_ok=True)  # of the run before, which was not hit
        told = server.do("fault", root=str(root), action=action, number=number, log=str(log), **way._asdict())
        if not told["failed"]:
            assert told["code"] == 0
            break
        trials.judge(told, root, log, f"change {number}")
    return trials


def to_first_version(file: Path) -> None:
    """Make a database over into one of the first schema, with the same learner's answers."""
    newest = file.with_name("newest.db")
    file.rename(newest)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, file, STEPS[:1])
        connection.execute("ATTACH ? AS newest", (str(newest),))
        connection.execute("DELETE FROM meta")
        for (table,) in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall():
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}")
    newest.unlink()


def test_a_failing_disk_leaves_an_action_done_or_not_done(server: Server, studied: Path) -> None:
    trials = fail_each(server, studied, "add", FULL, every=2)
    assert (trials.lost, trials.wrong) == (0, [])
    assert trials.tried >= 2


def test_a_failing_disk_takes_no_acknowledged_answer(server: Server, studied: Path) -> None:
    trials = fail_each(server, studied, "study", ONCE, every=140)
    assert (trials.lost, trials.wrong) == (0, [])


@pytest.mark.slow
def test_full(server: Server, studied: Path) -> None:
    every = []
    for action in ACTIONS:
        template = studied
        if action == "migrate":
            template = fresh(studied, "old")
            to_first_version(database(template))
        every += [fail_each(server, template, action, ONCE), fail_each(server, template, action, FULL, every=3)]
    wrong = [complaint for trials in every for complaint in trials.wrong]
    print(*wrong, sep="\n")
    record(
        "faults",
        tried=sum(trials.tried for trials in every),
        lost=sum(trials.lost for trials in every),
        corrupt=len(wrong),
        actions=len(ACTIONS),
    )
