"""JSON: one array, a row a line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.json_text import json_text

ROWS = st.lists(
    st.dictionaries(st.text(), st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text())))
)


@given(ROWS)
def test_json_reads_back_as_it_was(rows: list[dict[str, object]]) -> None:
    assert json.loads("".join(json_text(rows))) == rows


def test_each_row_stands_on_its_own_line() -> None:
    assert "".join(json_text([{"a": 1}, {"a": "é"}])) == '[\n{"a": 1},\n{"a": "é"}\n]\n'


def test_no_rows_are_an_empty_array() -> None:
    assert "".join(json_text([])) == "[]\n"


def test_a_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError):
        list(json_text([{"a": float("nan")}]))
