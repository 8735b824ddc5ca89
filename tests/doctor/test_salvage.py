"""What comes out of a damaged database: all that stands on whole pages, and nothing that was not there."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from damage import DAMAGES, PAGE, check_salvage, events_of, nameless, write_log
from strange_schemas import STRANGE, STRANGE_ONES, make_strange

from quizapp.doctor.gaps import Gap
from quizapp.doctor.salvage import salvage
from quizapp.errors import StoreError
from quizapp.store.store import Store

ANSWERS = 240


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was closed, so that all of it is in one file."""
    path = tmp_path_factory.mktemp("sound") / "progress.db"
    with Store.open(path) as store:
        write_log(store, ANSWERS)
    return path


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of which a part waits in the log beside it, as after a kill."""
    folder = tmp_path_factory.mktemp("cut-off")
    with Store.open(folder / "open.db") as store:
        write_log(store, ANSWERS // 2)
    with Store.open(folder / "open.db") as store:
        write_log(store, ANSWERS // 4, seed=2)
        for ending in ("", "-wal"):
            shutil.copy(folder / f"open.db{ending}", folder / f"progress.db{ending}")
    return folder / "progress.db"


def test_all_of_a_sound_database_comes_out(sound: Path, tmp_path: Path) -> None:
    wanted = events_of(sound)
    found = salvage(sound, tmp_path / "new.db")
    assert events_of(tmp_path / "new.db") == wanted
    assert found.reviews + found.actions + found.quizzes == len(wanted) >= ANSWERS
    assert (found.unfit, found.nameless, found.gaps) == (0, 0, ())
    with Store.open(sound, read_only=True) as old, Store.open(tmp_path / "new.db", read_only=True) as new:
        assert new.states() == old.states()
        assert new.remembered_cards(old.states()) == old.remembered_cards(old.states())
        assert new.device_id != old.device_id
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if "new.db" not in entry.name] == []


def test_what_waits_in_the_log_beside_it_comes_out_too(cut_off: Path, tmp_path: Path) -> None:
    before = {each: each.read_bytes() for each in cut_off.parent.glob("progress.db*")}
    salvage(cut_off, tmp_path / "new.db")
    assert {each: each.read_bytes() for each in cut_off.parent.glob("progress.db*")} == before
    shutil.copytree(cut_off.parent, tmp_path / "copy")
    assert events_of(tmp_path / "new.db") == events_of(tmp_path / "copy" / "progress.db")


@pytest.mark.parametrize("seed", [2])
def test_a_damaged_log_gives_up_its_other_pages(cut_off: Path, tmp_path: Path, seed: int) -> None:
    shutil.copytree(cut_off.parent, tmp_path / "copy")
    wanted = events_of(tmp_path / "copy" / "progress.db")
    shutil.copy(cut_off, tmp_path / "progress.db")
    log = bytearray(cut_off.with_name("progress.db-wal").read_bytes())
    size = 24 + PAGE
    number = random.Random(seed).randrange((len(log) - 32) // size - 2)
    log[32 + number * size + 24 + 100] ^= 1
    (tmp_path / "progress.db-wal").write_bytes(log)
    salvage(tmp_path / "progress.db", tmp_path / "new.db")
    out = events_of(tmp_path / "new.db")
    images = [bytes(log[at : at + size]) for at in range(32, len(log) - size + 1, size)]
    for key in wanted.keys() - out.keys():
        goes_on = len(getattr(wanted[key], "answer", "") or "") > 300
        assert key.encode() in images[number] or goes_on  # on the torn page itself
    assert all(nameless(event) == nameless(wanted[key]) for key, event in out.items())


def test_what_was_never_committed_does_not_come_out(tmp_path: Path) -> None:
    path = tmp_path / "open.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO card VALUES (1, 'rivers/nile')")
        for number in range(400):
            event_id = f"{number:020d}"
            values = (event_id, 1, 1, 0, 0, 0, 3, 0, None, 9, "cloze", "x" * 90, 2.5, 5.0, None, 0)
            connection.execute(f"INSERT INTO review VALUES (NULL, {', '.join('?' * 16)})", values)
        wal = path.with_name("open.db-wal").read_bytes()
        assert b"x" * 90 in wal
        shutil.copy(path, tmp_path / "progress.db")
        (tmp_path / "progress.db-wal").write_bytes(wal)
    assert salvage(tmp_path / "progress.db", tmp_path / "new.db").reviews == 0


@pytest.mark.parametrize("seed", range(1))
@pytest.mark.parametrize("kind", DAMAGES)
def test_all_that_stands_on_whole_pages_comes_out(sound: Path, tmp_path: Path, kind: str, seed: int) -> None:
    assert check_salvage(kind, seed, sound, tmp_path).lost == 0


def test_rows_that_are_missing_are_told_with_their_days(sound: Path, tmp_path: Path) -> None:
    data = bytearray(sound.read_bytes())
    wanted = events_of(sound)
    standing = {
        at: [key for key in wanted if key.encode() in data[at : at + 4096]]
        for at in range(0, len(data), 4096)
        if data[at] == 13
    }
    leaf, gone = max(standing.items(), key=lambda item: len(item[1]))
    data[leaf : leaf + 4096] = bytes(4096)
    (tmp_path / "progress.db").write_bytes(data)
    found = salvage(tmp_path / "progress.db", tmp_path / "new.db")
    assert found.missing == len(wanted) - len(events_of(tmp_path / "new.db")) > 0
    days = sorted(wanted[key].study_day for key in gone)
    assert found.gaps[0].first_day <= days[0] <= days[-1] <= found.gaps[-1].last_day
    assert all(isinstance(gap, Gap) for gap in found.gaps)


@pytest.mark.parametrize("script", STRANGE_ONES)
def test_answers_come_out_of_a_strangers_database_and_nothing_else(sound: Path, tmp_path: Path, script: str) -> None:
    shutil.copy(sound, tmp_path / "progress.db")
    make_strange(tmp_path / "progress.db", script)
    with pytest.raises(StoreError):
        Store.open(tmp_path / "progress.db")
    salvage(tmp_path / "progress.db", tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db")) as new, closing(sqlite3.connect(sound)) as old:
        names = "SELECT name, sql FROM sqlite_schema ORDER BY 1"
        assert new.execute(names).fetchall() == old.execute(names).fetchall()
    wanted = events_of(sound)
    out = events_of(tmp_path / "new.db")
    assert out == wanted or (script == STRANGE["a column too many"] and out.keys() <= wanted.keys())


@pytest.mark.parametrize("content", [b"", b"x", b"not a database at all\n" * 999, random.Random(3).randbytes(99_999)])
def test_nothing_comes_out_of_what_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "progress.db").write_bytes(content)
    assert salvage(tmp_path / "progress.db", tmp_path / "new.db")[:3] == (0, 0, 0)


def test_a_file_that_is_there_is_not_written_over(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "new.db").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        salvage(sound, tmp_path / "new.db")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("new.db", b"mine")]
