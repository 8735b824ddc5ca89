"""Questions without their mark."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "missing-question-mark"


@pytest.mark.parametrize(
    "asked", ["What is the capital of France", "How many legs has a spider", "In which year did it end"]
)
def test_a_question_without_its_mark_is_pointed_at_where_it_belongs(asked: str) -> None:
    assert pointed_at(RULE, question(asked)) == [asked[-1]]


@pytest.mark.parametrize(
    "asked",
    [
        "What is the capital of France?",
        "Capital of France",
        "How to tie a bowline",
        "When in Rome, do as the Romans do",
        "What is this? A fish",
        "Who is it:",
        "What is it",
        "What the Dormouse said",
        "什么是猫",
    ],
)
def test_terms_titles_and_questions_with_a_mark_are_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []
