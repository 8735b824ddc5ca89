"""Choices that ask what is not so."""

from __future__ import annotations

import pytest
from rule_findings import found

RULE = "negative-question"


def choice(asked: str) -> str:
    return f"- question: '{asked}'\n  answer: cod\n  choices: [crab, whale]\n"


@pytest.mark.parametrize(
    "asked",
    [
        "Which of these is NOT a mammal?",
        "Which state does not border Ohio?",
        "All of these are fish except",
        "Which country wasn’t neutral?",
        "The land has two neighbours. Which one is not a republic?",
    ],
)
def test_a_question_for_what_is_not_so_is_found(asked: str) -> None:
    assert len(found(RULE, choice(asked))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "Which firm chose not to set up a joint venture?",
        "He did not like war. What did he like?",
        "Why did it not rain?",
        "Except for Rome, where did he live?",
        "Which ship was not only large but fast?",
    ],
)
def test_a_negation_that_is_not_asked_for_is_let_be(asked: str) -> None:
    assert found(RULE, choice(asked)) == []
