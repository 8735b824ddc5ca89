"""Explanations that explain nothing."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "explain-repeats-answer"


@pytest.mark.parametrize("explain", ["Fidelity", "fidelity.", "Which firm has its office there?"])
def test_the_answer_or_question_again_is_found(explain: str) -> None:
    assert len(found(RULE, question("Which firm has its office there?", "Fidelity", explain=explain))) == 1


def test_more_words_are_let_be() -> None:
    assert not found(RULE, question("Which firm?", "Fidelity", explain="Fidelity was the first."))
    assert not found(RULE, question("?", "!", explain="…"))
