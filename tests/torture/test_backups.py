"""Backups made at random moments and restored, and restores that are killed or fail at each of their steps."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from ledger import record
from restore_trials import AT, back_up, fail_each_call, kill_at_each_call, leave_log, log_of
from store_builders import Pen

from quizapp.store.restore import kept_aside, restore
from quizapp.store.store import Store

ROUNDS = 300


def _whole(path: Path) -> None:
    """Leave the database as it is."""


def _gone(path: Path) -> None:
    path.unlink()


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(random.randrange(60_000)))


def _cut(path: Path) -> None:
    os.truncate(path, random.randrange(path.stat().st_size))


def _hit(path: Path) -> None:
    with open(path, "r+b") as raw:
        raw.seek(random.randrange(path.stat().st_size - 4_096))
        raw.write(os.urandom(4_096))


HARMS: tuple[Callable[[Path], None], ...] = (_whole, leave_log, _gone, _noise, _cut, _hit)


@pytest.mark.slow
def test_full(tmp_path: Path) -> None:
    killed = [kill_at_each_call(tmp_path / f"killed {damaged}", damaged=damaged) for damaged in (False, True)]
    failed = fail_each_call(tmp_path / "failed")
    lost, wrong = 0, []
    for number in range(ROUNDS):
        random.seed(number)
        path = tmp_path / f"{number}" / "progress.db"
        with Store.open(path) as store:
            pen = Pen(store)
            for _ in range(random.randrange(1, 12)):
                pen.answer(f"rivers/{random.randrange(5)}")
            backup, answers = back_up(path, AT + number * 1_000), store.log_position().reviews
            for _ in range(random.randrange(6)):
                pen.answer(f"rivers/{random.randrange(5)}")
        harm = random.choice(HARMS)
        harm(path)
        there = path.exists()
        restore(path, backup, AT)
        lost += max(answers - log_of(path)[0], 0)
        if log_of(path) != (answers, 0) or len(kept_aside(path)) != there:
            wrong.append(f"round {number}, {harm.__name__}")
        with Store.open(path) as store:
            Pen(store).answer("rivers/later")
            stored = store.states()
            store.rebuild()
            if store.states() != stored:
                wrong.append(f"round {number}: states are not what a replay gives")
    trials = (*killed, failed)
    wrong += [said for each in trials for said in each.wrong]
    print(*wrong, sep="\n")
    record(
        "restores",
        tried=ROUNDS + sum(each.tried for each in trials),
        lost=lost + sum(each.lost for each in trials),
        corrupt=len(wrong),
        killed=sum(each.tried for each in killed),
        failed=failed.tried,
    )
