"""Answers that never end."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "open-ended-answer"


@pytest.mark.parametrize("end", ["etc.", "etc", "and so on", "among others."])
def test_an_open_end_is_pointed_at(end: str) -> None:
    assert pointed_at(RULE, question("What?", f"cod, eel, {end}")) == [end]


@pytest.mark.parametrize("answer", ["to change (a bus, etc.)", "Etcetera", "the sketch", "and so on and on it went"])
def test_words_inside_an_answer_are_let_be(answer: str) -> None:
    assert found(RULE, question("What?", answer)) == []
