"""False statements that a word gives away."""

from __future__ import annotations

from rule_findings import found, pointed_at

RULE = "absolute-statement"


def statement(text: str, holds: str = "false") -> str:
    return f"- statement: '{text}'\n  holds: {holds}\n  explain: So it is.\n"


def test_a_word_that_leaves_no_exception_is_pointed_at() -> None:
    assert pointed_at(RULE, statement("Cats always land on their feet.")) == ["always"]


def test_true_statements_and_quoted_words_are_let_be() -> None:
    assert not found(RULE, statement("Cats always land on their feet.", "true"))
    assert not found(RULE, statement("The film “Always” is by Kubrick."))
    assert not found(RULE, statement("Cats often land on their feet."))
