"""Questions that half of all guesses answer."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "yes-no-question"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("Did it rain?", "No"), ("Is the sea salty?", "Yes, by 3.5 %"), ("Was there a war?", "There was one")],
)
def test_a_question_to_be_decided_is_found(asked: str, answer: str) -> None:
    assert len(found(RULE, question(asked, answer))) == 1


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Is the whale a fish or a mammal?", "A mammal"),
        ("Can you name the capital of France?", "Paris"),
        ("What is the anthem of Norway?", "Yes, We Love This Country"),
        ("Will Rogers gave his name to an airport. How did he die?", "In a plane crash"),
        ("Does (grammar)", "third person of do"),
    ],
)
def test_questions_with_other_answers_are_let_be(asked: str, answer: str) -> None:
    assert found(RULE, question(asked, answer)) == []


def test_a_choice_of_yes_and_no_is_found_where_its_answer_stands() -> None:
    note = "- question: Was there a war?\n  answer: 'Yes'\n  choices: ['No']\n"
    assert pointed_at(RULE, note) == ["'Yes'"]
