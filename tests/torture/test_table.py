"""The manual's table of torture sets is made from the ledger, and nothing that is promised is missing from it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import ledger
import pytest
import table
from ledger import PROMISED, ROOT, Promised, forget, record, runs

from quizapp import help as manual

DEFINED = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture
def own_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "FILE", tmp_path / "runs.json")


def test_the_page_holds_the_table_that_the_ledger_makes() -> None:
    page = table.PAGE.read_text(encoding="utf-8")
    assert page == table.filled(page, table.table(runs())), "run: python tests/torture/table.py"


def test_every_promised_set_was_run_in_full() -> None:
    assert {row.key for row in PROMISED} <= set(runs())


def test_nothing_is_recorded_that_is_not_promised() -> None:
    assert set(runs()) <= {row.key for row in PROMISED}


def test_every_recorded_set_held() -> None:
    assert {key for key, entry in runs().items() if entry["result"] != "held"} == set()


NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", table.PAGE.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_the_page_names_is_there(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert not test or test in {node.name for node in ast.walk(tree) if isinstance(node, DEFINED)}


def test_every_promise_names_a_test() -> None:
    page = table.PAGE.read_text(encoding="utf-8").partition("## What nothing takes away")[2].partition("\n## ")[0]
    promises = page.split("\n### ")[1:]
    assert len(promises) >= 9
    assert [promise.partition("\n")[0] for promise in promises if "\n- `tests/" not in promise] == []


@pytest.mark.parametrize("row", PROMISED, ids=lambda row: row.key)
def test_the_test_behind_a_row_is_there_and_slow(row: Promised) -> None:
    file, _, name = row.test.partition("::")
    if not (ROOT / file).exists():
        pytest.skip("not written yet")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    found = {node.name: node for node in ast.walk(tree) if isinstance(node, DEFINED)}
    assert any("slow" in ast.unparse(mark) for mark in found[name].decorator_list)


@pytest.mark.usefixtures("own_ledger")
def test_a_record_becomes_a_row() -> None:
    record("kills", tried=1200, lost=0, corrupt=0, answers=3400)
    (row,) = [line for line in table.table(runs()).splitlines() if "kill -9" in line]
    assert row.endswith("| 1,200 | kill -9 at a random moment of studying (answers 3,400) | held: 0 lost, 0 corrupt |")


@pytest.mark.usefixtures("own_ledger")
def test_a_set_that_lost_something_is_recorded_as_broken_and_fails() -> None:
    with pytest.raises(AssertionError, match="lost"):
        record("kills", tried=5, lost=1)
    assert runs()["kills"]["result"] == "broken"
    forget({"kills"})
    assert runs() == {}


@pytest.mark.usefixtures("own_ledger")
@pytest.mark.parametrize(("key", "tried"), [("kils", 5), ("kills", 0)])
def test_what_is_not_promised_or_tried_nothing_is_not_recorded(key: str, tried: int) -> None:
    with pytest.raises(ValueError):
        record(key, tried=tried)


def test_the_manual_shows_the_table_without_its_marks() -> None:
    page = manual.read("trust")
    assert table.table(runs()) in page
    assert "<!--" not in page
