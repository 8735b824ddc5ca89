"""Upgrades from every schema there has been, killed at each of their statements."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from ledger import record
from migration_kills import kill_and_finish

from quizapp.store.migrations import STEPS


@pytest.mark.slow
def test_full(tmp_path: Path) -> None:
    kills, lost, wrong = 0, 0, []
    for start in range(len(STEPS)):
        for number in count(1):
            came = kill_and_finish(tmp_path / f"{start}-{number}" / "progress.db", start, number)
            lost += came.lost
            wrong += came.wrong
            if not came.killed:
                break
            kills += 1
    print(*wrong, sep="\n")
    record("migrations", tried=kills, lost=lost, corrupt=len(wrong), schemas=len(STEPS))
