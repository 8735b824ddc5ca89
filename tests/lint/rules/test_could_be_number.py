"""Amounts that are written as answers."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "could-be-number"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How many cameras did they have?", "1,500"),
        ("How long was the war?", "116 years"),
        ("What percentage of the water flows there?", "90%"),
        ("How much did he pay?", "$3.5 billion"),
    ],
)
def test_an_amount_where_one_is_asked_for_is_found(asked: str, answer: str) -> None:
    (problem,) = found(RULE, question(asked, answer))
    assert f"number: {answer}" in problem.mend


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("In which year did it begin?", "1998"),
        ("Which flight was it?", "11"),
        ("How many were there?", "Well over half"),
        ("How many were there?", "3 men and a dog in a boat"),
        ("How much?", "5 or 6"),
    ],
)
def test_years_names_and_words_are_let_be(asked: str, answer: str) -> None:
    assert found(RULE, question(asked, answer)) == []


def test_a_card_that_is_asked_both_ways_is_let_be() -> None:
    assert not found(RULE, question("How many legs has a spider?", "8", bidirectional="true"))
