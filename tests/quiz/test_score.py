"""The result of a quiz."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import ANSWERS, RIGHT, WRONG, answered, plain_deck, quiz

from quizapp.answering.marking import answers_of
from quizapp.grading.verdict import Outcome
from quizapp.quiz.paper import build_paper
from quizapp.quiz.quiz import begin
from quizapp.quiz.score import DeckScore, result_of
from quizapp.quiz.settings import QuizSettings


def test_all_right_is_full_marks_and_nothing_missed() -> None:
    result = result_of(answered(quiz(), RIGHT).finish(), ANSWERS)
    assert (result.score, result.questions, result.share, result.answered) == (7, 7, 1.0, 7)
    assert result.missed == ()


def test_nothing_answered_is_no_marks_and_all_missed() -> None:
    result = result_of(quiz().finish(), ANSWERS)
    assert (result.score, result.share, result.answered) == (0, 0.0, 0)
    assert [marked.number for marked in result.missed] == [1, 2, 3, 4, 5, 6, 7]


def test_part_answers_add_up() -> None:
    said = {"every/several": ("Spain",), "every/list": ("red", "blue"), "every/typed": ("Helmut Kohl",)}
    result = result_of(answered(quiz(), said).finish(), ANSWERS)
    assert result.score == pytest.approx(1 / 2 + 2 / 3 + 1)


def test_the_worst_comes_first_in_what_was_missed() -> None:
    said = {**RIGHT, "every/list": ("red", "blue"), "every/several": ("Spain",), "every/typed": ("Nobody",)}
    missed = result_of(answered(quiz(), said).finish(), ANSWERS).missed
    assert [marked.question.card.note_id for marked in missed] == ["typed", "several", "list"]


def test_each_question_tells_what_was_answered_what_is_right_and_how_long_it_took() -> None:
    result = result_of(answered(quiz(), {"every/typed": ("Nobody",)}, spent_ms=2_500).finish(), ANSWERS)
    marked = next(one for one in result.marked if one.question.card.note_id == "typed")
    assert (marked.answer, marked.question.right_answer, marked.spent_ms) == ("Nobody", "Helmut Kohl", 2_500)
    assert (marked.verdict.outcome, marked.credit) == (Outcome.WRONG, 0.0)
    assert result.spent_ms == 2_500


def test_the_learner_has_the_last_word() -> None:
    over = answered(quiz(), WRONG).finish()
    assert result_of(over.overrule(0, 1.0), ANSWERS).score == 1
    assert result_of(over.overrule(0, 1.0).overrule(0, None), ANSWERS).score == 0


def test_the_score_is_told_by_deck() -> None:
    decks = [plain_deck("b", 6), plain_deck("a", 3)]
    state = begin(build_paper(decks, QuizSettings(questions=9)))
    while state.unanswered:
        said = state.question.card.answer if state.question.card.deck_id == "a" else "Nobody"
        state = state.answer((said,), spent_ms=0).skip(spent_ms=0)
    assert result_of(state, answers_of(decks)).by_deck == (DeckScore("a", 3, 3), DeckScore("b", 0, 6))


def test_a_quiz_of_minutes_in_which_nothing_counts_has_no_share() -> None:
    result = result_of(quiz(questions=None, minutes=1).finish(), ANSWERS)
    assert (result.score, result.questions, result.share) == (0, 0, None)


@given(
    st.dictionaries(st.sampled_from(list(RIGHT)), st.sampled_from(["right", "wrong", "unknown"])),
    st.dictionaries(st.integers(0, 6), st.floats(0, 1)),
)
def test_the_score_is_from_0_to_the_number_of_questions(how: dict[str, str], overruled: dict[int, float]) -> None:
    said = {key: {"right": RIGHT, "wrong": WRONG}.get(way, {}).get(key, ()) for key, way in how.items()}
    over = answered(quiz(), said).finish()
    for place, credit in overruled.items():
        if over.entries[place].said:
            over = over.overrule(place, credit)
    result = result_of(over, ANSWERS)
    assert 0 <= result.score <= result.questions == 7
    assert sum(deck.questions for deck in result.by_deck) == 7
    assert len(result.missed) + sum(marked.credit == 1 for marked in result.marked) == 7
