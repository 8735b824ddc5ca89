from __future__ import annotations

import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from quizapp.errors import NewerDatabase, NotADatabase, StoreDamaged
from quizapp.model import ActionKind, Kind
from quizapp.store.migrations import STEPS, copy_path, migrate
from quizapp.store.schema_1 import APPLICATION_ID
from quizapp.store.tables import ACTION, REVIEW, Base

LATEST = len(STEPS)
NEXT_STEP = (
    "ALTER TABLE meta ADD COLUMN note TEXT",
    "CREATE TABLE extra (extra_key INTEGER NOT NULL PRIMARY KEY) STRICT",
    "UPDATE meta SET note = 'upgraded'",
)
ONE_MORE = (*STEPS, NEXT_STEP)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(file)) as connection:
        yield connection


def connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


def version(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()


def test_a_new_database_is_marked_as_ours_and_at_the_newest_version(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert version(connection) == len(STEPS)
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_migrating_twice_changes_nothing(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    before = list(connection.iterdump())
    migrate(connection, file)
    assert list(connection.iterdump()) == before


def test_the_tables_of_the_program_are_those_of_the_database(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with closing(engine.raw_connection()) as described:
        ours, theirs = described.driver_connection, connection
        for pragma in ("table_xinfo", "foreign_key_list", "index_list"):
            for name in Base.metadata.tables:
                asked = f"SELECT * FROM pragma_{pragma}(?) ORDER BY 1, 2"
                assert in_any_order(ours, asked, name) == in_any_order(theirs, asked, name), (pragma, name)
        tables = "SELECT name, type, ncol, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name"
        assert ours.execute(tables).fetchall() == theirs.execute(tables).fetchall()
    engine.dispose()


def in_any_order(connection: sqlite3.Connection, statement: str, name: str) -> list[tuple[object, ...]]:
    """Return rows without their number, which only tells the order of definition."""
    return sorted((row[1:] for row in connection.execute(statement, (name,))), key=repr)


def test_the_checks_and_indexes_of_the_program_are_those_of_the_database(
    connection: sqlite3.Connection, file: Path
) -> None:
    migrate(connection, file)
    made = dict(schema(connection))
    for table in Base.metadata.tables.values():
        described = str(CreateTable(table).compile(dialect=sqlite.dialect()))
        assert checks(described) == checks(made[table.name])
        assert len(checks(described)) == described.count("CHECK")
        for index in table.indexes:
            assert all(f"{column.name}" in made[str(index.name)] for column in index.columns)


def checks(sql: str) -> dict[str, str]:
    """Return the CHECK constraints of a CREATE TABLE by name."""
    line = re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")")
    return dict(re.findall(r"CONSTRAINT (\w+) CHECK \((.+?)\)(?=, (?:CONSTRAINT|UNIQUE|FOREIGN)|\) STRICT)", line))


def test_every_column_says_what_it_holds() -> None:
    silent = [str(column) for table in Base.metadata.tables.values() for column in table.c if not column.comment]
    assert silent == []


def test_the_database_takes_every_kind_the_program_knows(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    made = dict(schema(connection))
    assert all(f"'{kind}'" in made[REVIEW.name] for kind in Kind)
    assert all(f"'{kind}'" in made[ACTION.name] for kind in ActionKind)


@pytest.mark.parametrize("table", ["review", "action", "card", "device", "quiz"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_the_log_refuses_to_be_changed(connection: sqlite3.Connection, file: Path, table: str, change: str) -> None:
    migrate(connection, file)
    connection.execute("PRAGMA recursive_triggers = ON")
    fill(connection)
    key = {"card": "card_id", "device": "device_id"}.get(table, "study_day")
    before = list(connection.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        connection.execute(change.format(table, key, key))
    assert list(connection.iterdump()) == before


def fill(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO card VALUES (1, 'rivers/nile')")
    connection.execute(
        "INSERT INTO review VALUES (1, ?, 1, 1, 0, 60, 20000, 3, 0, NULL, 9, 'cloze', NULL, 2.5, 5, NULL, 0)",
        ("0" * 20,),
    )
    if version(connection) > 1:
        connection.execute("INSERT INTO quiz VALUES (1, ?, 1, 1, 0, 20000, 9, 2, 1.5, '{}', '[]')", ("2" * 20,))
    connection.execute("INSERT INTO action VALUES (1, ?, 'bury', 1, 1, 0, 60, 20000, NULL, '{}')", ("1" * 20,))


def test_an_upgrade_keeps_a_private_copy_of_what_was(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    fill(connection)
    before = list(connection.iterdump())
    migrate(connection, file, ONE_MORE)
    assert version(connection) == LATEST + 1
    assert connection.execute("SELECT note FROM meta").fetchone() == ("upgraded",)
    copy = copy_path(file, LATEST)
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(connect(copy)) as kept:
        assert list(kept.iterdump()) == before
        assert version(kept) == LATEST


def test_an_unfinished_copy_is_made_anew(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    copy = copy_path(file, LATEST)
    copy.with_name(f"{copy.name}.unfinished").write_bytes(b"half a copy")
    migrate(connection, file, ONE_MORE)
    assert sorted(entry.name for entry in file.parent.iterdir()) == [file.name, copy.name]


@pytest.mark.parametrize("broken_at", range(len(NEXT_STEP) + 1))
def test_a_step_that_fails_leaves_the_version_before_it(
    connection: sqlite3.Connection, file: Path, broken_at: int
) -> None:
    migrate(connection, file)
    before = list(connection.iterdump())
    broken = (*NEXT_STEP[:broken_at], "SELECT no_such_function()", *NEXT_STEP[broken_at:])
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, file, (*STEPS, broken))
    assert version(connection) == LATEST
    assert list(connection.iterdump()) == before
    migrate(connection, file, ONE_MORE)
    assert version(connection) == LATEST + 1


def test_a_step_that_leaves_a_row_without_its_card_is_refused(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    fill(connection)
    bad = ("DROP TRIGGER card_refuses_delete", "DELETE FROM card")
    with pytest.raises(StoreDamaged, match="refers to one of card"):
        migrate(connection, file, (*STEPS, bad))
    assert version(connection) == LATEST
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(
    ("step", "place"), [(step, place) for step, made in enumerate(ONE_MORE) for place in range(len(made) + 1)]
)
def test_a_migration_killed_at_any_statement_goes_on_from_a_whole_version(file: Path, step: int, place: int) -> None:
    statements = [[*made] for made in ONE_MORE]
    statements[step].insert(place, "SELECT die()")
    child = os.fork()
    if child == 0:
        doomed = connect(file)
        doomed.execute("PRAGMA journal_mode = WAL")
        doomed.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
        migrate(doomed, file, statements)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with closing(connect(file)) as reopened:
        assert version(reopened) == step
        migrate(reopened, file, ONE_MORE)
        assert version(reopened) == LATEST + 1
        assert reopened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_newer_database_is_refused_and_left_as_it_is(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file, ONE_MORE)
    before = file.read_bytes()
    with pytest.raises(NewerDatabase, match=f"schema {LATEST + 1}, this one reads up to {LATEST}"):
        migrate(connection, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA application_id = 7", "PRAGMA user_version = 3", "CREATE TABLE something (else_ TEXT)"],
)
def test_the_database_of_another_program_is_refused(connection: sqlite3.Connection, file: Path, statement: str) -> None:
    connection.execute(statement)
    before = file.read_bytes()
    with pytest.raises(NotADatabase):
        migrate(connection, file)
    assert file.read_bytes() == before


def test_an_upgrade_from_the_first_version_keeps_every_act(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file, STEPS[:1])
    fill(connection)
    before = connection.execute("SELECT * FROM action").fetchall()
    migrate(connection, file)
    assert connection.execute("SELECT * FROM action").fetchall() == before
    guards = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'action'")
    assert {name for (name,) in guards} == {"action_refuses_update", "action_refuses_delete"}
