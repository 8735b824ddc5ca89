"""A database whose schema is not the one that quizapp makes, by malice or by accident."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_builders import CARD, Pen
from strange_schemas import STRANGE, STRANGE_ONES, forge, make_strange

from quizapp.errors import SchemaChanged, StoreDamaged, StoreError
from quizapp.store import duefile
from quizapp.store.migrations import STEPS, migrate
from quizapp.store.shape import differences
from quizapp.store.store import Store


@pytest.fixture
def kept(path: Path) -> Path:
    """Return a database that holds one answer."""
    with Store.open(path) as store:
        Pen(store).answer()
    return path


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_every_version_is_known_as_its_steps_make_it(tmp_path: Path, version: int) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        migrate(connection, tmp_path / "a.db", STEPS[:version])
        assert differences(connection, version) == []


def test_a_database_that_came_from_an_earlier_version_is_known(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        for version in range(1, len(STEPS) + 1):
            migrate(connection, tmp_path / "a.db", STEPS[:version])
        assert differences(connection, len(STEPS)) == []


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("script", STRANGE_ONES)
def test_a_strange_schema_is_refused_before_anything_of_it_is_run(kept: Path, script: str, read_only: bool) -> None:
    make_strange(kept, script)
    before = kept.read_bytes()
    with pytest.raises(StoreError, match=r"doctor --salvage|is damaged") as caught:
        Store.open(kept, read_only=read_only)
    assert len(str(caught.value)) < 700
    assert kept.read_bytes() == before


def test_it_is_said_what_is_strange(kept: Path) -> None:
    make_strange(kept, "CREATE TABLE a (x); CREATE VIEW b AS SELECT 1; DROP INDEX review_card_key")
    with pytest.raises(SchemaChanged, match=r"\(table a, view b, no index review_card_key\)"):
        Store.open(kept)


def test_what_an_analyze_left_behind_is_no_harm(kept: Path) -> None:
    make_strange(kept, "ANALYZE")
    with Store.open(kept) as store:
        assert CARD in store.states()


def test_a_view_that_never_ends_does_not_hold_up_a_prompt(kept: Path) -> None:
    assert duefile._log_end(kept) is not None
    make_strange(kept, STRANGE["a view in place of a table"])
    assert duefile._log_end(kept) is None


@pytest.mark.parametrize("day", ["2932897", "'a'"])
def test_an_answer_of_a_day_that_no_calendar_has_is_told(kept: Path, day: str) -> None:
    forge(kept, f"UPDATE review SET study_day = {day}")
    with pytest.raises(StoreError, match="no calendar has"):
        Store.open(kept)


@pytest.mark.parametrize("key", ["10000001", "-1"])
def test_a_card_with_a_number_that_no_card_gets_is_told(kept: Path, key: str) -> None:
    forge(kept, f"INSERT INTO card VALUES ({key}, 'rivers/far')")
    with pytest.raises(StoreDamaged, match="no card gets"):
        Store.open(kept)
