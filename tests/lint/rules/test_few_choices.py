"""Choices between two."""

from __future__ import annotations

from rule_findings import found

RULE = "few-choices"


def test_one_wrong_option_is_too_few() -> None:
    assert found(RULE, "- question: Which fish?\n  answer: cod\n  choices: [eel]\n")
    assert not found(RULE, "- question: Which fish?\n  answer: cod\n  choices: [eel, ray]\n")
    assert not found(RULE, "- question: Which fish?\n  answer: [cod, eel]\n  choices: [ray]\n")


def test_a_question_that_names_both_is_let_be() -> None:
    assert not found(RULE, "- question: Is it a cod or an eel?\n  answer: cod\n  choices: [eel]\n")


def test_yes_and_no_are_for_another_rule() -> None:
    assert not found(RULE, "- question: Is it a cod?\n  answer: 'Yes'\n  choices: ['No']\n")
