"""No part of a text becomes a formula, whichever sign a spreadsheet parts cells at."""

from __future__ import annotations

import csv
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.csv_safety import FORMULA_STARTS
from quizapp.export.csv_text import csv_table
from quizapp.export.fields import Field, batches

FIELDS = (Field("a", "text", "", itemgetter(0)), Field("b", "text or null", "", itemgetter(1)))
STARTS = set("=+-@＝＋－＠")
TEXTS = st.text(st.sampled_from(["=", "+", "-", "@", "＝", ";", "\t", "\n", '"', ",", "a", " ", "1"]), max_size=12)


def written(*texts: str) -> str:
    """Return rows as `csv_table` writes them: an id, and a text."""
    items = [(f"id{number}", text) for number, text in enumerate(texts)]
    return "".join(csv_table(FIELDS, batches(FIELDS, items)))


@given(st.lists(TEXTS, max_size=4))
def test_no_cell_begins_a_formula_whatever_parts_cells(texts: list[str]) -> None:
    """Cells are parted here as a program does that knows nothing of quotes within one."""
    for sign in (";", "\t"):
        for line in written(*texts).split("\n"):
            for cell in line.split(sign)[1:]:
                assert cell[:1] not in STARTS or cell[:2] in ("+ ", "- ", "＋ ", "－ "), (texts, sign, cell)


@given(st.lists(TEXTS, max_size=4))
def test_where_commas_part_cells_each_text_is_in_its_own(texts: list[str]) -> None:
    rows = list(csv.reader(written(*texts).splitlines(keepends=True)))[1:]
    assert len(rows) == len(texts)
    assert all(not row[1].startswith(FORMULA_STARTS) for row in rows)
    assert [row[1].replace("'", "").replace("\r", "") for row in rows] == texts


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a\t@SUM(A1)", "a\t'@SUM(A1)"),
        ("a;－1", "a;'－1"),
        ("a\n=1", "a\n'=1"),
        ("one:\n- two\n- three", "one:\n- two\n- three"),
        ("cold; -5 °C", "cold; -5 °C"),
        (" =1+1", " =1+1"),
        ("x = y; y = 2", "x = y; y = 2"),
        ("\x1b[5mred\u202e", "[5mred"),
        ("\x07=1", "'=1"),
        ("\r\u202e@x", "'@x"),
        ("a;\x07=1", "a;'=1"),
    ],
)
def test_only_what_could_become_a_formula_is_disarmed(text: str, kept: str) -> None:
    assert next(csv.reader(written(text).splitlines(keepends=True)[1:]))[1] == kept
