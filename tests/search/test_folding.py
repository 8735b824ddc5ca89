"""Case, accents and typographic signs do not matter to a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.search.folding import folded
from quizapp.text import clean


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("MÉRIDA", "merida"),
        ("Merída", "mérida"),
        ("Łódź, Ærø", "lodz, aero"),
        ("Straße", "STRASSE"),
        ("China’s “pot”", 'china\'s "pot"'),
        ("1990–2000", "1990-2000"),
        ("Ёлка, Йод", "елка, иод"),
        ("ΑΘΉΝΑ", "αθηνα"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("ﬁne", "fine"),
        ("שָׁלוֹם", "שלום"),
        ("two\n  lines\tand\u00a0more ", "two lines and more"),
        ("İstanbul", "istanbul"),
    ],
)
def test_what_readers_take_for_the_same_is_the_same(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("한", "하"), ("क", "कि"), ("10", "1"), ("C", "C++")])
def test_what_makes_another_letter_stays(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(exclude_categories=("Cs",))), st.text(alphabet=" \n\t", min_size=1))
def test_folded_text_is_one_line_of_single_spaces(text: str, space: str) -> None:
    line = folded(clean(text) + space)
    assert line == " ".join(line.split(" ")) == line.strip()
    assert "\n" not in line
    assert "  " not in line
