"""Tables for people."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.table import NARROWEST, Column, table_lines
from quizapp.tui.cells import width

COLUMNS = (Column("deck"), Column("title", gives_way=True), Column("cards", right=True))


def test_columns_are_as_wide_as_what_they_hold() -> None:
    assert table_lines(COLUMNS, [("a", "Alpha", "1"), ("beta", "B", "20")], 80) == [
        "deck  title  cards",
        "a     Alpha      1",
        "beta  B         20",
    ]


def test_a_wide_letter_takes_two_cells() -> None:
    lines = table_lines(COLUMNS, [("a", "中国", "1"), ("b", "abcd", "2")], 80)
    assert lines[1:] == ["a     中国       1", "b     abcd       2"]


def test_the_column_that_gives_way_is_cut() -> None:
    lines = table_lines(COLUMNS, [("a", "A title that is much too long for this", "1")], 30)
    assert lines == ["deck  title              cards", "a     A title that is…       1"]


def test_a_line_break_does_not_break_the_table() -> None:
    assert table_lines(COLUMNS, [("a", "one\ntwo\x1b[31m", "1")], 80)[1] == "a     one two[31m      1"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=60), st.text(max_size=5)), max_size=5))
def test_no_line_is_wider_than_it_may_be(rows: list[tuple[str, str, str]]) -> None:
    room = 16 + NARROWEST + 10 + 4
    assert all(width(line) <= room for line in table_lines(COLUMNS, rows, room))
