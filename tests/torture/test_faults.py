"""Each change that an action makes on disk fails once, the first, the second and so on: nothing is lost or half."""

from __future__ import annotations

import errno
import inspect
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import shim
from acknowledged import Acknowledged
from jobs import ACTIONS, STUDIED, database, users_files
from ledger import record
from server import Server
from verdict import examine

from quizapp import errors
from quizapp.store.migrations import STEPS, migrate

CODES = {
    cls.exit_code for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.QuizappError)
} - {1, 2}


class Way(NamedTuple):
    """How a change fails."""

    error: int
    half: bool


ONCE = Way(errno.EIO, half=False)
FULL = Way(errno.ENOSPC, half=True)


IN_ONE = {"undo", "suspend", "exam", "import log", "retention", "migrate"}
"""Actions of which the log has all or nothing."""


class Faults(NamedTuple):
    """What came of failing an action's changes one after the other."""

    tried: int
    lost: int
    wrong: tuple[str, ...]


def fail_each(server: Server, template: Path, action: str, way: Way, every: int = 1) -> Faults:
    """Fail the changes of an action, each in a run of its own from the same beginning, until one is not reached."""
    before = Left(_fresh(template, "before"))
    after = _fresh(template, "after")
    assert server.do("do", root=str(after), action=action)["code"] == 0
    done = Left(after)
    lost, wrong, tried = 0, [], 0
    for number in count(1, every):
        root = _fresh(template, "faulty")
        log = root.with_name("log")
        told = server.do("fault", root=str(root), action=action, number=number, log=str(log), **way._asdict())
        if not told["failed"]:
            assert told["code"] == 0
            break
        tried += 1
        left = Left(root)
        acknowledged = _acknowledged(log) if action == "study" else 0
        new = len(left.found.events) - len(before.found.events)
        lost += len(set(before.found.events) - set(left.found.events)) + max(acknowledged - new, 0)
        complaints = list(_complaints(action, told, before, left, done, acknowledged))
        if server.do("do", root=str(root), action="look")["code"]:
            complaints.append("the next start failed")
        wrong += [f"{action}, change {number}: {complaint}" for complaint in complaints]
        log.unlink()
    return Faults(tried, lost, tuple(wrong))


class Left:
    """What a folder holds."""

    def __init__(self, root: Path) -> None:
        self.files = users_files(root)
        self.found = examine(root)


def _complaints(
    action: str, told: dict[str, Any], before: Left, left: Left, done: Left, acknowledged: int
) -> Iterator[str]:
    """Yield what is wrong with how an action ended or with what it left."""
    lines = told["err"].splitlines()
    if told["code"] not in CODES | {0} or (told["code"] and len(lines) != 1):
        yield f"it ended with {told['code']} and said: {told['err'][-500:]}"
    if left.found.wrong:
        yield left.found.wrong
    for name in {*before.files, *left.files}:
        if left.files.get(name) not in (before.files.get(name), done.files.get(name)):
            yield f"{name} is neither old nor new"
    if told["code"] == 0 and left.files != done.files:
        yield "it ended well and did not write its files"
    new, most = (len(one.found.events) - len(before.found.events) for one in (left, done))
    if told["code"] == 0 and new != most:
        yield f"it ended well with {new} of {most} acts"
    if action == "study" and new > acknowledged + 1:
        yield f"{new} acts are there, {acknowledged} were acknowledged"
    if action in IN_ONE and new not in (0, most):
        yield f"{new} of {most} acts are there"


def _acknowledged(log: Path) -> int:
    acknowledged = Acknowledged([STUDIED])
    for change in shim.read_log(log):
        acknowledged.hear(change)
    return acknowledged.acts


def _fresh(template: Path, name: str) -> Path:
    """Return a copy of a folder; it is called as the folder itself, so that caches that know its path know it."""
    root = template.with_name(name) / "root"
    shutil.rmtree(root.parent, ignore_errors=True)
    shutil.copytree(template, root)
    return root


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
    for way in (ONCE, FULL):
        faults = fail_each(server, studied, "add", way)
        assert (faults.lost, faults.wrong) == (0, ())
        assert faults.tried >= 4


def test_a_failing_disk_takes_no_acknowledged_answer(server: Server, studied: Path) -> None:
    faults = fail_each(server, studied, "study", ONCE, every=41)
    assert (faults.lost, faults.wrong) == (0, ())


@pytest.mark.slow
def test_full(server: Server, studied: Path) -> None:
    tried = lost = 0
    wrong: list[str] = []
    for action in ACTIONS:
        template = studied
        if action == "migrate":
            template = _fresh(studied, "old")
            to_first_version(database(template))
        for way in (ONCE, FULL):
            faults = fail_each(server, template, action, way)
            tried, lost = tried + faults.tried, lost + faults.lost
            wrong += faults.wrong
    print(*wrong, sep="\n")
    record("faults", tried=tried, lost=lost, corrupt=len(wrong), actions=len(ACTIONS))
