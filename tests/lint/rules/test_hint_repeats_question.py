"""Hints that say what the question says."""

from __future__ import annotations

from rule_findings import found, question

RULE = "hint-repeats-question"


def test_the_same_words_are_found_whatever_stands_between_them() -> None:
    assert found(RULE, question("すっと", "quickly", hint="すっと"))
    assert found(RULE, question("Which firm?", "Fidelity", hint="Which firm"))


def test_other_words_are_let_be() -> None:
    assert not found(RULE, question("踏む", "to step on", hint="ふむ"))
    assert not found(RULE, question("Which firm?", "Fidelity", hint="firm"))
    assert not found(RULE, question("?", "!", hint="…"))
