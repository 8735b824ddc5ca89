"""Choosing from options: marks for each right one, none for guessing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.choice import grade_choice
from quizapp.grading.verdict import Outcome
from quizapp.model import Rating

OPTIONS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("chosen", "right", "outcome", "credit", "sentence"),
    [
        ("c", "c", Outcome.RIGHT, 1.0, "Right"),
        ("b", "c", Outcome.WRONG, 0.0, "Not right"),
        ("", "c", Outcome.EMPTY, 0.0, "Nothing chosen"),
        ("ac", "ac", Outcome.RIGHT, 1.0, "Right"),
        ("a", "ac", Outcome.PARTLY, 0.5, "1 of 2 found"),
        ("ab", "ac", Outcome.WRONG, 0.0, "1 of 2 found, 1 wrong"),
        ("abcd", "ac", Outcome.WRONG, 0.0, "2 of 2 found, 2 wrong"),
        ("abcd", "abc", Outcome.PARTLY, 2 / 3, "3 of 3 found, 1 wrong"),
        ("bd", "ac", Outcome.WRONG, 0.0, "0 of 2 found, 2 wrong"),
    ],
)
def test_verdict_on_a_choice(chosen: str, right: str, outcome: Outcome, credit: float, sentence: str) -> None:
    verdict = grade_choice(set(chosen), set(right), OPTIONS)
    assert (verdict.outcome, verdict.credit, verdict.sentence) == (outcome, credit, sentence)


def test_the_right_ones_are_named_in_their_order() -> None:
    assert grade_choice({"b"}, {"c", "a"}, OPTIONS).matched == "a, c"


def test_three_quarters_are_needed_for_hard() -> None:
    assert grade_choice(set("abc"), set("abcd"), OPTIONS).suggested is Rating.HARD
    assert grade_choice(set("ab"), set("abcd"), OPTIONS).suggested is Rating.AGAIN


@pytest.mark.parametrize(("chosen", "right"), [("x", "a"), ("a", "x"), ("a", "")])
def test_what_is_not_on_offer_is_the_callers_mistake(chosen: str, right: str) -> None:
    with pytest.raises(ValueError):
        grade_choice(set(chosen), set(right), OPTIONS)


@given(st.sets(st.sampled_from(OPTIONS), min_size=1), st.sets(st.sampled_from(OPTIONS)))
def test_a_wrong_choice_more_never_earns_more(right: set[str], chosen: set[str]) -> None:
    credit = grade_choice(chosen, right, OPTIONS).credit
    assert 0.0 <= credit <= 1.0
    for option in set(OPTIONS) - right - chosen:
        assert grade_choice(chosen | {option}, right, OPTIONS).credit <= credit


def test_choosing_two_of_four_blindly_earns_less_than_half() -> None:
    earned = [grade_choice(set(pair), {"a", "c"}, OPTIONS).credit for pair in combinations(OPTIONS, 2)]
    assert sum(earned) / len(earned) < 0.5
