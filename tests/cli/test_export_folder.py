"""A folder of tables: all of one moment, while a study session writes; all of its files or none."""

from __future__ import annotations

import csv
import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run
from store_builders import Pen
from worlds import World

from quizapp.store.store import Store

CARDS = ("rivers/nile", "rivers/po", "rivers/po#reverse")


@pytest.fixture
def writer(world: World) -> Iterator[None]:
    """Another program that answers all three cards again and again, the three in one transaction."""
    with Store.open(world.settings.database):
        pass
    child = os.fork()
    if child == 0:
        try:
            _answer_on(world.settings.database)
        finally:
            os._exit(0)
    yield
    os.kill(child, 15)
    os.waitpid(child, 0)


def _answer_on(path: Path) -> None:
    with Store.open(path, wait_s=30) as store:
        pen = Pen(store)
        for _ in range(100_000):
            with store.writing() as tx:
                for card_id in CARDS:
                    pen.add_answer(tx, card_id)
            time.sleep(0.002)  # as a learner leaves others the time to read


def test_its_tables_are_of_one_moment_while_another_program_writes(
    run: Run, world: World, writer: None
) -> None:
    folder = world.root / "out"
    sizes = set()
    for _ in range(50):
        assert run("export", "reviews", "days", "cards", "-o", f"{folder}/").code == 0
        count = len(_column(folder / "reviews.csv", "review_id"))
        sizes.add(count)
        assert count % len(CARDS) == 0
        assert sum(map(int, _column(folder / "days.csv", "answers"))) == count
        assert sum(map(int, _column(folder / "cards.csv", "reps"))) == count
    assert len(sizes) > 10, "the writer did not write meanwhile"


def _column(file: Path, name: str) -> list[str]:
    with open(file, encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def test_a_folder_that_cannot_be_finished_stays_as_it_was(
    run: Run, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = world.root / "out"
    assert run("export", "decks", "cards", "-o", f"{folder}/").code == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    world.write("rivers.yaml", "deck: rivers\ntitle: Other\nnotes: []\n")

    def full(*args: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quizapp.export.datapackage.package_text", full)
    result = run("export", "decks", "cards", "-o", f"{folder}/")
    assert result.code == 16
    assert str(folder) in result.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_new_folder_that_nothing_came_into_is_taken_away_again(
    run: Run, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*args: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.export.datapackage.package_text", stopped)
    folder = world.root / "out"
    assert run("export", "days", "-o", f"{folder}/").code == 130
    assert not folder.exists()


def test_a_new_folder_and_its_files_are_their_owners_alone(run: Run, world: World) -> None:
    folder = world.root / "out"
    before = os.umask(0)
    try:
        assert run("export", "days", "-o", f"{folder}/").code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]["name"] == "days"
