"""Mending decks: nothing a deck says changes, and nothing is left to mend."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.written import fields_of
from quizapp.lint.configuration import Configuration
from quizapp.lint.engine import check_text
from quizapp.lint.fixing import fix_bytes, fix_text
from quizapp.problem import Level
from tests.support.untidy_decks import untidy_decks

PATH = "untidy.yaml"

UNTIDY = """\
title: 1.10\x20
deck: untidy
notes:
  # the first
  - answer: No
    # asked in 2019
    question: Is it day?\x20\x20
    tags:\t[010, b]   # two
  - {question: And night?, answer: ~}
  - id: kept
    question: What stays?
    explain: |
      two\x20\x20
      lines\t
    answer: 2024-02-30
"""

TIDY = """\
title: "1.10"
deck: untidy
notes:
  # the first
  - id: is-it-day
    # asked in 2019
    question: Is it day?
    answer: "No"
    tags: ["010", b]   # two
  - {id: and-night, question: And night?, answer: "~"}
  - id: kept
    question: What stays?
    answer: "2024-02-30"
    explain: |
      two\x20\x20
      lines\t
"""


def fixable(text: str) -> list[str]:
    return [problem.rule for problem in check_text(text, PATH) if problem.fix]


def said(deck: LocatedDeck) -> object:
    """Return all that a deck says but for the ids of its notes; order of keys does not count."""
    notes = [{key: text for key, text in fields_of(note).items() if key != "id"} for note in deck.notes]
    return notes, {name: fields_of(entry) for name, entry in deck.head.items()}


def ids(deck: LocatedDeck) -> list[str]:
    return [note.note.note_id for note in deck.notes if note.note.has_own_id]


def rules_of_reader(deck: LocatedDeck) -> list[str]:
    return sorted(problem.rule for problem in deck.parsed.problems)


def test_everything_that_can_be_mended_is_and_comments_stay() -> None:
    text, mended = fix_text(UNTIDY, PATH)
    assert text == TIDY
    assert {problem.rule for problem in mended} == {
        *("ambiguous-scalar", "key-order", "missing-id", "stray-tab", "trailing-space"),
    }
    assert fix_text(text, PATH) == (text, ())


def test_two_mends_of_one_value_follow_each_other() -> None:
    text = "deck: d\nnotes:\n- answer: No\n  question: Is it day?\n  id: day\n"
    tidy = 'deck: d\nnotes:\n- id: day\n  question: Is it day?\n  answer: "No"\n'
    assert fix_text(text, PATH)[0] == tidy


def test_rules_that_are_off_mend_nothing() -> None:
    off = Configuration(dict.fromkeys(("ambiguous-scalar", "key-order", "missing-id", "stray-tab", "trailing-space")))
    assert fix_text(UNTIDY, PATH, off) == (UNTIDY, ())


def test_a_note_that_ignores_a_rule_is_left_alone() -> None:
    comment = "# quizapp: ignore ambiguous-scalar: as the source has it"
    text = f"deck: d\nnotes:\n  {comment}\n  - id: a\n    question: Q?\n    answer: No\n"
    assert fix_text(text, PATH) == (text, ())


def test_a_file_keeps_its_byte_order_mark_and_line_ends() -> None:
    data, mended = fix_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode(), PATH)
    assert data == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()
    assert mended


@pytest.mark.parametrize("text", ["", "\ufeff", "deck: [", "- a", "deck: d\nnotes:\n- question: *a\n  answer: No \n"])
def test_what_is_no_deck_is_left_as_it_is(text: str) -> None:
    assert fix_text(text, PATH) == (text, ())


def test_sound_notes_are_mended_beside_one_that_cannot_be_read() -> None:
    head, broken = "deck: d\nnotes:\n", "- question: *alias\n  answer: b\n"
    fixed, _ = fix_text(f"{head}- question: Is it day?\n  answer: No\n{broken}", PATH)
    assert fixed == f'{head}- id: is-it-day\n  question: Is it day?\n  answer: "No"\n{broken}'


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(untidy_decks())
def test_mending_changes_nothing_that_is_meant_and_leaves_nothing_to_mend(text: str) -> None:
    before = locate_deck(text, PATH)
    fixed, mended = fix_text(text, PATH)
    after = locate_deck(fixed, PATH)
    assert said(after) == said(before)
    assert rules_of_reader(after) == rules_of_reader(before)
    assert set(ids(before)) <= set(ids(after))
    assert bool(mended) == (fixed != text)
    assert fixable(fixed) == []
    assert fix_text(fixed, PATH) == (fixed, ())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(untidy_decks(), st.data())
def test_broken_decks_are_never_changed_in_what_can_be_read_of_them(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 8))
    put = data.draw(st.sampled_from(["", "\n", " ", "\t", '"', "#", "- ", "a: ", "[", "{", "|\n", "\r"]))
    broken = text[:at] + put + text[at + length :]
    before = locate_deck(broken, PATH)
    fixed, _ = fix_text(before.source.text, PATH)
    after = locate_deck(fixed, PATH)
    assert said(after) == said(before)
    errors = [problem.rule for problem in before.parsed.problems if problem.level is Level.ERROR]
    assert errors == [problem.rule for problem in after.parsed.problems if problem.level is Level.ERROR]
