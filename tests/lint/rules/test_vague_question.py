"""Questions that many things answer."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "vague-question"


@pytest.mark.parametrize(
    "asked",
    [
        "Which base?",
        "Who was he?",
        "How many?",
        "How many legs?",
        "In which year?",
        "What else?",
        "When was he elected?",
        "Why did they leave?",
        "What is their capital?",
        "How did it end?",
        "How much can it hold?",
        "Which of these is a fish?",
        "Which of the following is true?",
    ],
)
def test_a_question_that_needs_another_beside_it_is_found(asked: str) -> None:
    assert len(found(RULE, question(asked))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "What is osmosis?",
        "What is love?",
        "Who was Kohl?",
        "When did Kohl say that he would go?",
        "What is it called when a liquid becomes a gas?",
        "How long does it take to boil an egg?",
        "What does it mean to be free?",
        "Why do cats purr when they sleep?",
        "What do bees do with their wings?",
        "How do they make bronze in Benin?",
        "Which of these is a fish: cod or crab?",
        "Who is he who laughs last?",
        "様",
        "猫は何ですか？",
        "England",
    ],
)
def test_a_question_that_names_what_it_is_about_is_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []


def test_a_choice_has_its_options_beside_it() -> None:
    assert not found(RULE, "- question: Which of these is a fish?\n  answer: cod\n  choices: [crab, whale]\n")
