"""What a repair rebuilds, and that the log is never among it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from damage import events_of
from patients import break_index, make_decks_settled, problems
from strange_schemas import forge, make_strange
from worlds import World

from quizapp.doctor import repair as module
from quizapp.doctor.examination import examine
from quizapp.doctor.repair import log_digest, repair
from quizapp.errors import StoreError
from quizapp.store import duefile


def repaired(world: World) -> list[str]:
    return list(repair(world.settings, world.clock, list(examine(world.settings, world.clock))))


def digest(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return log_digest(connection)


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.before-repair-*"))


REBUILT = {
    "a schedule that is another": "UPDATE schedule SET due_on = due_on + 1, stability_days = 9.5 WHERE phase = 2",
    "schedules that are gone": "DELETE FROM schedule",
    "a position that lags": "UPDATE meta SET folded_reviews = 0",
    "both": "UPDATE meta SET folded_actions = 0; DELETE FROM schedule WHERE card_key = 2",
}


@pytest.mark.parametrize(
    "statement",
    [pytest.param(text, id=name, marks=() if name == "both" else pytest.mark.slow) for name, text in REBUILT.items()],
)
def test_what_is_derived_is_rebuilt_and_the_log_is_what_it_was(world: World, statement: str) -> None:
    path = world.settings.database
    with world.open(read_only=True) as collection:
        right = dict(collection.states)
    forge(path, *statement.split("; "))
    log, events = digest(path), events_of(path)
    said = repaired(world)
    assert digest(path) == log
    assert events_of(path) == events
    assert problems(world) == {}
    with world.open(read_only=True) as collection:
        assert collection.states == right
    assert said[0].startswith("Copied the database to progress.db.before-repair-2026-")
    assert said[1:3] == ["Made every schedule anew from the log.", "The log is what it was, byte for byte."]


def test_the_copy_is_what_the_database_was(world: World) -> None:
    path = world.settings.database
    forge(path, "DELETE FROM schedule")
    repaired(world)
    (copy,) = copies(path)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert events_of(copy) == events_of(path)
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT count(*) FROM schedule").fetchone() == (0,)


def test_an_index_is_made_anew(world: World) -> None:
    break_index(world)
    log = digest(world.settings.database)
    assert "Made every index anew from its table." in repaired(world)
    assert digest(world.settings.database) == log
    assert problems(world) == {}


def test_nothing_is_rebuilt_where_nothing_is_wrong(world: World) -> None:
    before = world.settings.database.read_bytes()
    assert repaired(world) == []
    assert world.settings.database.read_bytes() == before
    assert copies(world.settings.database) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET rating = 9 WHERE seq = 1",
        "UPDATE review SET study_day = study_day + 1 WHERE seq = 1",
        "UPDATE action SET detail = '{\"from\": ' WHERE kind = 'settings'",
    ],
)
def test_an_event_that_cannot_be_is_left_as_it_is(world: World, statement: str) -> None:
    forge(world.settings.database, statement)
    log = digest(world.settings.database)
    repaired(world)
    assert digest(world.settings.database) == log
    assert problems(world)


def test_a_database_that_is_not_ours_is_left_as_it_is(world: World) -> None:
    make_strange(world.settings.database, "CREATE TABLE extra (a)")
    before = world.settings.database.read_bytes()
    assert repaired(world) == []
    assert world.settings.database.read_bytes() == before


def test_a_repair_that_would_change_the_log_is_taken_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = world.settings.database
    forge(path, "DELETE FROM schedule")
    log = digest(path)

    def careless(connection: object) -> None:
        connection.exec_driver_sql("INSERT INTO card VALUES (99, 'rivers/none')")  # type: ignore[attr-defined]

    monkeypatch.setattr(module, "rebuild", careless)
    with pytest.raises(StoreError, match="would have changed the log"):
        repaired(world)
    assert digest(path) == log
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM card WHERE card_key = 99").fetchone() == (0,)


def test_what_is_kept_wrong_is_forgotten_and_files_are_closed_to_others(world: World) -> None:
    folder = duefile.folder_of(world.settings)
    assert folder is not None
    make_decks_settled(world)
    kept = folder / duefile.NAME
    today = world.clock.now().study_day(4)
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace(f'"{today}": [', f'"{today}": [7'), encoding="utf-8")
    world.settings.database.chmod(0o644)
    said = repaired(world)
    assert "Forgot the counts of quizapp due; they are worked out anew." in said
    assert "Made progress.db readable for you alone." in said
    assert not kept.exists()
    assert world.settings.database.stat().st_mode & 0o777 == 0o600
    assert copies(world.settings.database) == []
    assert problems(world) == {}
