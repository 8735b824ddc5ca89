from __future__ import annotations

import pytest
from deck_texts import answers, between, error_lines, rules

from quizapp.deckfile.parse import parse_deck


def test_what_is_missed_at_the_end_is_told_at_the_end_of_the_last_line() -> None:
    deck = parse_deck("deck: test\nnotes:\n  - question: Q\n    answer: a\n    hint", "test.yaml")
    assert [(problem.rule, problem.line, problem.column) for problem in deck.problems] == [("yaml-syntax", 5, 9)]


@pytest.mark.parametrize(
    ("value", "rule", "column"),
    [
        ("a: b", "needs-quotes", 13),
        ("@x", "needs-quotes", 13),
        ("`x`", "needs-quotes", 13),
        ("%x", "needs-quotes", 13),
        ("[x] done", "needs-quotes", 13),
        ("{{a}} b", "needs-quotes", 13),
        ('"a" b', "needs-quotes", 13),
        ("*x*", "needs-quotes", 13),
        ("& x", "needs-quotes", 13),
        (">50 %", "needs-quotes", 13),
        ("|x", "needs-quotes", 13),
        ("- x", "needs-quotes", 13),
        ("? x", "needs-quotes", 13),
        ("]", "needs-quotes", 13),
        (",x", "needs-quotes", 13),
        ('"x', "unclosed-quote", 13),
        ("'tis", "unclosed-quote", 13),
        ("[a, b", "unclosed-bracket", 13),
        ("{a, b", "unclosed-bracket", 13),
        ('"\\q"', "bad-escape", 14),
        ('"\\xZZ"', "bad-escape", 16),
        ("x\n   hint: y", "yaml-syntax", 4),
        ("x\nhint: y", "yaml-syntax", 1),
        ("x\n\thint: y", "tab", 1),
    ],
)
def test_a_value_that_is_not_yaml_is_explained_where_it_stands(value: str, rule: str, column: int) -> None:
    deck = between(f"  - question: mid\n    answer: {value}\n")
    assert [(problem.rule, problem.column) for problem in deck.problems] == [(rule, column)]
    assert set(error_lines(deck)) <= {7, 8, 9}
    assert deck.problems[0].mend
    assert [item.note_id for item in deck.notes] == ["first", "last"]


@pytest.mark.parametrize("value", ["a: b", "@x", "[x] done", "it's: fine", "*x*", "- 'x'", '"a" b'])
def test_what_the_mend_says_to_write_is_read_as_the_text_that_was_meant(value: str) -> None:
    (problem,) = between(f"  - question: mid\n    answer: {value}\n").problems
    mended = problem.mend.removeprefix("Write ")
    deck = between(f"  - question: mid\n    {mended}\n")
    assert deck.problems == ()
    assert answers(deck)[1] == value


def test_text_around_the_notes_that_is_not_yaml_is_told() -> None:
    deck = parse_deck("deck: a\nnotes: [\n", "test.yaml")
    assert rules(deck) == ["unclosed-bracket"]
    assert deck.deck_id == "a"


def test_an_id_after_the_place_where_yaml_ends_is_not_guessed() -> None:
    assert parse_deck("{notes: [{question: Q, answer: A}, deck: a", "test.yaml").deck_id == ""


def test_what_stood_before_an_error_in_flow_style_is_kept() -> None:
    deck = parse_deck("deck: a\nnotes: [{question: Q, answer: A}, {question: 'R]\n", "test.yaml")
    assert rules(deck) == ["unclosed-quote"]
    assert answers(deck) == ["A"]
