"""Texts that other YAML programs take for something else."""

from __future__ import annotations

import pytest
import yaml

from quizapp.deckfile.located import locate_deck
from tests.support.checked import found, mended, note, pointed_at

RULE = "ambiguous-scalar"

AMBIGUOUS = (
    *("No", "yes", "ON", "off", "true", "~", "null", "1:30", "12:30:45", "010", "0o17", "0x10", "0b11", "1e3", "1.10"),
    *("1_000", "+5", ".5", "5.", "2024-02-30", "2018-10-31", ".inf", ".NaN", "007", "12345678901234567890"),
)


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_a_plain_text_that_others_read_otherwise_is_put_in_quotes(text: str) -> None:
    snippet = note(answer=text)
    assert pointed_at(RULE, snippet) == [text]
    assert mended(RULE, snippet) == note(answer=f'"{text}"')


@pytest.mark.parametrize("text", ["42", "-7", "8.5", "0", "1,500", "None", "Norway", "v1.10", "3 + 4", "12:30 p.m."])
def test_what_every_program_gives_back_as_it_was_stays_plain(text: str) -> None:
    assert found(RULE, note(answer=text)) == []


@pytest.mark.parametrize("text", ['"No"', "'1:30'", "|\n    010"])
def test_quotes_and_blocks_are_text_everywhere(text: str) -> None:
    assert found(RULE, note(answer=text)) == []


def test_true_and_false_are_meant_where_a_key_takes_them() -> None:
    assert found(RULE, note(bidirectional="true")) == []
    assert found(RULE, "- statement: Water is wet.\n  holds: false\n") == []


def test_a_level_of_a_check_is_meant_to_be_off() -> None:
    assert found(RULE, "deck: d\nchecks:\n  missing-id: off\n  near-duplicate: {level: off}\nnotes:\n" + note()) == []


def test_texts_in_lists_and_in_the_head_are_looked_at_too() -> None:
    deck = "deck: 007\ntitle: Off\nsource: {date: 2018-10-31}\ntags: [on, b]\nnotes:\n" + note(accept="[a, 010]")
    assert pointed_at(RULE, deck) == ["007", "Off", "2018-10-31", "on", "010"]
    fixed = mended(RULE, deck)
    assert found(RULE, fixed) == []
    assert yaml.safe_load(fixed)["notes"][0]["accept"] == ["a", "010"]
    assert locate_deck(fixed, "d.yaml").parsed.deck_id == "007"
