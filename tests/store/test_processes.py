"""Several programs on one database, and programs that are killed."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from store_builders import CARD, Pen, in_child

from quizapp.store.log import head
from quizapp.store.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ANSWERS = 25


def answer_many(path: Path) -> str:
    with Store.open(path, wait_s=30) as store:
        pen = Pen(store)
        for _ in range(ANSWERS):
            pen.answer()
    return "done"


def check(path: Path, answers: int) -> None:
    """Assert that the database is whole and its states are those of its log."""
    with Store.open(path) as store:
        with store._reading() as connection:
            end = head(connection)
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert end.folded == end.position
        assert len(list(store.iter_reviews())) == answers
        stored = store.states()
        assert stored[CARD].schedule.reps == answers
        store.rebuild()
        assert store.states() == stored


def test_two_programs_that_answer_at_once_lose_no_update(path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(in_child, [lambda: answer_many(path)] * 3)) == ["done"] * 3
    check(path, 3 * ANSWERS)


def test_threads_that_share_a_store_lose_no_update(path: Path) -> None:
    with Store.open(path, wait_s=30) as store, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: Pen(store).answer(), range(ANSWERS)))
    check(path, ANSWERS)


def test_a_program_killed_between_two_statements_leaves_none_of_them(path: Path) -> None:
    with Store.open(path) as store:
        kept = Pen(store).answer()

    def die_midway() -> str:
        with Store.open(path) as store, store.writing() as tx:
            pen = Pen(store)
            tx.add(pen.action("bury"))
            os.kill(os.getpid(), signal.SIGKILL)
        return "survived"

    assert in_child(die_midway) == ""
    with Store.open(path) as store:
        assert store.events_since("") == [kept]
    check(path, 1)


@pytest.mark.parametrize("after_ms", [5, 30, 55])
def test_a_program_killed_at_any_moment_keeps_every_acknowledged_answer(path: Path, after_ms: int) -> None:
    Store.open(path).close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with Store.open(path) as store:
            pen = Pen(store)
            while True:
                pen.answer()
                os.write(writing, b".")
    os.close(writing)
    with os.fdopen(reading, "rb") as acknowledged:
        first = acknowledged.read(1)
        time.sleep(after_ms / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = len(first + acknowledged.read())
    with Store.open(path) as store:
        kept = len(list(store.iter_reviews()))
    assert told <= kept <= told + 1
    check(path, kept)
