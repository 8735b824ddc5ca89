"""Sentences that are mostly gap."""

from __future__ import annotations

from rule_findings import found, pointed_at

RULE = "cloze-too-much"


def test_more_than_half_of_the_words_is_too_much() -> None:
    assert found(RULE, "- cloze: The {{capital of France}} is called Paris.\n") == []
    assert pointed_at(RULE, "- cloze: The {{capital of France is Paris}}.\n") == ["capital of France is Paris"]


def test_gaps_of_one_group_count_together_and_others_do_not() -> None:
    assert found(RULE, "- cloze: '{{1:one two}} three {{1:four}} five'\n")
    assert not found(RULE, "- cloze: '{{1:one two}} three {{2:four}} five'\n")


def test_a_phrase_of_two_or_three_words_may_hide_two() -> None:
    assert not found(RULE, "- cloze: '{{Buenos Aires}}, capital'\n")


def test_hints_do_not_count() -> None:
    assert not found(RULE, "- cloze: 'The EPP was founded in {{1976::which year of the twentieth century was it}}.'\n")
