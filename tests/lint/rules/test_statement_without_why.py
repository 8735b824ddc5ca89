"""False statements that leave nothing true behind."""

from __future__ import annotations

from rule_findings import found

RULE = "statement-without-why"


def test_only_a_false_statement_needs_its_fact() -> None:
    assert found(RULE, "- statement: The earth is flat.\n  holds: false\n")
    assert not found(RULE, "- statement: The earth is flat.\n  holds: false\n  explain: It is a ball.\n")
    assert not found(RULE, "- statement: The earth is a ball.\n  holds: true\n")
