"""Sentences that make many cards."""

from __future__ import annotations

from rule_findings import found

RULE = "many-gaps"


def test_cards_count_and_not_gaps() -> None:
    assert found(RULE, "- cloze: '{{a}} {{b}} {{c}} {{d}} {{e}} f g'\n")
    assert not found(RULE, "- cloze: '{{a}} {{b}} {{c}} {{d}} f g'\n")
    assert not found(RULE, "- cloze: '{{1: a}} {{1: b}} {{2: c}} {{2: d}} {{2: e}} f g'\n")
