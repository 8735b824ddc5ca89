"""CSV: what is written is what is read, and no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import io
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.csv_text import FORMULA_STARTS, TOGETHER, csv_table, csv_text
from quizapp.export.fields import Field, rows

NAMES = ("name", "answer", "days")

VALUES = st.one_of(st.none(), st.text(), st.integers(), st.booleans())


def table(rows: list[dict[str, object]], *, raw: bool) -> list[list[str]]:
    text = "".join(csv_text(NAMES, rows, raw=raw))
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.fixed_dictionaries({name: st.text() for name in NAMES})))
def test_raw_csv_reads_back_as_it_was(rows: list[dict[str, object]]) -> None:
    assert table(rows, raw=True) == [list(NAMES), *([row[name] for name in NAMES] for row in rows)]


@given(st.fixed_dictionaries({name: st.text() for name in NAMES}))
def test_no_cell_begins_as_a_formula(row: dict[str, object]) -> None:
    _, cells = table([row], raw=False)
    assert not any(cell.startswith(FORMULA_STARTS) for cell in cells)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_formula_is_disarmed_by_an_apostrophe(text: str) -> None:
    row = {"name": text, "answer": "", "days": 0}
    assert table([row], raw=False)[1][0] == f"'{text}"
    assert table([row], raw=True)[1][0] == text


def test_a_negative_number_stays_a_number() -> None:
    assert table([{"name": "a", "answer": None, "days": -3}], raw=False)[1] == ["a", "", "-3"]


def test_rows_are_taken_one_at_a_time() -> None:
    def endless() -> object:
        while True:
            yield {"name": "a", "answer": "b", "days": 1}

    chunks = csv_text(NAMES, endless())
    assert [next(chunks), next(chunks), next(chunks)] == ["name,answer,days\n", "a,b,1\n", "a,b,1\n"]


FIELDS = (
    Field("name", "text", "", itemgetter("name")),
    Field("answer", "text or null", "", itemgetter("answer")),
    Field("days", "days", "", itemgetter("days")),
    Field("tags", "list of texts", "", itemgetter("tags")),
    Field("leech", "true or false", "", itemgetter("leech")),
    Field("phase", "new, review", "", itemgetter("phase")),
)
ITEMS = st.fixed_dictionaries(
    {
        "name": st.text(),
        "answer": st.none() | st.text() | st.sampled_from(FORMULA_STARTS),
        "days": st.integers(),
        "tags": st.lists(st.text()),
        "leech": st.booleans(),
        "phase": st.sampled_from(["new", "review"]),
    }
)


@given(st.lists(ITEMS, max_size=5), st.integers(1, 3), st.booleans())
def test_many_rows_at_a_time_are_the_same_as_one_by_one(items: list[dict[str, object]], times: int, raw: bool) -> None:
    many = items * times
    plain = "".join(csv_text([field.name for field in FIELDS], rows(FIELDS, many), raw=raw))
    assert "".join(csv_table(FIELDS, many, raw=raw)) == plain


def test_a_long_table_comes_in_pieces() -> None:
    item = {"name": "a", "answer": None, "days": 1, "tags": [], "leech": False, "phase": "new"}
    pieces = list(csv_table(FIELDS, [item] * (2 * TOGETHER + 1)))
    assert [piece.count("\n") for piece in pieces] == [1, TOGETHER, TOGETHER, 1]
