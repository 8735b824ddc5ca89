"""Figures that rot."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "figure-without-context"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("What is the population of Oslo?", "709,000"),
        ("How many employees does Hikvision have?", "42,000"),
        ("How much is the firm worth?", "$23 billion"),
        ("What share of the population lives in towns?", "86 %"),
    ],
)
def test_money_and_counts_of_people_without_a_year_are_found(asked: str, answer: str) -> None:
    assert pointed_at(RULE, question(asked, answer)) == [f"'{answer}'"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("What was the population of Oslo in 2022?", "709,000"),
        ("According to the census, what is the population of Oslo?", "709,000"),
        ("How much did the base pay for its cameras?", "$112,000"),
        ("What share of the air is nitrogen?", "78 %"),
        ("How many legs has a spider?", "8"),
        ("In which year did the population of Oslo pass half a million?", "2000"),
        ("Which town has the largest population of Norway?", "Oslo"),
    ],
)
def test_figures_with_a_year_a_source_or_no_change_are_let_be(asked: str, answer: str) -> None:
    assert found(RULE, question(asked, answer)) == []


def test_a_measure_needs_its_unit() -> None:
    assert found(RULE, "- question: How high is Mount Everest?\n  number: 8849\n")
    assert not found(RULE, "- question: How high is Mount Everest?\n  number: 8849\n  unit: m\n")
    assert not found(RULE, question("How high is Mount Everest?", "8,849 m"))
    assert not found(RULE, question("How far did he go?", "3"))


def test_a_gap_counts_like_an_answer() -> None:
    assert pointed_at(RULE, "- cloze: The firm has {{$3 billion}} in cash.\n") == ["$3 billion"]
    assert not found(RULE, "- cloze: In 2018, the firm has {{$3 billion}} in cash.\n")
