"""Lists that are too long."""

from __future__ import annotations

from rule_findings import found

RULE = "long-list"


def test_more_items_than_the_limit_are_found() -> None:
    assert not found(RULE, f"- question: Which?\n  items: [{', '.join('abcdefghi')}]\n")
    assert found(RULE, f"- question: Which?\n  items: [{', '.join('abcdefghij')}]\n")
