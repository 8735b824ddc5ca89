"""Which differences are slips, and that it does not matter which text is which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.closeness import distance, room, slips
from quizapp.grading.normal_form import normal_form

NAMES = st.text("abcdeéô 日1-", max_size=24)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("Wilfred Martins", "Wilfried Martens", 2),
        ("Brigdewater", "Bridgewater", 1),
        ("newdeli", "New Delhi", 1),
        ("Rene Buehlman", "René Buehlmann", 1),
        ("Rene", "René", 0),
        ("Janury 2017", "January 2017", 1),
        ("Москве", "Москва", 1),
    ],
)
def test_a_slip_is_counted(one: str, other: str, letters: int) -> None:
    assert slips(normal_form(one), normal_form(other)) == letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iraq", "Iran"),
        ("North Korea", "South Korea"),
        ("import", "export"),
        ("majority", "minority"),
        ("Slovenia", "Slovakia"),
        ("inflation", "deflation"),
        ("qualified", "unqualified"),
        ("January 2018", "January 2017"),
        ("北京", "北亰"),
        ("Tokyo 日本", "Tokyo 日木"),
        ("Fink Larry", "Larry Fink"),
        ("Philippine Sea", "Philippines"),
        ("a b c", "d e f"),
    ],
)
def test_another_word_is_no_slip(one: str, other: str) -> None:
    assert slips(normal_form(one), normal_form(other)) is None


@pytest.mark.parametrize(
    ("letters", "wrong"),
    [(0, 0), (4, 0), (5, 1), (7, 1), (8, 2), (14, 2), (15, 2), (20, 3), (34, 5), (900, 5)],
)
def test_room_grows_with_length(letters: int, wrong: int) -> None:
    assert room(letters) == wrong


@given(NAMES, NAMES)
def test_distance_and_slips_are_symmetric(one: str, other: str) -> None:
    ours, theirs = normal_form(one), normal_form(other)
    assert distance(ours, theirs) == distance(theirs, ours)
    assert slips(ours, theirs) == slips(theirs, ours)


@given(NAMES)
def test_nothing_differs_from_itself(text: str) -> None:
    assert slips(normal_form(text), normal_form(text.upper())) == 0


@given(NAMES, NAMES)
def test_a_slip_never_changes_a_number_or_an_ideograph(one: str, other: str) -> None:
    ours, theirs = normal_form(one), normal_form(other)
    if slips(ours, theirs) is not None:
        assert ours.exact == theirs.exact
