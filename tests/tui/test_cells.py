"""Text is measured in the cells of a terminal, and no line is ever wider than its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from quizapp.tui.cells import crop, crop_before, wrap

FAMILY = "👨‍👩‍👧‍👦"
TEXTS = st.text(alphabet=st.sampled_from(f"ab cde,.\n\u00a0你好。é{FAMILY}שלום️"), max_size=120)


def lines(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, cells)]


@given(TEXTS, st.integers(2, 40))
@example("\u200d", 2)
def test_no_line_is_wider_than_its_place_and_nothing_but_white_space_is_lost(text: str, cells: int) -> None:
    wrapped = lines(text, cells)
    assert all(cell_len(line) <= cells for line in wrapped if line.strip())
    assert "".join("".join(wrapped).split()) == "".join(text.split())


@given(TEXTS, st.integers(2, 40))
def test_spans_are_in_order_and_do_not_overlap(text: str, cells: int) -> None:
    spans = wrap(text, cells)
    assert all(start <= end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len(spans) >= text.count("\n") + 1


@given(TEXTS, st.integers(0, 40))
def test_cropped_text_fits_and_says_that_it_was_cut(text: str, cells: int) -> None:
    cropped = crop(text, cells)
    assert cell_len(cropped) <= cells or cell_len(text) == 0
    assert cropped == text or cropped.endswith("…") or cells == 0


def test_words_stay_whole_where_they_fit() -> None:
    assert lines("one two three", 7) == ["one two", "three"]
    assert lines("  set in\n\nthen on", 8) == ["  set in", "", "then on"]


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert lines("a " + "x" * 9, 4) == ["a", "xxxx", "xxxx", "x"]


def test_wide_letters_break_anywhere_but_before_their_punctuation() -> None:
    assert lines("你好世界。", 8) == ["你好世", "界。"]


def test_a_family_of_emoji_is_never_cut() -> None:
    whole = {FAMILY[start:end] for start, end, _ in split_graphemes(FAMILY)[0]}
    assert whole == {FAMILY}
    assert lines(FAMILY * 3, 4) == [FAMILY * 2, FAMILY]
    assert crop(FAMILY * 3, 4) == FAMILY + "…"


def test_a_no_break_space_keeps_its_words_together() -> None:
    assert lines("about 90\u00a0%", 8) == ["about", "90\u00a0%"]


@pytest.mark.parametrize(
    ("cells", "shown"),
    [(40, "A long title of an article, ¶ 5"), (20, "A long title o…, ¶ 5"), (6, "A lon…")],
)
def test_a_title_yields_before_the_paragraph(cells: int, shown: str) -> None:
    assert crop_before("A long title of an article, ¶ 5", ", ", cells) == shown
