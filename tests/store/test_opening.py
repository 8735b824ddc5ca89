"""What a store makes of the file and the folder it is given."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_builders import CARD, Pen, in_child

from quizapp.errors import NewerDatabase, NotADatabase, ReadOnlyStore, StoreBusy, StoreDamaged, StoreError
from quizapp.store.files import WriteLock
from quizapp.store.store import Store

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def kept(path: Path) -> Path:
    """Return a database that holds one answer."""
    with Store.open(path) as store:
        Pen(store).answer()
    return path


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that any user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.usefixtures("open_umask")
def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folders" / "progress.db"
    with Store.open(path) as store:
        Pen(store).answer()
        files = {entry.name: mode(entry) for entry in path.parent.iterdir()}
    assert files == {f"progress.db{end}": 0o600 for end in ("", "-wal", "-shm", ".lock")}
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


@pytest.mark.usefixtures("open_umask")
def test_folders_that_are_there_keep_their_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store.open(tmp_path / "progress.db").close()
    assert mode(tmp_path) == 0o755


def test_progress_is_there_after_closing_and_opening(kept: Path) -> None:
    with Store.open(kept) as store:
        device_id = store.device_id
        assert store.states()[CARD].schedule
    with Store.open(kept, read_only=True) as store:
        assert store.device_id == device_id
        assert store.states()[CARD].schedule


def test_closing_leaves_one_file_beside_the_lock(kept: Path) -> None:
    assert sorted(entry.name for entry in kept.parent.iterdir()) == ["progress.db", "progress.db.lock"]


def test_each_database_is_a_device_of_its_own(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as one, Store.open(tmp_path / "b.db") as other:
        assert one.device_id != other.device_id


@pytest.mark.parametrize("name", ["with space", "50%25", "what?#mode=memory", "ünï ж", "a;b'c\""])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.db"
    with Store.open(path) as store:
        Pen(store).answer()
    with Store.open(path, read_only=True) as store:
        assert CARD in store.states()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    path.touch()
    with Store.open(path, read_only=True) as store:
        assert store.states() == {}
    with Store.open(path) as store:
        Pen(store).answer()


def test_reading_what_is_not_there_finds_nothing_and_makes_nothing(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        assert store.states() == {}
        assert store.study_days() == []
        assert len(store.device_id) == 16
        with pytest.raises(ReadOnlyStore), store.writing():
            pass
        with pytest.raises(ReadOnlyStore):
            store.rebuild()
    assert not path.parent.exists()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", [b"x", b"not a database at all\n" * 100, b"SQLite format 3\0" + bytes(84)])
def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotADatabase, match=r"notes\.txt is not a quizapp database"):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [False, True])
def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE things (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotADatabase):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_database(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(NotADatabase):
        Store.open(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_database_is_refused(kept: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(kept)) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase, match="schema 99"):
        Store.open(kept, read_only=read_only)


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"Not a directory|File exists"):
        Store.open(tmp_path / "file" / "progress.db")
    with pytest.raises(StoreError, match="Not a directory"):
        Store.open(tmp_path / "file" / "progress.db", read_only=True)


def test_opening_waits_for_a_program_that_writes_and_then_gives_up(kept: Path) -> None:
    with WriteLock(kept, 1).held(), pytest.raises(StoreBusy):
        Store.open(kept, wait_s=0.01)
    Store.open(kept, wait_s=0.01).close()


def test_a_database_that_lost_its_own_row_is_damaged(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("DELETE FROM meta")
    with pytest.raises(StoreDamaged):
        Store.open(kept)


@needs_fork
def test_a_read_only_folder_can_be_read_but_not_written(public: Path) -> None:
    path = public / "progress.db"
    with Store.open(path) as store:
        Pen(store).answer()
    path.chmod(0o444)
    public.chmod(0o555)
    assert in_child(lambda: cards_in(path), unprivileged=True) == CARD
    assert in_child(lambda: str(Store.open(path)), unprivileged=True).startswith("ReadOnlyStore: Progress cannot be")
    assert sorted(entry.name for entry in public.iterdir()) == ["progress.db", "progress.db.lock"]


@needs_fork
def test_a_read_only_file_can_be_read_but_not_written(public: Path) -> None:
    path = public / "progress.db"
    with Store.open(path) as store:
        Pen(store).answer()
    path.chmod(0o444)
    assert in_child(lambda: cards_in(path), unprivileged=True) == CARD
    assert in_child(lambda: str(Store.open(path)), unprivileged=True).startswith("ReadOnlyStore")


@needs_fork
def test_a_database_that_was_cut_off_can_be_read_from_a_read_only_folder(public: Path) -> None:
    path = public / "progress.db"

    def cut_off() -> str:
        Pen(Store.open(path)).answer()
        return "left open"

    assert in_child(cut_off) == "left open"
    for entry in public.iterdir():
        entry.chmod(0o444)
    public.chmod(0o555)
    assert in_child(lambda: cards_in(path), unprivileged=True) == CARD


@needs_fork
def test_a_log_that_cannot_be_read_is_not_passed_over(public: Path) -> None:
    path = public / "progress.db"
    in_child(lambda: str(Pen(Store.open(path)).answer()))
    path.with_name("progress.db-shm").unlink()
    for entry in public.iterdir():
        entry.chmod(0o444)
    public.chmod(0o555)
    assert in_child(lambda: cards_in(path), unprivileged=True).startswith("StoreError: The progress database")


@needs_fork
def test_a_file_that_may_not_be_read_is_told(public: Path) -> None:
    path = public / "progress.db"
    Store.open(path).close()
    path.chmod(0)
    assert in_child(lambda: cards_in(path), unprivileged=True).startswith("StoreError: The progress database")
    public.chmod(0)
    assert in_child(lambda: cards_in(path), unprivileged=True).startswith("StoreError: The progress database")


@needs_fork
def test_a_folder_that_cannot_be_made_is_told(public: Path) -> None:
    public.chmod(0o555)
    path = public / "sub" / "progress.db"
    assert in_child(lambda: str(Store.open(path)), unprivileged=True).startswith("ReadOnlyStore")


def cards_in(path: Path) -> str:
    with Store.open(path, read_only=True) as store:
        return " ".join(store.states())
