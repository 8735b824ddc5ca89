"""Notes of a deck with a source that do not say where."""

from __future__ import annotations

from rule_findings import found, pointed_at

RULE = "missing-where"


HEAD = "deck: example\nsource: {title: An article}\nnotes:\n"
WITHOUT = "- question: Which firm?\n  answer: Fidelity\n"
WITH = "- question: Which bank?\n  answer: UBS\n  where: An article, ¶ 2\n"


def test_a_note_without_where_among_others_is_found() -> None:
    (problem,) = found(RULE, HEAD + WITHOUT + WITH)
    assert problem.line == 4


def test_a_deck_in_which_no_note_says_where_is_told_so_once() -> None:
    assert pointed_at(RULE, HEAD + WITHOUT + WITHOUT.replace("firm", "fund")) == ["source"]


def test_a_deck_without_a_source_needs_none() -> None:
    assert not found(RULE, WITHOUT + WITH)


def test_an_empty_deck_is_let_be() -> None:
    assert not found(RULE, "deck: example\nsource: {title: An article}\nnotes: []\n")
