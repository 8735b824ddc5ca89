from __future__ import annotations

import pytest
from deck_texts import AFTER, BEFORE, answers, error_lines, rules
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.parse import parse_deck

KEYS = "deck: test\n"


def read(text: str) -> tuple[list[str], list[str], list[int]]:
    deck = parse_deck(text, "test.yaml")
    assert deck.deck_id == "test"
    return answers(deck), rules(deck), error_lines(deck)


def test_lines_count_from_the_start_of_the_file() -> None:
    broken = "  - question: 'mid\n    answer: x\n"
    assert read(KEYS + "notes:\n" + BEFORE + broken + AFTER) == (["one", "three"], ["unclosed-quote"], [6])


def test_two_broken_notes_are_both_told() -> None:
    broken = "  - question: mid\n    answer: @x\n"
    text = KEYS + "notes:\n" + broken + BEFORE + broken + AFTER
    assert read(text) == (["one", "three"], ["needs-quotes", "needs-quotes"], [4, 9])


def test_dashes_at_column_0_begin_notes_too() -> None:
    text = KEYS + "notes:\n- question: Q\n  answer: A\n- question: [R\n  answer: B\n- question: S\n  answer: C\n"
    assert read(text) == (["A", "C"], ["unclosed-bracket"], [5])


def test_head_keys_after_the_notes_are_read() -> None:
    text = "notes:\n" + BEFORE + "  - question: @\n" + "title: T\ndeck: test\n"
    deck = parse_deck(text, "other.yaml")
    assert (deck.deck_id, deck.title, answers(deck)) == ("test", "T", ["one"])


def test_a_broken_head_key_is_left_out_alone() -> None:
    text = "deck: test\ntitle: a: b\ntags: [x]\nnotes:\n" + BEFORE
    deck = parse_deck(text, "test.yaml")
    assert (deck.deck_id, deck.title, deck.tags, answers(deck)) == ("test", "", ("x",), ["one"])
    assert [(problem.rule, problem.line) for problem in deck.problems] == [("needs-quotes", 2)]


def test_notes_go_on_after_a_key_that_slipped_to_column_0() -> None:
    text = KEYS + "notes:\n" + BEFORE + "tags: [x]\n" + AFTER + "  - question: R\n    answer: B\n"
    found, _, lines = read(text)
    assert found == ["one", "three", "B"]
    assert lines


def test_what_belongs_to_no_piece_is_still_told() -> None:
    text = KEYS + "notes:\n    stray text\n" + BEFORE
    found, names, _ = read(text)
    assert found == ["one"]
    assert names == ["yaml-syntax"]


def test_a_list_in_a_note_is_not_taken_for_notes() -> None:
    text = KEYS + "notes:\n  - question: Q\n    answer: A\n    accept:\n      - B\n      - C\n  - question: @\n"
    deck = parse_deck(text, "test.yaml")
    assert [note.accept for note in deck.notes] == [("B", "C")]


@pytest.mark.parametrize("style", ["|", ">"])
def test_dashes_in_a_block_of_text_are_not_taken_for_notes(style: str) -> None:
    text = KEYS + f"notes:\n  - question: Q\n    answer: {style}\n      - one\n      - two\n  - question: @\n"
    found, _, _ = read(text)
    assert found == ["- one\n- two" if style == "|" else "- one - two"]


@given(st.integers(0, 4), st.lists(st.booleans(), min_size=1, max_size=8))
def test_pieces_come_to_what_the_whole_would(indent: int, sound: list[bool]) -> None:
    dash = " " * indent
    notes = [
        f"{dash}- id: n{number}\n{dash}  question: Q{number}\n{dash}  answer: {'A' if fine else '@'}\n\n"
        for number, fine in enumerate(sound)
    ]
    deck = parse_deck(f"{KEYS}# a comment\nnotes: # and another\n{''.join(notes)}", "test.yaml")
    kept = [number for number, fine in enumerate(sound) if fine]
    assert [note.note_id for note in deck.notes] == [f"n{number}" for number in kept]
    assert [note.line for note in deck.notes] == [4 + 4 * number for number in kept]
    assert error_lines(deck) == [6 + 4 * number for number, fine in enumerate(sound) if not fine]
