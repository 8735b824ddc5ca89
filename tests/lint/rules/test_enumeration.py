"""Answers that could be the items of a list."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "enumeration"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Which two countries border the Dead Sea?", "Jordan and Israel"),
        ("What are the colours of the flag?", "White, red and green"),
        ("A war between which two countries?", "France and England"),
        ("Which are they?", "- one\n- two"),
        ("What do you pack?", "1. a tent\n2. a knife"),
    ],
)
def test_what_is_asked_for_in_the_plural_is_a_list(asked: str, answer: str) -> None:
    text = answer.replace("\n", "\n    ")
    assert len(found(RULE, f"- question: '{asked}'\n  answer: |-\n    {text}\n")) == 1


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("様", "way, manner, kind"),
        ("Which firm?", "Procter and Gamble"),
        ("Where is it?", "Paris, Texas, in the United States"),
        ("What was the name of the bill that two senators drafted?", "Trade and Tariff Act"),
        ("What are the odds?", "One in three, and rising"),
        ("In which two-year span was it?", "Between spring and autumn"),
    ],
)
def test_synonyms_names_and_single_things_are_not(asked: str, answer: str) -> None:
    assert found(RULE, question(asked, answer)) == []


def test_the_mend_shows_how_the_list_begins() -> None:
    (problem,) = found(RULE, question("What are the colours of the flag?", "White, red and green"))
    assert "items: [White, red, …]" in problem.mend
