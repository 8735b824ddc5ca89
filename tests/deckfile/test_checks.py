"""What the head of a deck says of the checks."""

from __future__ import annotations

import pytest

from quizapp.deckfile.parse import ParsedDeck, parse_deck


def with_checks(checks: str) -> ParsedDeck:
    return parse_deck(f"deck: d\nchecks: {checks}\nnotes:\n  - question: Q\n    answer: a\n", "d.yaml")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{}", {}),
        ("{vague-question: off}", {"vague-question": {"level": "off"}}),
        ("{long: {level: hint, words: 12}, vague: {}}", {"long": {"level": "hint", "words": "12"}, "vague": {}}),
        ("\n  long:\n    words: 012", {"long": {"words": "012"}}),
    ],
)
def test_a_check_has_a_level_and_options_and_all_are_texts(written: str, read: dict[str, dict[str, str]]) -> None:
    deck = with_checks(written)
    assert deck.checks == read
    assert deck.problems == ()


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("off", ["wrong-shape"]),
        ("[long]", ["wrong-shape"]),
        ("{long: }", ["empty-text"]),
        ("{long: [off]}", ["wrong-shape"]),
        ("{long: {level: [off]}}", ["wrong-shape"]),
        ("{long: off, long: hint}", ["duplicate-key"]),
    ],
)
def test_what_cannot_be_a_level_or_an_option_is_told_and_the_notes_are_read(written: str, rules: list[str]) -> None:
    deck = with_checks(written)
    assert [problem.rule for problem in deck.problems] == rules
    assert all(problem.line == 2 and problem.mend for problem in deck.problems)
    assert len(deck.notes) == 1


def test_without_checks_there_are_none() -> None:
    assert parse_deck("deck: d\nnotes:\n  - question: Q\n    answer: a\n", "d.yaml").checks == {}
