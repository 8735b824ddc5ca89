"""Several programs answer on one collection at once: no answer is lost, and no two write at the same moment."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shim
from jobs import ACTIONS, STUDIED, database
from ledger import record
from server import Server
from store_builders import in_child
from verdict import examine, settings_of
from worlds import TestClock

from quizapp.collection import Collection
from quizapp.model import Rating
from quizapp.study.scope import Scope

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def answer(root: Path, number: int, answers: int) -> str:
    """Answer so many cards, all of them cards that others answer, too; return how many acts went on record."""
    acts = 0
    clock = TestClock()
    with Collection.open(settings_of(root), clock) as collection:
        while acts < answers:
            session = collection.study(Scope(new_limit=9, cram=False))
            while session.current is not None and acts < answers:
                session.rate(Rating((acts + number) % 4 + 1), duration_ms=900)
                acts += 1
                if acts % 9 == number:
                    assert session.undo() is not None
                    acts += 1
            clock.pass_days(1)
    return str(acts)


def answer_at_once(root: Path, programs: int, answers: int) -> int:
    """Let so many programs answer at once, and return how many acts they say went on record."""
    with ThreadPoolExecutor(programs) as pool:
        told = list(pool.map(in_child, [lambda n=n: answer(root, n, answers) for n in range(programs)]))
    assert all(said.isdigit() for said in told), told
    return sum(map(int, told))


def test_two_programs_at_once_lose_no_answer(root: Path) -> None:
    acts = answer_at_once(root, 2, 15)
    found = examine(root)
    assert (len(found.events), found.wrong) == (acts, "")


def unguarded(log: Path, root: Path) -> tuple[int, int]:
    """Return how many writes to the database and its log there were, and how many without the lock beside it."""
    names = {inode: name for name, (inode, _) in pickle.loads(log.with_suffix(".begun").read_bytes()).items()}
    held = guarded = bare = 0
    for change in shim.read_log(log):
        match change.what:
            case "c":
                names[change.inode] = change.data.decode()
            case "k" | "f" if names[change.inode].endswith(".lock"):
                held += 1 if change.what == "k" else -1
            case "w" | "t" | "s" if names[change.inode] in (str(database(root)), f"{database(root)}-wal"):
                guarded += held > 0
                bare += held < 1
    return guarded + bare, bare


def test_nothing_writes_or_checkpoints_without_the_lock(server: Server, root: Path) -> None:
    """Before 3.51.3 two connections that do so at one moment can damage SQLite's log; so no two ever do."""
    log = root.with_name("log")
    typed = [STUDIED, ["", "4"] * 3]
    assert set(server.do("study", root=str(root), log=str(log), sessions=typed)) == {0}
    writes, bare = unguarded(log, root)
    assert writes > 100
    assert bare == 0


def test_a_repair_writes_only_with_the_lock(server: Server, studied: Path) -> None:
    log = studied.with_name("log")
    assert server.do("repair", root=str(studied), log=str(log)) == [0]
    writes, bare = unguarded(log, studied)
    assert writes > 5
    assert bare == 0


@pytest.mark.slow
def test_nothing_that_can_be_done_writes_without_the_lock(server: Server, studied: Path) -> None:
    for name in ACTIONS:
        log = studied.with_name(f"{name}.log")
        assert server.do("steps", root=str(studied), log=str(log), names=[name]) == [0]
        assert unguarded(log, studied)[1] == 0, name


@pytest.mark.slow
def test_full(root: Path) -> None:
    acts = lost = 0
    wrong = []
    for programs in (2, 4):
        acts += answer_at_once(root, programs, 1000)
        found = examine(root)
        lost += abs(acts - len(found.events))
        wrong += [found.wrong] * bool(found.wrong)
    print(*wrong, sep="\n")
    record("processes", tried=acts, lost=lost, corrupt=len(wrong))
