"""Answers to questions of every kind, as the graders see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import ANSWERS, RIGHT, WRONG, card, deck, paper

from quizapp.answering.manner import Answering
from quizapp.answering.marking import answers_of, mark
from quizapp.answering.options import OptionPool
from quizapp.answering.question import Question, pose
from quizapp.grading.verdict import Outcome

QUESTIONS = {question.card.card_id: question for question in paper().questions}


@pytest.mark.parametrize("card_id", RIGHT)
def test_a_right_answer_has_full_credit(card_id: str) -> None:
    verdict = mark(QUESTIONS[card_id], RIGHT[card_id], ANSWERS)
    assert (verdict.outcome, verdict.credit) == (Outcome.RIGHT, 1.0)


@pytest.mark.parametrize("card_id", WRONG)
def test_a_wrong_answer_has_none(card_id: str) -> None:
    verdict = mark(QUESTIONS[card_id], WRONG[card_id], ANSWERS)
    assert (verdict.outcome, verdict.credit) == (Outcome.WRONG, 0.0)


@pytest.mark.parametrize("card_id", RIGHT)
@pytest.mark.parametrize("said", [None, (), ("",), ("  ",)])
def test_what_was_passed_over_has_none(card_id: str, said: tuple[str, ...] | None) -> None:
    verdict = mark(QUESTIONS[card_id], said, ANSWERS)
    assert (verdict.outcome, verdict.credit, verdict.sentence) == (Outcome.EMPTY, 0.0, "Not answered")


@pytest.mark.parametrize(
    ("card_id", "said", "credit"),
    [
        ("every/several", ("Spain",), 1 / 2),
        ("every/list", ("red", "blue"), 2 / 3),
        ("every/ordered", ("red", "blue", "green"), 2 / 3),
        ("every/number", ("42.7",), 1.0),
        ("every/typed", ("helmut  kohl",), 1.0),
        ("every/typed", ("Helmt Kohl",), 1.0),
        ("every/typed", ("Kohl",), 1.0),
    ],
)
def test_part_answers_have_part_of_the_mark_and_slips_cost_nothing(
    card_id: str, said: tuple[str, ...], credit: float
) -> None:
    assert mark(QUESTIONS[card_id], said, ANSWERS).credit == pytest.approx(credit)


def test_a_slip_into_the_answer_of_another_card_of_the_deck_is_wrong() -> None:
    cards = (card("a/x", "minority stake"), card("a/y", "majority stake"))
    question = pose(cards[0], OptionPool(()), Answering.TYPED, 1)
    assert mark(question, ("majority stake",), answers_of([deck("a", *cards)])).outcome is Outcome.WRONG


@given(st.sampled_from(list(QUESTIONS.values())), st.lists(st.text(max_size=30), max_size=4))
def test_any_text_gets_a_credit_from_0_to_1(question: Question, said: list[str]) -> None:
    if not set(said) <= set(question.options or said):
        said = list(question.options[: len(said)])
    assert 0 <= mark(question, tuple(said), ANSWERS).credit <= 1
