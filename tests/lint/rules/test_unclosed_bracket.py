"""Brackets and quotation marks without their partners."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "unclosed-bracket"


@pytest.mark.parametrize("sign", ["(", "[", "“", "«", "「"])
def test_a_sign_that_opens_and_does_not_close_is_pointed_at(sign: str) -> None:
    assert pointed_at(RULE, question(f"What is {sign}this?")) == [sign]


def test_a_sign_that_closes_nothing_is_pointed_at() -> None:
    assert pointed_at(RULE, question("What is this) thing?")) == [")"]


@pytest.mark.parametrize(
    "text",
    [
        "[0, 1) or (0, 1]?",
        "1) this 2) that?",
        "Which is it, a) or b)?",
        "Is he happy :) or sad :(",
        "Was heißt „Haus“?",
        "Was heißt »Haus«?",
        "5'10\" tall",
        "(one (two) three)",
    ],
)
def test_intervals_numbering_and_other_customs_are_let_be(text: str) -> None:
    assert found(RULE, question(text)) == []


def test_other_texts_of_the_note_are_looked_at() -> None:
    assert pointed_at(RULE, question("What?", explain="It is (so.")) == ["("]
    assert pointed_at(RULE, "- cloze: 'It is ({{so}}.'\n") == ["("]
