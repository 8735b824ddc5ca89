"""Putting a backup in the place of a database: whatever state it is in, and wherever it is killed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from restore_trials import AT, back_up, fail_each_call, kill_at_each_call, leave_log, log_of, study_and_back_up
from schema_scenario import load
from store_builders import FIRST_DAY, Pen
from strange_schemas import STRANGE

from quizapp.errors import BackupMissing, BackupRefused, StoreBusy, StoreDamaged, StoreInUse
from quizapp.store.backup import make_backup
from quizapp.store.backup_files import folder_of
from quizapp.store.compare import compare
from quizapp.store.connections import connect_to_read
from quizapp.store.files import WriteLock
from quizapp.store.restore import find_backup, kept_aside, restore
from quizapp.store.restore_days import restore_days
from quizapp.store.store import Store

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def backup(path: Path) -> Path:
    """A backup of two answers; the database has five, one of them on the day after, and an act."""
    return study_and_back_up(path)


def test_the_database_is_what_the_backup_was_and_the_old_one_is_kept(path: Path, backup: Path) -> None:
    kept = restore(path, backup, AT)
    assert log_of(path) == (2, 0)
    assert kept == path.with_name("progress.db.before-restore-2026-11-27T06-30-12Z")
    assert log_of(kept) == (5, 1)
    assert kept_aside(path) == [kept]
    assert path.stat().st_mode & 0o777 == kept.stat().st_mode & 0o777 == 0o600
    restore(path, kept, AT)
    assert log_of(path) == (5, 1)
    assert len(kept_aside(path)) == 2


def test_after_it_one_studies_on_as_ever(path: Path, backup: Path) -> None:
    restore(path, backup, AT)
    with Store.open(path) as store:
        Pen(store).answer("rivers/d")
        stored = store.states()
        store.rebuild()
        assert store.states() == stored


def test_a_database_that_is_gone_comes_back(path: Path, backup: Path) -> None:
    path.unlink()
    assert restore(path, backup, AT) is None
    assert log_of(path) == (2, 0)
    assert restore(path.parent / "new" / "progress.db", backup, AT) is None


def test_the_log_of_a_program_that_was_killed_goes_with_the_old_database(path: Path, backup: Path) -> None:
    leave_log(path)
    kept = restore(path, backup, AT)
    assert kept is not None
    assert (log_of(path), log_of(kept)) == ((2, 0), (6, 1))


@pytest.mark.parametrize("remains", ["nothing", "noise", "half"])
def test_a_log_beside_a_damaged_database_is_never_applied_to_the_new_one(
    path: Path, backup: Path, remains: str
) -> None:
    leave_log(path)
    log = path.with_name("progress.db-wal").read_bytes()
    if remains == "nothing":
        path.unlink()
    elif remains == "noise":
        path.write_bytes(os.urandom(40_000))
    else:
        os.truncate(path, path.stat().st_size // 2 + 100)
    content = path.read_bytes() if path.exists() else None
    kept = restore(path, backup, AT)
    assert log_of(path) == (2, 0)
    assert kept is not None
    if remains != "half":  # of that SQLite may take the log back, as it is part of the database
        assert kept.with_name(f"{kept.name}-wal").read_bytes() == log
        assert content is None or kept.read_bytes() == content
        assert kept.with_name(f"{kept.name}-wal").stat().st_mode & 0o777 == 0o600


def test_a_file_system_without_second_names_keeps_a_copy(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    kept = restore(path, backup, AT)
    assert kept is not None
    assert (log_of(path), log_of(kept), kept.stat().st_mode & 0o777) == ((2, 0), (5, 1), 0o600)


def test_while_the_database_is_open_elsewhere_nothing_is_changed(path: Path, backup: Path) -> None:
    for read_only in (False, True):
        with Store.open(path, read_only=read_only) as store:
            with pytest.raises(StoreInUse):
                restore(path, backup, AT)
            assert store.log_position() == (5, 1)
    with WriteLock(path, 1).held(), pytest.raises(StoreBusy):
        restore(path, backup, AT)
    assert log_of(path) == (5, 1)
    assert kept_aside(path) == []


def test_a_damaged_a_newer_and_a_foreign_backup_are_refused(path: Path, backup: Path, tmp_path: Path) -> None:
    newer, foreign, empty = (tmp_path / name for name in ("newer.db", "foreign.db", "empty.db"))
    shutil.copyfile(backup, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("UPDATE meta SET readable_from = '7.0'")
        connection.commit()
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE something (else_ TEXT)")
    empty.touch()
    with open(backup, "r+b") as raw:
        raw.seek(9_000)
        raw.write(b"!")
    for refused, why in (
        (backup, "not those that were written"),
        (newer, "version 7.0 or newer reads it"),
        (foreign, "no database of quizapp"),
        (empty, "no whole SQLite database"),
        (path, "the database itself"),
    ):
        with pytest.raises(BackupRefused, match=why):
            restore(path, refused, AT)
    assert log_of(path) == (5, 1)
    assert kept_aside(path) == []


@pytest.mark.parametrize("name", sorted(STRANGE))
def test_a_backup_with_a_strangers_schema_is_refused(path: Path, backup: Path, name: str, tmp_path: Path) -> None:
    strange = tmp_path / "strange.db"
    shutil.copyfile(backup, strange)
    with closing(sqlite3.connect(strange)) as connection:
        connection.executescript(STRANGE[name])
    with pytest.raises(BackupRefused):
        restore(path, strange, AT)


def test_the_database_of_another_program_is_not_replaced(path: Path, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE something (else_ TEXT)")
    before = other.read_bytes()
    with pytest.raises(BackupRefused, match="belongs to another program"):
        restore(other, backup, AT)
    assert other.read_bytes() == before


@pytest.mark.parametrize("version", [1, 2])
def test_a_backup_of_an_earlier_version_is_upgraded_when_it_is_opened(
    path: Path, backup: Path, version: int, tmp_path: Path
) -> None:
    load(version, tmp_path / "old.db")
    with closing(connect_to_read(tmp_path / "old.db", 1)) as connection:
        old = make_backup(connection, tmp_path / "old.db", tmp_path, AT).path
    restore(path, old, AT)
    with Store.open(path) as store:
        assert store.log_position().reviews >= 100


def test_a_backup_is_found_by_its_file_the_beginning_of_its_name_or_by_none(path: Path, backup: Path) -> None:
    folder = folder_of(path)
    newer = back_up(path, AT + 3_600_000)
    assert find_backup(str(backup), folder) == backup
    assert find_backup("2026-11-27T06", folder) == backup
    assert find_backup("2026-11", folder) == find_backup("", folder) == newer
    newer.write_bytes(b"broken")
    assert find_backup("", folder) == backup
    assert find_backup("2026-11-27T07", folder) == newer
    for missing in ("2025", "nowhere.db"):
        with pytest.raises(BackupMissing):
            find_backup(missing, folder)


def test_what_would_change_is_told_day_by_day(path: Path, backup: Path) -> None:
    first, second = compare(path, backup)
    assert first == (FIRST_DAY, 2, 0, 0, 0)
    assert second == (FIRST_DAY + 1, 1, 0, 1, 0)
    assert compare(None, backup) == ((FIRST_DAY, 0, 2, 0, 0),)
    assert compare(path, path) == ()
    assert [tuple(day) for day in compare(backup, path)] == [(FIRST_DAY, 0, 2, 0, 0), (FIRST_DAY + 1, 0, 1, 0, 1)]


def test_single_days_are_added_and_nothing_goes(path: Path, backup: Path) -> None:
    whole = back_up(path, AT + 1_000)
    restore(path, backup, AT)
    with Store.open(path) as store:
        Pen(store).answer("rivers/new")
    done, kept = restore_days(path, whole, FIRST_DAY + 1, FIRST_DAY + 1, AT)
    assert (done.added, log_of(path), log_of(kept)) == (2, (4, 1), (3, 0))
    done, _ = restore_days(path, whole, FIRST_DAY, FIRST_DAY, AT + 1_000)
    assert (done.added, log_of(path)) == (2, (6, 1))
    with Store.open(path) as store:
        stored = store.states()
        store.rebuild()
        assert store.states() == stored
        assert stored["rivers/b"].suspended


def test_single_days_come_back_while_the_program_is_open(path: Path, backup: Path) -> None:
    whole = back_up(path, AT + 1_000)
    restore(path, backup, AT)
    with Store.open(path) as store:
        restore_days(path, whole, FIRST_DAY, FIRST_DAY + 1, AT)
        assert store.changed_outside()
        assert store.log_position() == (5, 1)


def test_days_of_an_earlier_version_come_back_too(path: Path, backup: Path, tmp_path: Path) -> None:
    load(1, tmp_path / "old.db")
    done, _ = restore_days(path, tmp_path / "old.db", 0, 100_000, AT)
    assert done.added >= 120


def test_days_are_not_added_to_a_damaged_database(path: Path, backup: Path) -> None:
    with open(path, "r+b") as raw:
        raw.seek(4096)
        raw.write(os.urandom(8_000))
    content = path.read_bytes()
    with pytest.raises(StoreDamaged):
        restore_days(path, backup, FIRST_DAY, FIRST_DAY, AT)
    assert path.read_bytes() == content


@needs_fork
@pytest.mark.parametrize("damaged", [False, True])
def test_killed_at_any_call_either_database_is_there_and_the_next_try_goes_through(
    tmp_path: Path, damaged: bool
) -> None:
    """Some calls; the torture tests take all of them."""
    came = kill_at_each_call(tmp_path, damaged=damaged, every=7)
    assert (came.lost, came.wrong) == (0, ())
    assert came.tried > 3


@needs_fork
def test_a_call_that_fails_leaves_either_database(tmp_path: Path) -> None:
    came = fail_each_call(tmp_path, every=7)
    assert (came.lost, came.wrong) == (0, ())
    assert came.tried > 3
