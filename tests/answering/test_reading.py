"""Typed lines as answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import card, paper

from quizapp.answering.manner import Answering
from quizapp.answering.options import OptionPool
from quizapp.answering.question import Question, pose
from quizapp.answering.reading import LETTERS, asks_for, read_answer
from quizapp.model import Choice

QUESTIONS = {question.card.note_id: question for question in paper().questions}


def letters(question: Question, *options: str) -> str:
    return "".join(LETTERS[question.options.index(option)] for option in options)


def test_a_letter_stands_for_its_option_and_so_does_its_text() -> None:
    question = QUESTIONS["choice"]
    assert read_answer(question, letters(question, "Spain").upper()) == ("Spain",)
    assert read_answer(question, " spain ") == ("Spain",)


def test_several_letters_choose_several_options_where_several_are_right() -> None:
    question = QUESTIONS["several"]
    chosen = letters(question, "Malta", "Spain")
    assert read_answer(question, chosen) == read_answer(question, ", ".join(chosen)) == ("Malta", "Spain")
    assert read_answer(QUESTIONS["choice"], "ab") is None


def test_an_option_of_one_letter_is_meant_before_a_letter() -> None:
    groups = card("a/x", "B", Choice(right=("B",), wrong=("A", "AB", "0")))
    question = pose(groups, OptionPool(()), Answering.MIXED, 3)
    assert read_answer(question, "a") == ("A",)


@pytest.mark.parametrize("line", ["e", "z", "Portugall", "a z", "1"])
def test_what_names_no_option_is_no_answer(line: str) -> None:
    assert read_answer(QUESTIONS["choice"], line) is None


@pytest.mark.parametrize(("line", "holds"), [("t", True), ("YES", True), ("false", False), ("n", False)])
def test_a_statement_is_true_or_false(line: str, holds: bool) -> None:
    assert read_answer(QUESTIONS["statement"], line) == (str(holds),)


@pytest.mark.parametrize("line", ["42", "42 %", "about 42 percent", "forty-two"])
def test_a_number_is_kept_as_it_was_typed(line: str) -> None:
    assert read_answer(QUESTIONS["number"], line) == (line,)


@pytest.mark.parametrize(("note", "line"), [("number", "many"), ("number", "9" * 500), ("statement", "maybe")])
def test_words_in_a_number_field_and_maybes_are_no_answer(note: str, line: str) -> None:
    assert read_answer(QUESTIONS[note], line) is None


def test_items_stand_between_semicolons() -> None:
    assert read_answer(QUESTIONS["list"], "red; blue") == ("red", "blue")
    assert read_answer(QUESTIONS["ordered"], "red; blue") == ("red", "blue")


def test_an_ordered_list_can_be_arranged_by_letters_that_stand_apart() -> None:
    question = QUESTIONS["ordered"]
    order = letters(question, "red", "green", "blue")
    assert read_answer(question, " ".join(order)) == ("red", "green", "blue")
    assert read_answer(question, order) == (order,)


def test_instructions_say_what_to_type() -> None:
    assert {name: asks_for(question) for name, question in QUESTIONS.items()} == {
        "typed": "Type the answer.",
        "choice": "Type one letter, a to d.",
        "several": "Type the letters of all that are right, a to d.",
        "number": "Type a number, in %.",
        "list": "Type the items between semicolons, in any order.",
        "ordered": "Type the letters in the right order, a to c, or the items between semicolons.",
        "statement": "Type true or false.",
    }


@given(st.sampled_from(list(QUESTIONS.values())), st.text(max_size=40))
def test_any_line_is_read_or_refused_and_never_empty(question: Question, line: str) -> None:
    said = read_answer(question, line)
    assert said is None or (said and all(text.strip() for text in said))
    if said and question.way in ("choice", "statement"):
        assert set(said) <= set(question.options)


@pytest.mark.parametrize("line", ["", "   ", "\x1b\x07", "\u202e"])
def test_an_empty_line_is_no_answer(line: str) -> None:
    assert all(read_answer(question, line) is None for question in QUESTIONS.values())


def test_a_very_long_line_is_kept_or_refused() -> None:
    assert read_answer(QUESTIONS["typed"], "x" * 100_000) == ("x" * 100_000,)
    assert read_answer(QUESTIONS["choice"], "x" * 100_000) is None
