"""Backups that nobody asked for: when they are made, and that they stop nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import DAY, DECK, MINUTE, World

from quizapp.collection import Collection
from quizapp.model import Rating
from quizapp.store.auto_backup import EVERY_MS
from quizapp.store.backup_files import folder_of, list_backups, names


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path, automatic_backups=True)
    world.write("rivers.yaml", DECK)
    return world


@pytest.fixture
def folder(world: World) -> Path:
    return folder_of(world.settings.database)


def answer(collection: Collection) -> None:
    session = collection.study()
    session.rate(Rating.GOOD, duration_ms=1_000)


def answers(folder: Path) -> list[int]:
    return [backup.answers for backup in list_backups(folder)]


def wait(collection: Collection) -> None:
    """Wait for the backup under way; the program does so when it closes."""
    keeper = collection._safekeeping._backups
    if keeper._thread is not None:
        keeper._thread.join()


def test_a_session_is_in_a_backup_once_the_program_is_closed(world: World, folder: Path) -> None:
    with world.open() as collection:
        answer(collection)
        answer(collection)
        assert answers(folder) == []
    assert answers(folder) == [2]


def test_looking_without_answering_makes_no_backup(world: World, folder: Path) -> None:
    world.open().close()
    with world.open() as collection:
        answer(collection)
    world.clock.pass_days(1)
    world.open().close()
    world.open(read_only=True).close()
    assert answers(folder) == [1]


def test_while_somebody_studies_one_is_made_each_half_hour(world: World, folder: Path) -> None:
    with world.open() as collection:
        for _ in range(10):
            world.clock.pass_ms(7 * MINUTE)
            collection.act_on("bury", ["rivers/nile"])
            wait(collection)
        found = list_backups(folder)
    assert [backup.acts for backup in found] == [5, 10]
    assert found[1].made_at - found[0].made_at >= EVERY_MS


def test_programs_that_open_and_close_make_one_each_half_hour(world: World, folder: Path) -> None:
    for _ in range(5):
        world.clock.pass_ms(10 * MINUTE)
        with world.open() as collection:
            collection.act_on("bury", ["rivers/nile"])
    assert len(names(folder)) == 2


def test_a_clock_set_back_makes_no_backup_wait(world: World, folder: Path) -> None:
    with world.open() as collection:
        answer(collection)
    world.clock.pass_days(-400)
    with world.open() as collection:
        answer(collection)
    assert sorted(answers(folder)) == [1, 2]


def test_what_fails_is_told_once_and_stops_nothing(world: World, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("in the way")
    with world.open() as collection:
        for _ in range(4):
            world.clock.pass_ms(31 * MINUTE)
            answer(collection)
            wait(collection)
    assert [notice for notice in collection.notices if "No backup" in notice] == list(collection.notices)
    assert len(collection.notices) == 1
    with world.open(read_only=True) as collection:
        assert collection.store.log_position().reviews == 4


def test_after_a_failure_nothing_is_deleted(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        world.clock.pass_ms(31 * MINUTE)
        with world.open() as collection:
            collection.act_on("bury", ["rivers/nile"])
    before = names(folder)
    keep_few(monkeypatch)

    def broken(path: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("quizapp.store.backup.sync", broken)
        world.clock.pass_ms(31 * MINUTE)
        with world.open() as collection:
            collection.act_on("bury", ["rivers/nile"])
        assert "Input/output error" in collection.notices[-1]
        assert names(folder) == before
    world.clock.pass_ms(31 * MINUTE)
    with world.open() as collection:
        collection.act_on("bury", ["rivers/nile"])
    assert len(names(folder)) == 1


def keep_few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEWEST", "DAYS", "WEEKS", "MONTHS"):
        monkeypatch.setattr(f"quizapp.store.backup_keep.{name}", 1)


def test_they_can_be_switched_off_and_go_where_they_are_told(world: World, tmp_path: Path, folder: Path) -> None:
    world.automatic_backups = False
    with world.open() as collection:
        answer(collection)
    assert not folder.exists()
    world.automatic_backups, world.backup_folder = True, tmp_path / "stick"
    with world.open() as collection:
        answer(collection)
    assert answers(tmp_path / "stick" / "progress.db.backups") == [2]


def test_where_progress_is_gone_but_backups_are_there_the_learner_is_told(world: World, folder: Path) -> None:
    with world.open() as collection:
        answer(collection)
        assert collection.notices == ()
    world.settings.database.unlink()
    for _ in range(2):
        with world.open() as collection:
            (notice,) = collection.notices
        assert "holds no answers, but 1 backup of it with answers is in" in notice
        assert "quizapp restore" in notice
    with world.open() as collection:
        answer(collection)
    with world.open() as collection:
        assert collection.notices == ()


def test_who_has_not_answered_yet_misses_nothing(world: World, folder: Path) -> None:
    with world.open() as collection:
        collection.act_on("bury", ["rivers/nile"])
    assert names(folder)
    with world.open() as collection:
        assert collection.notices == ()


def test_a_database_begun_anew_pushes_no_backup_out(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.open() as collection:
        answer(collection)
        answer(collection)
    old = names(folder)
    world.settings.database.unlink()
    keep_few(monkeypatch)
    for _ in range(4):
        world.clock.pass_ms(DAY)
        with world.open() as collection:
            collection.act_on("bury", ["rivers/nile"])
    assert set(old) <= set(names(folder))
    assert len(names(folder)) == 2
