"""Databases damaged at random places: all that stands on whole pages comes out, and the damage is told, not shown."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from damage import DAMAGES, check_salvage, damaged, write_log
from ledger import record

from quizapp.errors import StoreError
from quizapp.store.store import Store

TIMES = 200


def read_everything(path: Path) -> None:
    with Store.open(path, wait_s=0.2) as store:
        store.states()
        store.study_days()
        store.quizzes()
        store.events_since("")
        store.rebuild()


@pytest.mark.slow
def test_full(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sound.db") as store:
        write_log(store, 240)
    came_out = lost = told = 0
    for kind in DAMAGES:
        for seed in range(TIMES):
            folder = tmp_path / "work"
            folder.mkdir()
            found, missing = check_salvage(kind, seed, tmp_path / "sound.db", folder)
            lost += missing
            came_out += found.reviews + found.actions + found.quizzes
            try:
                read_everything(folder / "progress.db")
            except StoreError:
                told += 1
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
                told += 1  # a value that cannot be: the command line looks for the damage behind it
            shutil.rmtree(folder)
    record("damaged", tried=len(DAMAGES) * TIMES, lost=lost, events_that_came_out=came_out, told_when_opened=told)


def test_a_damaged_database_is_not_read_as_a_sound_one_but_for_what_no_check_can_see(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sound.db") as store:
        write_log(store, 60)
    for kind in ("cut off", "pages of zeros"):
        path, pages = damaged(kind, random.Random(kind).randrange(99), tmp_path / "sound.db", tmp_path)
        assert pages
        said = "quizapp doctor"
        try:
            read_everything(path)
        except StoreError as error:
            said = str(error)
        assert "quizapp doctor" in said or "quizapp restore" in said
