from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from migration_kills import kill_and_finish, rows_of
from schema_scenario import load, versions
from sqlalchemy import create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from quizapp import __version__
from quizapp.errors import BackupNotMade, NewerDatabase, NotADatabase, StoreDamaged
from quizapp.model import ActionKind, Kind
from quizapp.store.backup_files import flaw, folder_of, list_backups
from quizapp.store.migrations import STEPS, migrate
from quizapp.store.schema_1 import APPLICATION_ID
from quizapp.store.store import Store
from quizapp.store.tables import ACTION, REVIEW, Base

LATEST = len(STEPS)
NEXT_STEP = (
    "ALTER TABLE meta ADD COLUMN note TEXT",
    "CREATE TABLE extra (extra_key INTEGER NOT NULL PRIMARY KEY) STRICT",
    "UPDATE meta SET note = 'upgraded', readable_from = '9.8.7'",
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


def test_an_upgrade_makes_a_backup_of_what_was(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    fill(connection)
    before = list(connection.iterdump())
    migrate(connection, file, ONE_MORE, backups=folder_of(file))
    assert version(connection) == LATEST + 1
    assert connection.execute("SELECT note FROM meta").fetchone() == ("upgraded",)
    (backup,) = list_backups(folder_of(file))
    assert (backup.schema, backup.answers, flaw(backup.path)) == (LATEST, 1, "")
    with closing(connect(backup.path)) as kept:
        assert list(kept.iterdump()) == before


def test_a_new_database_needs_no_backup(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file, backups=folder_of(file))
    assert not folder_of(file).exists()


def test_without_a_backup_nothing_is_upgraded(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    before = list(connection.iterdump())
    folder_of(file).write_text("in the way")
    with pytest.raises(BackupNotMade, match=r"Not a directory|exists"):
        migrate(connection, file, ONE_MORE, backups=folder_of(file))
    assert (version(connection), list(connection.iterdump())) == (LATEST, before)


def test_a_damaged_database_is_not_upgraded(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO card VALUES (?, ?)", [(n, f"rivers/{n}") for n in range(500)])
    connection.execute("COMMIT")
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'card'").fetchone()
    connection.close()
    with open(file, "r+b") as raw:
        raw.seek((root - 1) * 4096)
        raw.write(b"\xff" * 200)
    content = file.read_bytes()
    with closing(connect(file)) as damaged, pytest.raises(StoreDamaged, match="quizapp restore"):
        migrate(damaged, file, ONE_MORE, backups=folder_of(file))
    assert file.read_bytes() == content
    assert list(folder_of(file).iterdir()) == []


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


def test_a_newer_database_is_refused_and_left_as_it_is(connection: sqlite3.Connection, file: Path) -> None:
    migrate(connection, file, ONE_MORE)
    before = file.read_bytes()
    said = f"schema {LATEST + 1}, this one reads up to {LATEST}\\). Update quizapp to version 9.8.7 or newer"
    with pytest.raises(NewerDatabase, match=said):
        migrate(connection, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("said", ["\x1b]0;x\x07", "1.2; rm -rf", None])
def test_a_newer_database_that_names_no_version_is_refused_without_one(
    connection: sqlite3.Connection, file: Path, said: object
) -> None:
    migrate(connection, file, ONE_MORE)
    connection.execute("UPDATE meta SET readable_from = ?", (said,))
    with pytest.raises(NewerDatabase, match="Update quizapp to open it"):
        migrate(connection, file)


@pytest.mark.parametrize("step", range(3, LATEST + 1))
def test_every_step_says_which_program_can_read_what_it_makes(step: int) -> None:
    said = [re.search(r"UPDATE meta SET readable_from = '([\d.]+)'", statement) for statement in STEPS[step - 1]]
    (named,) = [match[1] for match in said if match]
    assert [int(part) for part in named.split(".")] <= [int(part) for part in __version__.split(".")]


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA application_id = 7", "PRAGMA user_version = 99", "CREATE TABLE something (else_ TEXT)"],
)
def test_the_database_of_another_program_is_refused(connection: sqlite3.Connection, file: Path, statement: str) -> None:
    connection.execute(statement)
    before = file.read_bytes()
    with pytest.raises(NotADatabase):
        migrate(connection, file)
    assert file.read_bytes() == before


def test_every_schema_that_was_ever_in_use_is_kept_with_rows() -> None:
    assert versions() == list(range(1, LATEST + 1))


@pytest.mark.parametrize("start", range(1, LATEST + 1))
def test_a_database_of_every_version_is_upgraded_with_all_it_holds(file: Path, start: int) -> None:
    """Nothing of the log changes, the tables are those of a new database, and states are what a replay gives."""
    load(start, file)
    before = rows_of(file)
    with Store.open(file) as store:
        stored = store.states()
        store.rebuild()
        assert store.states() == stored
        assert len(stored) == 14
    assert before <= rows_of(file)
    with closing(connect(file.with_name("new.db"))) as new, closing(connect(file)) as upgraded:
        migrate(new, file)
        assert squeezed(schema(upgraded)) == squeezed(schema(new))
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(list_backups(folder_of(file))) == (start < LATEST)


@pytest.mark.parametrize("start", range(1, LATEST))
def test_a_database_of_every_version_is_read_without_being_upgraded(file: Path, start: int) -> None:
    load(start, file)
    before = file.read_bytes()
    with Store.open(file, read_only=True) as store:
        states = store.states()
        assert len(list(store.iter_reviews(include_undone=True))) == store.log_position().reviews >= 100
    assert file.read_bytes() == before
    assert not folder_of(file).exists()
    with Store.open(file) as store:
        assert store.states() == states


def squeezed(made: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return a schema without its white space, and without the quotes that renaming a table brings."""
    return [(name, "".join(sql.replace('"', "").split())) for name, sql in made]


SOMEWHERE = [(0, 40), (1, 4), (1, 7), (1, 11), (1, 19), (2, 5), (2, 9)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("start", "number"), SOMEWHERE)
def test_an_upgrade_killed_after_any_statement_is_finished_by_the_next_start(
    file: Path, start: int, number: int
) -> None:
    """Some statements, of the backup too; the torture tests take all of them."""
    came = kill_and_finish(file, start, number)
    assert (came.lost, came.wrong) == (0, ())
