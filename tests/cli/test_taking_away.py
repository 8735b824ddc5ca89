"""What the stats screen writes: all of one moment, and nothing where it is stopped."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from worlds import DECK, World

from quizapp.cli.taking_away import EXPORTS
from quizapp.model import Rating

CSV_FILES, REPORT = EXPORTS


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    answer(world)
    return world


def answer(world: World) -> None:
    with world.open() as collection:
        collection.study().rate(Rating.GOOD, duration_ms=1_000)


def test_the_tables_are_of_one_moment_whatever_is_answered_meanwhile(world: World, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def tell(doing: str, done: int, total: int) -> None:
        if not any(doing == before for before, *_ in told):
            answer(world)
        told.append((doing, done, total))

    with world.open() as collection:
        shown = collection.statistics()
    folder = CSV_FILES.write(world.settings, world.clock, shown, tmp_path / "out", tell)
    reviews, days, cards, decks = (rows(folder / f"{name}.csv") for name in ("reviews", "days", "cards", "decks"))
    assert len(reviews) == len(days) == sum(card["phase"] != "new" for card in cards) == 1
    assert len(decks) == 1
    assert told[0] == ("Exporting reviews", 0, 1)
    assert [doing.split()[1] for doing, done, _ in told if not done] == ["reviews", "days", "cards", "decks"]


def test_what_is_stopped_leaves_nothing_behind(world: World, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def tell(doing: str, done: int, total: int) -> None:
        if doing.endswith("cards"):
            raise Stopped

    with world.open() as collection:
        shown = collection.statistics()
    with pytest.raises(Stopped):
        CSV_FILES.write(world.settings, world.clock, shown, tmp_path / "out", tell)
    assert not (tmp_path / "out").exists()


def test_the_report_tells_how_far_the_log_is_read(world: World, tmp_path: Path) -> None:
    with world.open() as collection:
        shown = collection.statistics()
    answer(world)
    told: list[tuple[str, int, int]] = []
    page = REPORT.write(world.settings, world.clock, shown, tmp_path / "out.html", lambda *far: told.append(far))
    assert "2 reviews" in page.read_text()
    assert all(doing == "Reading" for doing, _, _ in told)


def rows(file: Path) -> list[dict[str, str]]:
    with open(file, newline="") as text:
        return list(csv.DictReader(text))
