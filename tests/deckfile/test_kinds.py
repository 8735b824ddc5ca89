"""Choices, numbers, lists and statements: what they become, and what of them is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from deck_texts import cards, parsed, rules

import quizapp
from quizapp.model import Card, Choice, Kind, Listing, Number, Statement
from quizapp.problem import Problem


def only(note: str) -> Card:
    (card,) = cards(note)
    return card


def test_a_choice_knows_its_right_wrong_and_last_options() -> None:
    card = only("question: Q\nanswer: [a, b]\nchoices: [c, none]\nlast: none")
    assert (card.kind, card.answer) == (Kind.CHOICE, "a; b")
    assert card.body == Choice(("a", "b"), ("c", "none"), "none")


def test_a_number_shows_its_unit() -> None:
    card = only('question: Q\nnumber: "6,650"\nunit: km\nwithin: 2 %')
    assert (card.kind, card.prompt, card.answer) == (Kind.NUMBER, "Q", "6,650 km")
    assert card.body == Number("6,650", "km", "2 %")


def test_an_ordered_list_is_numbered() -> None:
    assert only("question: Q\nitems: [a, b]").answer == "a\nb"
    card = only("question: Q\nitems: [a, b]\nordered: true")
    assert (card.kind, card.answer, card.body) == (Kind.LIST, "1. a\n2. b", Listing(("a", "b"), True))


def test_a_statement_is_true_or_false() -> None:
    card = only("statement: S\nholds: false\nexplain: why")
    assert (card.kind, card.prompt, card.answer, card.body) == (Kind.STATEMENT, "S", "False", Statement(False))


def test_a_card_of_any_kind_is_called_by_its_note_alone() -> None:
    assert only("id: x\nstatement: S\nholds: true").card_id == "test/x"


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("question: Q\nchoices: [a]", "missing-answer"),
        ("question: Q\nanswer: a\nchoices: []", "missing-choices"),
        ("question: Q\nanswer: a\nchoices: [A]", "repeated-option"),
        ("question: Q\nanswer: a\nchoices: [b, b]", "repeated-option"),
        ("question: Q\nanswer: a\nchoices: [b]\nlast: c", "unknown-last"),
        (f"question: Q\nanswer: a\nchoices: [{', '.join(f'o{n}' for n in range(26))}]", "too-many-options"),
        ("question: Q\nanswer: a\nchoices: b", "wrong-shape"),
        ("question: Q\nanswer: a\nchoices: [b]\naccept: c", "unfitting-key"),
        ("question: Q\nanswer: a\nchoices: [b]\nbidirectional: true", "unfitting-key"),
        ("answer: a\nchoices: [b]", "missing-question"),
        ("question: Q\nnumber: many", "bad-number"),
        ("question: Q\nnumber: 5\nwithin: roughly", "bad-tolerance"),
        ("question: Q\nnumber: 5\nwithin: -2", "bad-tolerance"),
        ("question: Q\nnumber: 5\nanswer: five", "unfitting-key"),
        (f"question: Q\nnumber: {'5'.zfill(300)}", "bad-number"),
        (f"question: Q\nnumber: about{' ' * 99}one hundred thousand{' and one' * 30}", "bad-number"),
        ("question: Q\nnumber: ''", "empty-text"),
        ("question: Q\nnumber: 5 km\nunit: km", "two-units"),
        ("question: Q\nnumber: $5\nunit: billion", "two-units"),
        ("question: Q\nnumber: 5 million\nunit: billion dollars", "two-units"),
        ("question: Q\nnumber: 5m\nunit: metres", "two-units"),
        ("question: Q\nnumber: 5 km\nunit: people in every square mile", "two-units"),
        ("number: 5", "missing-question"),
        ("question: Q\nitems: [a]", "too-few-items"),
        ("question: Q\nitems: []", "too-few-items"),
        ("question: Q\nitems: [a, '']", "empty-text"),
        (f"question: Q\nitems: [{', '.join(f'i{n}' for n in range(27))}]", "too-many-items"),
        ("question: Q\nitems: a, b", "wrong-shape"),
        ("items: [a, b]", "missing-question"),
        ("question: Q\nitems: [a, b, A]", "repeated-item"),
        ("question: Q\nitems: [a, b]\nordered: often", "not-true-or-false"),
        ("statement: S", "missing-holds"),
        ("holds: true", "missing-question"),
        ("statement: ''\nholds: true", "empty-text"),
        ("statement: S\nholds: yes", "not-true-or-false"),
        ("statement: S\nholds: true\nanswer: a", "unfitting-key"),
        ("statement: S\nquestion: Q\nholds: true", "two-kinds"),
        ("question: Q\nnumber: 5\nitems: [a, b]", "two-kinds"),
        ("cloze: a {{b}}\nchoices: [a]", "two-kinds"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_place(note: str, rule: str) -> None:
    deck = parsed(note, "question: other\nanswer: a")
    assert rules(deck) == [rule]
    (problem,) = deck.problems
    assert problem.mend
    assert problem.line > 2
    assert [note.question for note in deck.notes] == ["other"]


def only_problem(note: str) -> Problem:
    (problem,) = parsed(note).problems
    return problem


@pytest.mark.parametrize(
    ("note", "line", "column"),
    [
        ("question: Q\nanswer: a\nchoices:\n  - b\n  - c\n  - B", 8, 9),
        ("question: Q\nanswer: [a, b]\nchoices: [c, a]", 5, 18),
        ("question: Q\nanswer: a\nchoices: [b]\nlast: c", 6, 11),
        ("question: Q\nitems:\n  - b\n  - B", 6, 9),
        ("question: Q\nnumber: many", 4, 13),
        ("question: Q\nnumber: 5\nwithin: many", 5, 13),
        ("statement: S\nholds: maybe", 4, 12),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(note: str, line: int, column: int) -> None:
    problem = only_problem(note)
    assert (problem.line, problem.column) == (line, column)


def test_two_kinds_in_one_note_are_both_named() -> None:
    assert "items and number" in only_problem("question: Q\nnumber: 5\nitems: [a, b]").message


def test_a_key_of_another_kind_is_told_where_it_belongs() -> None:
    assert only_problem("question: Q\nanswer: a\nunit: km").mend.endswith("it belongs to a note with number.")
    assert only_problem("question: Q\nholds: true").mend.endswith("it belongs to a note with statement.")
    assert "may have answer, choices" in only_problem("question: Q\nanswer: a\nchoices: [b]\naccept: c").mend


def test_a_statement_is_told_both_words_it_may_hold() -> None:
    assert only_problem("statement: S\nholds: maybe").mend == "Write holds: true, or holds: false."


def test_several_mistakes_in_one_note_are_all_told() -> None:
    deck = parsed("question: Q\nanswer: [a, b]\nchoices: [A, B]\nlast: c")
    assert rules(deck) == ["repeated-option", "repeated-option", "unknown-last"]


def test_items_and_figures_stand_on_one_line_however_they_are_written() -> None:
    card = only("question: Q\nitems:\n  - |\n    one\n    item\n  - two\n")
    assert card.answer == "one item\ntwo"
    assert only("question: Q\nnumber: |\n  5\n  km").body == Number("5 km")


def test_a_scale_may_stand_in_the_number_or_in_its_unit() -> None:
    assert only("question: Q\nnumber: 42 billion\nunit: dollars").answer == "42 billion dollars"
    assert only("question: Q\nnumber: 42\nunit: billion dollars").answer == "42 billion dollars"
    assert only("question: Q\nnumber: 8.5\nunit: '%'").answer == "8.5 %"


def test_reading_decks_does_not_load_the_matcher_of_typed_answers() -> None:
    text = "deck: d\nnotes:\n  - question: Q\n    number: 5\n    within: 2 %\n"
    probe = f"import sys; from quizapp.deckfile.parse import parse_deck; parse_deck({text!r}, ''); print(*sys.modules)"
    root = Path(quizapp.__file__).parents[1]
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=root).stdout
    assert "quizapp.grading.number" in loaded.split()
    assert "rapidfuzz" not in loaded.split()
