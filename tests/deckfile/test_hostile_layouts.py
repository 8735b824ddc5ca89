"""What stands around a note is read in its stride, whatever it is."""

from __future__ import annotations

from quizapp.deckfile.layout import _CLOSING


def test_signs_of_comments_before_a_brace_that_is_missing_are_walked_over_once() -> None:
    assert _CLOSING.match("#" * 5000) is None
    assert _CLOSING.match(", # }\n #" * 2000) is None


def test_the_brace_of_a_note_is_found_behind_comments_and_never_in_one() -> None:
    found = _CLOSING.match(" # no } here\n , }")
    assert found is not None
    assert found.end() == 17
