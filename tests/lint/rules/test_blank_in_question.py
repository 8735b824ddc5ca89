"""Blanks in questions."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "blank-in-question"


@pytest.mark.parametrize("blank", ["____", "[...]", "[…]", "{{gap}}"])
def test_a_blank_is_pointed_at(blank: str) -> None:
    assert pointed_at(RULE, question(f"The EPP was founded in {blank} by some.")) == [blank]


@pytest.mark.parametrize("asked", ["What does __init__ do?", "And then …", "Wait... what?", "What is a[i]?", "{x}"])
def test_names_and_pauses_are_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []


def test_a_choice_may_have_a_blank() -> None:
    assert not found(RULE, "- question: It was founded in ____.\n  answer: '1976'\n  choices: ['1975', '1977']\n")
