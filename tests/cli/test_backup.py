"""`quizapp backup` and `quizapp restore`, as somebody uses them who has lost something."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from command_line import Run
from worlds import DAY, HOUR, World

from quizapp.cli.main import group
from quizapp.store.backup_files import folder_of, names


@pytest.fixture(autouse=True)
def automatic_backups() -> None:
    """As in use."""


@pytest.fixture
def folder(world: World) -> Path:
    return folder_of(world.settings.database)


@pytest.fixture
def studied(world: World, run: Run) -> World:
    """Two answers on Sunday with a backup after them, and one on Monday."""
    run("study", "--plain", "--limit", "2", stdin="\n3\n\n3\n")
    world.clock.pass_ms(DAY)
    run("study", "--plain", "--limit", "1", stdin="\n3\n")
    return world


def answers(run: Run) -> int:
    return run("export", "reviews").out.count("\n") - 1


def test_without_progress_there_is_nothing_to_back_up(run: Run, world: World) -> None:
    assert "no progress to back up yet" in run("backup").out
    assert "no backup yet" in run("backup", "--list").out
    assert json.loads(run("backup", "--list", "--json").out) == []
    result = run("restore")
    assert (result.code, "no backup that is whole" in result.err) == (40, True)
    assert not world.settings.database.exists()


def test_a_backup_made_by_hand_says_where_and_how_much(run: Run, studied: World, folder: Path) -> None:
    studied.clock.pass_ms(HOUR)
    result = run("backup")
    assert result.code == 0
    assert str(names(folder)[-1]) in result.out
    assert "3 answers on 2 cards" in result.out
    (made,) = json.loads(run("backup", "--json", "-o", "here.db").out)
    assert made | {"file": "", "made_at": "", "size": 0} == {
        **{"file": "", "made_at": "", "size": 0, "answers": 3, "acts": 0, "quizzes": 0, "cards": 2, "schema": 3},
        **{"verified": True, "flaw": None},
    }
    assert Path("here.db").stat().st_mode & 0o777 == 0o600
    Path("stick").mkdir()
    assert run("backup", "-o", "stick").code == 0
    assert len(names(Path("stick"))) == 1


def test_the_list_says_what_each_holds_and_finds_one_that_is_damaged(run: Run, studied: World, folder: Path) -> None:
    _, second = names(folder)
    second.write_bytes(b"x" + second.read_bytes()[1:])
    lines = run("backup", "--list").out.splitlines()
    assert [line.split()[:5] for line in lines[2:]] == [
        ["Sun", "22", "Nov", "10:00", "90.1"],
        ["Mon", "23", "Nov", "10:00", "no:"],
    ]
    assert lines[2].split()[6:9] == ["2", "2", "yes"]
    listed = json.loads(run("backup", "--list", "--json").out)
    assert [(each["answers"], each["verified"]) for each in listed] == [(2, True), (None, False)]


def test_restoring_shows_what_changes_and_asks(run: Run, studied: World) -> None:
    result = run("restore", "2026-11-22")
    assert "holds 2 answers on 2 cards" in result.out
    assert result.out.splitlines()[-1].split() == ["Mon", "23", "Nov", "1", "-"]
    assert "Nothing was changed. Add --yes to do it." in result.err
    assert answers(run) == 3


def test_what_was_restored_can_be_taken_back_with_the_file_that_was_kept(run: Run, studied: World) -> None:
    result = run("restore", "2026-11-22", "--yes")
    assert answers(run) == 2
    (kept,) = studied.settings.database.parent.glob("*.before-restore-*")
    assert str(kept) in result.out
    assert str(kept) in run("backup", "--list").out
    assert run("restore", str(kept), "--yes").code == 0
    assert answers(run) == 3


def test_a_lost_file_is_noticed_and_comes_back(run: Run, studied: World) -> None:
    studied.settings.database.unlink()
    result = run("bury", "rivers/nile")
    assert "holds no answers, but 2 backups of it with answers are in" in result.err
    assert run("restore", "--yes").code == 0
    assert answers(run) == 3


def test_a_lost_file_comes_back_without_opening_anything(run: Run, studied: World) -> None:
    studied.settings.database.unlink()
    result = run("restore", "--yes")
    assert "is not there now: all of this comes back" in result.out
    assert answers(run) == 3


def test_a_damaged_file_is_replaced_and_kept(run: Run, studied: World) -> None:
    noise = os.urandom(50_000)
    studied.settings.database.write_bytes(noise)
    refused = run("due")
    assert "quizapp restore" in refused.err
    result = run("restore", "--yes")
    assert "cannot be read" in result.out
    (kept,) = studied.settings.database.parent.glob("*.before-restore-*")
    assert kept.read_bytes() == noise
    assert answers(run) == 3


def test_single_days_come_back(run: Run, studied: World) -> None:
    run("restore", "2026-11-22", "--yes")
    studied.clock.pass_ms(DAY)
    run("study", "--plain", "--limit", "1", stdin="\n3\n")
    assert run("restore", "2026-11-23", "--day", "2026-11-22", "--yes").out.endswith("Nothing was changed.\n")
    result = run("restore", "2026-11-23", "--day", "2026-11-23", "--yes")
    assert "1 event brought back." in result.out
    assert answers(run) == 4
    assert run("restore", "2026-11-23", "--since", "2026-11-01", "--until", "2026-11-30", "--yes").code == 0
    assert answers(run) == 4


def test_a_file_that_is_no_backup_is_refused(run: Run, studied: World) -> None:
    Path("notes.txt").write_text("not a backup")
    result = run("restore", "notes.txt", "--yes")
    assert (result.code, "no whole SQLite database" in result.err) == (41, True)
    assert answers(run) == 3


@pytest.mark.parametrize(
    "args",
    [
        ["backup", "--list", "-o", "x"],
        ["restore", "--day", "2026-11-22", "--since", "2026-11-01"],
        ["restore", "--day", "yesterday"],
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, studied: World, args: list[str]) -> None:
    assert run(*args).code == 2


def test_the_database_is_not_backed_up_onto_itself(run: Run, studied: World) -> None:
    result = run("backup", "-o", str(studied.settings.database))
    assert (result.code, "is the database itself" in result.err) == (2, True)
    assert answers(run) == 3


def test_a_folder_that_cannot_be_made_is_told_and_the_answer_stays(run: Run, world: World, folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    result = run("study", "--plain", "--limit", "1", stdin="\n3\n")
    assert result.code == 0
    assert "No backup of" in result.err
    assert run("backup").code == 28
    assert answers(run) == 1


def test_both_are_commands() -> None:
    assert {"backup", "restore"} <= set(group.list_commands(None))
