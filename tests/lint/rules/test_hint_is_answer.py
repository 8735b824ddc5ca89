"""Hints that leave nothing to recall."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "hint-is-answer"


@pytest.mark.parametrize("hint", ["Fidelity", "It is fidelity, of course.", "Fidelity International’s parent"])
def test_the_answer_in_a_hint_is_found(hint: str) -> None:
    assert len(found(RULE, question("Which firm?", "Fidelity", hint=hint))) == 1


def test_a_wording_an_item_and_a_number_count_like_the_answer() -> None:
    assert found(RULE, question("Which firm?", "Fidelity", accept="[FIL]", hint="Also called FIL"))
    assert found(RULE, "- question: Which two?\n  items: [cod, eel]\n  hint: one is an eel\n")
    assert found(RULE, "- question: How many?\n  number: 30\n  hint: more than 30 would be too many\n")
    assert not found(RULE, "- question: How many?\n  number: 30\n  hint: fewer than 300\n")


def test_a_gap_and_its_own_hint() -> None:
    assert pointed_at(RULE, "- cloze: 'It was {{October::not October 2}} then.'\n") == ["not October 2"]
    assert not found(RULE, "- cloze: 'It was {{October::month}} then.'\n")


def test_a_hint_that_leads_there_is_let_be() -> None:
    assert not found(RULE, question("Which firm?", "Fidelity", hint="Its name means being faithful"))
