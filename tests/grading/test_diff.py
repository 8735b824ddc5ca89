"""Two texts in the same columns, whatever they are made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.grading.alignment import align
from quizapp.grading.diff import Diff, Mark
from quizapp.grading.graphemes import cells, graphemes

PIECES = [*"abÉ1 ,.'-_日🙂", "e\u0301", "the ", "本語", "👨\u200d👩\u200d👧"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
LINES = st.text("abcé e\u0301日本語🙂👨\u200d👩\u200d👧1,.'-_ theTHE", max_size=30)


def drawn(diff: Diff) -> list[str]:
    return [diff.typed.text, diff.marks.text.rstrip(), diff.right.text]


def test_the_picture_of_two_slips() -> None:
    """
    Wilfr_ed Martins
         +       ×
    Wilfried Martens
    """
    diff = align("Wilfred Martins", "Wilfried Martens")
    assert drawn(diff) == ["Wilfr_ed Martins", "     +       ×", "Wilfried Martens"]
    assert diff.typed.spans == diff.marks.spans == diff.right.spans == ((5, 6), (13, 14))
    assert diff.count == 2
    assert [(mark.value, mark.meaning) for mark in diff.legend] == [("+", "left out"), ("×", "other letter")]


@pytest.mark.parametrize(
    ("typed", "right", "rows"),
    [
        ("Brigdewater", "Bridgewater", ["Brigdewater", "   ××", "Bridgewater"]),
        ("Parris", "Paris", ["Parris", "   −", "Par_is"]),
        ("newdeli", "New Delhi", ["new del_i", "       +", "New Delhi"]),
        ("klondke", "The Klondike", ["    klond_ke", "         +", "The Klondike"]),
        ("Fidelity", "Fidelity, US", ["Fidelity  __", "          ++", "Fidelity, US"]),
        ("日木", "日本", ["日木", "  ×", "日本"]),
        ("日", "日本", ["日__", "  +", "日本"]),
        ("日x", "日本", ["日x ", "  ×", "日本"]),
        ("Orban", "Orba\u0301n", ["Orban", "   ×", "Orbán"]),
        ("1.5", "15", ["1.5", " −", "1_5"]),
        ("", "ab", ["__", "++", "ab"]),
        ("?", "!", ["?", "×", "!"]),
    ],
)
def test_every_letter_stands_over_its_own(typed: str, right: str, rows: list[str]) -> None:
    assert drawn(align(typed, right)) == rows


def test_many_swaps_in_one_text() -> None:
    assert align("kolndike " * 5, "klondike " * 5).count == 10


def test_long_texts_break_at_spaces() -> None:
    diff = align("the quick brwn fox jumps", "the quick brown fox jumps")
    pieces = diff.wrapped(16)
    assert [piece.right.text for piece in pieces] == ["the quick brown ", "fox jumps"]
    assert [piece.typed.text for piece in pieces] == ["the quick br_wn ", "fox jumps"]


@given(LINES, LINES)
def test_the_rows_take_the_same_cells_in_a_terminal(typed: str, right: str) -> None:
    diff = align(typed, right)
    assert len({cell_len(row.text) for row in (diff.typed, diff.marks, diff.right)}) == 1


@given(st.text(), st.text())
def test_any_text_can_be_aligned_and_wrapped(typed: str, right: str) -> None:
    diff = align(typed, right)
    columns = [column for piece in diff.wrapped(7) for column in piece.columns]
    assert tuple(columns) == diff.columns
    assert all(sum(column.cells for column in piece.columns) <= 7 for piece in diff.wrapped(7))


@given(TEXTS, TEXTS)
def test_without_its_marks_the_typed_row_is_what_was_typed(typed: str, right: str) -> None:
    row = [column.typed for column in align(typed, right).columns if column.mark is not Mark.LEFT_OUT]
    assert "".join("".join(row).split()) == "".join(unicodedata.normalize("NFC", typed).split())


@given(LINES)
def test_a_text_has_no_difference_from_itself(text: str) -> None:
    assert align(text, text).count == 0


@given(TEXTS)
def test_graphemes_join_to_the_line_and_measure_as_in_the_terminal(line: str) -> None:
    pieces = graphemes(line)
    assert "".join(pieces) == line
    assert all(cells(piece) == cell_len(piece) for piece in pieces)


def test_a_mark_without_a_letter_gets_a_carrier() -> None:
    assert graphemes("\u0301a") == ["◌\u0301", "a"]
