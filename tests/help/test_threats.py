"""The manual's table of threats names tests that are there, and every kind of writer that there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from quizapp import help as manual

TESTS = Path(__file__).parents[1]
SECTION = manual.read("trust").partition("## Who can write what")[2].partition("\n## ")[0]
ROWS = [row.strip("|").split(" | ") for row in SECTION.splitlines() if row.startswith("| ")][2:]
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", SECTION)))


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_row_has_a_guard_with_a_test() -> None:
    for source, _, guard in ROWS:
        assert "::test_" in guard, source


def test_every_kind_of_writer_is_there() -> None:
    writers = {row[0].strip() for row in ROWS}
    assert writers >= {
        *("a deck file", "a file name", "an article file", "a log to import", "a database", "the settings file"),
        *("the environment", "the terminal", "a spreadsheet", "a browser", "others on the machine"),
    }
