"""Statements whose negations have to be undone."""

from __future__ import annotations

import pytest
from rule_findings import found

RULE = "double-negative"


def statement(text: str, holds: str) -> str:
    return f"- statement: '{text}'\n  holds: {holds}\n  explain: So it is.\n"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("It is not true that nobody came.", "true"),
        ("Vikings never plundered holy sites.", "false"),
        ("The sea isn’t salty.", "false"),
    ],
)
def test_two_negations_and_a_false_negation_are_found(text: str, holds: str) -> None:
    assert len(found(RULE, statement(text, holds))) == 1


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The sea is not salty.", "true"),
        ("He was without friends and without means.", "true"),
        ("The whale is not only large, but also warm.", "false"),
        ("Although it never rained, the sea rose.", "false"),
        ("It did not rain. The sea never rose.", "true"),
        ("The No. 1 of the chess world is Norwegian.", "false"),
    ],
)
def test_what_needs_no_undoing_is_let_be(text: str, holds: str) -> None:
    assert found(RULE, statement(text, holds)) == []
