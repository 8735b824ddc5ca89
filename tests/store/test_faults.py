"""What goes wrong below a store that is open, and that it can be used again afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_builders import CARD, Pen, review

from quizapp.errors import DiskFull, NotADatabase, ReadOnlyStore, StoreBusy, StoreDamaged, StoreError
from quizapp.model import Review
from quizapp.store.files import WriteLock
from quizapp.store.store import Store

SECRET = "the capital of nowhere"


def limit_pages(store: Store, pages: int) -> None:
    """Let the database grow to so many pages: SQLite then says what it says on a full disk."""
    with store._writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_loses_nothing_that_was_acknowledged(store: Store, pen: Pen) -> None:
    limit_pages(store, 1)  # SQLite takes the size it has for the least
    kept: list[Review] = []

    def go_on() -> None:
        for number in range(1_000):
            kept.append(pen.answer(f"rivers/{number}"))

    with pytest.raises(DiskFull):
        go_on()
    assert list(store.iter_reviews()) == kept
    assert len(store.states()) == len(kept)
    limit_pages(store, 1_000_000)
    kept.append(pen.answer("rivers/more"))
    store.close()
    with Store.open(store.path) as reopened:
        assert list(reopened.iter_reviews()) == kept


def test_waiting_for_another_program_ends(store: Store, pen: Pen) -> None:
    with WriteLock(store.path, 1).held(), pytest.raises(StoreBusy, match="held"):
        pen.answer()
    pen.answer()


def test_a_program_that_knows_no_lock_file_is_waited_for_too(store: Store, pen: Pen) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            pen.answer()
        assert store.states() == {}
        stranger.execute("ROLLBACK")
    pen.answer()


def test_a_write_inside_a_write_is_busy_and_not_for_ever(store: Store, pen: Pen) -> None:
    with Store.open(store.path, wait_s=0.01) as other, store.writing(), pytest.raises(StoreBusy):
        Pen(other).answer()


def test_an_error_tells_nothing_of_a_card(store: Store) -> None:
    event = review("short", device_id=store.device_id, answer=SECRET)
    with pytest.raises(ValueError) as caught, store.writing() as tx:
        tx.add(event)
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in str(error)
        error = error.__cause__


def test_a_file_that_turned_read_only_is_told(store: Store, pen: Pen) -> None:
    with store._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyStore):
        pen.answer()


@pytest.fixture
def large(path: Path) -> Path:
    """Return a database of many pages."""
    with Store.open(path) as store, store.writing() as tx:
        for number in range(300):
            tx.add(review(store.new_id(number), f"rivers/{number}", device_id=store.device_id, answer="x" * 500))
    return path


def overwrite(path: Path, start: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(data)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_destroyed_header_is_no_database(large: Path, read_only: bool) -> None:
    overwrite(large, 0, b"\xff" * 100)
    with pytest.raises(NotADatabase):
        Store.open(large, read_only=read_only)


@pytest.mark.parametrize("junk", [b"\x00", b"\xff", b"\x5a"])
def test_destroyed_pages_are_told_as_damage(large: Path, junk: bytes) -> None:
    overwrite(large, 40 * 4096, junk * 4096 * 20)
    with pytest.raises(StoreError) as caught:
        read_everything(large)
    assert isinstance(caught.value, StoreDamaged)


def test_a_database_cut_short_is_told_as_damage(large: Path) -> None:
    with large.open("r+b") as file:
        file.truncate(30 * 4096)
    with pytest.raises(StoreDamaged):
        read_everything(large)


def test_text_that_is_no_text_is_told_as_damage(large: Path) -> None:
    content = large.read_bytes()
    large.write_bytes(content.replace(b"xxxxxxxx", b"xxx\xff\xfexxx"))
    with pytest.raises(StoreDamaged):
        read_everything(large)


def read_everything(path: Path) -> None:
    with Store.open(path) as store:
        store.states()
        store.study_days()
        list(store.iter_reviews())
        for number in range(300):
            store.card_events(f"rivers/{number}")


def test_misuse_of_a_transaction_is_the_programmers_error(store: Store) -> None:
    with store.writing() as tx:
        pass
    with pytest.raises(Exception, match="closed") as caught:
        tx.state(CARD)
    assert not isinstance(caught.value, StoreError)
