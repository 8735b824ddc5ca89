"""Texts that were to be filled in."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "placeholder"


@pytest.mark.parametrize("text", ["TODO", "the answer is TBD", "????", "Lorem ipsum", "<answer>", "XXX"])
def test_a_placeholder_is_found_wherever_it_stands(text: str) -> None:
    assert len(found(RULE, question("What?", text))) == 1
    assert len(found(RULE, question("What?", explain=f"'{text}'"))) == 1


@pytest.mark.parametrize("text", ["Super Bowl XXX", "to do", "todo el mundo", "???", "<b>", "TODOS", "Malcolm XXX"])
def test_words_and_numerals_are_let_be(text: str) -> None:
    assert found(RULE, question("What?", text)) == []
