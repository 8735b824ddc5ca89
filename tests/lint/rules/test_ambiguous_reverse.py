"""Reverse cards that read alike."""

from __future__ import annotations

from rule_findings import found, question

RULE = "ambiguous-reverse"


def both(asked: str, answer: str) -> str:
    return question(asked, answer, bidirectional="true")


def test_both_notes_are_found_and_name_each_other() -> None:
    one, other = found(RULE, both("England", "London") + both("United Kingdom", "LONDON"))
    assert "“United Kingdom” in line 6" in one.message
    assert "“England” in line 3" in other.message


def test_a_note_that_is_asked_one_way_is_let_be() -> None:
    assert not found(RULE, both("England", "London") + question("United Kingdom", "London"))
    assert not found(RULE, both("England", "London") + both("France", "Paris"))
