"""Options that stand for others."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at

RULE = "all-of-the-above"


@pytest.mark.parametrize(
    "option", ["All of the above", "all of these", "Both of these", "A and C", "Both A and B", "None of the above"]
)
def test_an_option_that_stands_for_others_is_found_on_either_side(option: str) -> None:
    wrong = f"- question: Which?\n  answer: cod\n  choices: [{option}, whale]\n"
    right = f"- question: Which?\n  answer: {option}\n  choices: [cod, whale]\n"
    assert pointed_at(RULE, wrong) == [option]
    assert pointed_at(RULE, right) == [option]


def test_none_of_these_may_be_pinned_and_all_of_these_may_not() -> None:
    pinned = "- question: Which?\n  answer: cod\n  choices: [{0}, whale]\n  last: {0}\n"
    assert not found(RULE, pinned.format("None of these"))
    assert found(RULE, pinned.format("All of these"))


@pytest.mark.parametrize("option", ["All Saints", "Both sides", "1 and 2", "Do and die", "None", "The Bee", "A"])
def test_options_that_speak_for_themselves_are_let_be(option: str) -> None:
    assert not found(RULE, f"- question: Which?\n  answer: cod\n  choices: [{option}, whale]\n")
