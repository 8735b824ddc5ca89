"""Making backups: what they hold, what they are called, and what a disk that fails leaves behind."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from store_builders import Pen, in_child

from quizapp.errors import BackupNotMade, StoreDamaged
from quizapp.model import ActionKind
from quizapp.store.backup import make_backup, rotate, write_backup
from quizapp.store.backup_files import flaw, folder_of, list_backups, made_at, name_of, names, read_backup
from quizapp.store.backup_keep import Backup
from quizapp.store.connections import connect_to_read
from quizapp.store.store import Store

AT = 1_795_761_012_000
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def folder(path: Path) -> Path:
    return folder_of(path)


def back_up(path: Path, folder: Path, at_ms: int = AT) -> Backup:
    with closing(connect_to_read(path, 1)) as connection:
        return make_backup(connection, path, folder, at_ms)


def test_a_backup_is_the_database_of_one_moment_and_stands_alone(pen: Pen, path: Path, folder: Path) -> None:
    pen.answer()
    pen.act(ActionKind.BURY)
    made = back_up(path, folder)
    pen.answer()
    assert made[1:] == (AT, made.path.stat().st_size, 3, pen.store.device_id, 1, 1, 0, 1)
    assert [entry.name for entry in folder.iterdir()] == [made.path.name]
    made.path.chmod(0o400)
    folder.chmod(0o500)
    with Store.open(made.path, read_only=True) as copy:
        assert copy.log_position() == (1, 1)
    folder.chmod(0o700)


def test_a_backup_holds_what_is_still_in_the_write_ahead_log(pen: Pen, path: Path, folder: Path) -> None:
    pen.answer()
    assert path.with_name(f"{path.name}-wal").stat().st_size
    assert back_up(path, folder).answers == 1


def test_it_is_for_its_owner_alone(pen: Pen, path: Path, folder: Path) -> None:
    before = os.umask(0)
    made = back_up(path, folder)
    os.umask(before)
    assert (stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(made.path.stat().st_mode)) == (0o700, 0o600)


def test_names_sort_by_age_and_tell_the_instant(pen: Pen, path: Path, folder: Path) -> None:
    made = [back_up(path, folder, AT + 1_000 * passed) for passed in (86_400 * 40, 0, 5)]
    assert [found.made_at for found in list_backups(folder)] == sorted(each.made_at for each in made)
    assert made[1].path.name.startswith("2026-11-27T06-30-12Z-")
    assert made_at(Path(name_of(0, "ab" * 32))) == 0
    assert made_at(Path("2026-13-27T06-30-12Z-3f9a2c71d0b4.db")) is None


def test_one_flipped_bit_anywhere_is_found(pen: Pen, path: Path, folder: Path) -> None:
    for _ in range(20):
        pen.answer()
    made = back_up(path, folder)
    assert flaw(made.path) == ""
    content = bytearray(made.path.read_bytes())
    for place in range(0, len(content), 9_973):
        content[place] ^= 4
        made.path.write_bytes(content)
        assert flaw(made.path)
        content[place] ^= 4


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" + bytes(84), b"text" * 2_000])
def test_what_is_no_backup_is_no_backup(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2026-11-27T06-30-12Z-3f9a2c71d0b4.db"
    path.write_bytes(content)
    assert read_backup(path) is None
    assert flaw(path)
    assert flaw(path.rename(tmp_path / "other.db"))


def test_a_backup_that_was_cut_short_is_none(pen: Pen, path: Path, folder: Path) -> None:
    made = back_up(path, folder)
    os.truncate(made.path, made.size - 4096)
    assert read_backup(made.path) is None
    assert names(folder) == [made.path]


def test_a_damaged_database_takes_no_place_among_the_backups(path: Path, folder: Path) -> None:
    with Store.open(path) as store:
        for number in range(40):
            Pen(store).answer(f"rivers/{number}")
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'review'").fetchone()
    with open(path, "r+b") as raw:
        raw.seek((root - 1) * 4096)
        raw.write(b"\xff" * 100)
    with pytest.raises(StoreDamaged):
        back_up(path, folder)
    assert list(folder.iterdir()) == []


def test_a_backup_elsewhere_takes_the_place_of_an_older_one(pen: Pen, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    for answers in (1, 2):
        pen.answer()
        with closing(connect_to_read(path, 1)) as connection:
            assert write_backup(connection, path, target).answers == answers
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["mine.db"]


def test_a_database_in_use_is_not_written_over(pen: Pen, path: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.db") as other, closing(connect_to_read(path, 1)) as connection:
        Pen(other).answer()
        with pytest.raises(BackupNotMade, match="in use"):
            write_backup(connection, path, tmp_path / "other.db")


def test_a_device_is_not_written_over(pen: Pen, path: Path) -> None:
    with closing(connect_to_read(path, 1)) as connection, pytest.raises(BackupNotMade, match="that is no file"):
        write_backup(connection, path, Path(os.devnull))


def test_only_what_the_scheme_lets_go_is_deleted(pen: Pen, path: Path, folder: Path) -> None:
    hour = 3_600_000
    for number in range(8):
        pen.answer()
        back_up(path, folder, AT - (8 - number) * hour // 4)
    (folder / "notes.txt").touch()
    broken = folder / "2020-01-01T00-00-00Z-3f9a2c71d0b4.db"
    broken.write_bytes(b"broken")
    rotate(folder, AT)
    assert [backup.answers for backup in list_backups(folder)] == [5, 6, 7, 8]
    assert broken.exists()
    assert (folder / "notes.txt").exists()


def test_copies_of_a_program_that_was_killed_are_swept(pen: Pen, path: Path, folder: Path) -> None:
    folder.mkdir()
    old, young = folder / ".a.unfinished", folder / ".b.unfinished"
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    back_up(path, folder)
    assert (old.exists(), young.exists()) == (False, True)


CALLS = ["os.open", "os.fsync", "pathlib.Path.replace", "hashlib.file_digest", "sqlite3.connect"]


def failing_at(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> Callable[[], int]:
    """Make the Nth call of a function fail as on a full disk; returns how many calls there were."""
    module, _, function = name.rpartition(".")
    owner = {"os": os, "pathlib.Path": Path, "sqlite3": sqlite3}.get(module)
    if owner is None:
        from quizapp.store import backup_files

        owner = backup_files
    real, calls = getattr(owner, function), 0

    def call(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **options)

    monkeypatch.setattr(owner, function, call)
    return lambda: calls


@pytest.fixture
def kept(pen: Pen, path: Path, folder: Path) -> tuple[Path, bytes]:
    """A backup that is there already."""
    pen.answer()
    made = back_up(path, folder)
    return made.path, made.path.read_bytes()


@pytest.mark.parametrize("name", CALLS)
def test_whatever_fails_once_older_backups_stay_and_none_is_half(
    pen: Pen, path: Path, folder: Path, kept: tuple[Path, bytes], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen.answer()
    with closing(connect_to_read(path, 1)) as connection:
        number = 1
        while True:
            with monkeypatch.context() as patched:
                calls = failing_at(patched, name, number)
                with suppress(BackupNotMade):
                    make_backup(connection, path, folder, AT + 1_000 * number)
                if calls() < number:
                    break
            number += 1
            assert kept[0].read_bytes() == kept[1]
            assert all(flaw(found) == "" for found in names(folder))
            assert all(found.suffix == ".db" for found in folder.iterdir())
    assert number > 1


@needs_fork
def test_a_folder_that_cannot_be_written_to_is_told(pen: Pen, path: Path) -> None:
    public = Path(tempfile.gettempdir()) / f"quizapp-{os.getpid()}"
    public.mkdir(mode=0o755)
    try:
        with closing(connect_to_read(path, 1)) as connection:
            told = in_child(lambda: str(make_backup(connection, path, public, AT)), unprivileged=True)
    finally:
        public.rmdir()
    assert told.startswith("BackupNotMade: No backup of")
    assert "Permission denied" in told
