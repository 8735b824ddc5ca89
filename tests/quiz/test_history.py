"""Past quizzes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import ANSWERS, RIGHT, answered, quiz

from quizapp.answering.question import Way
from quizapp.clock import Moment
from quizapp.quiz.history import (
    PastAnswer,
    QuizRecord,
    answers_from_json,
    answers_to_json,
    past_answers,
    record_of,
    same_paper,
    summarise,
)
from quizapp.quiz.score import result_of
from quizapp.quiz.settings import Feedback, QuizSettings

NOW = Moment(1_795_000_000_000, 60)


def record(number: int, score: float, questions: int = 10, **settings: object) -> QuizRecord:
    return QuizRecord(
        quiz_id=f"{number:020}",
        taken_at=number,
        utc_offset_minutes=0,
        study_day=number,
        settings=QuizSettings(**settings),  # type: ignore[arg-type]
        questions=questions,
        score=score,
        ms=60_000,
    )


def test_a_record_keeps_when_what_and_how_well() -> None:
    result = result_of(answered(quiz(seed=8), RIGHT).finish(), ANSWERS)
    kept = record_of(result, quiz_id="id", moment=NOW, study_day=20_775)
    assert kept == QuizRecord("id", NOW.at_ms, 60, 20_775, QuizSettings(questions=7, seed=8), 7, 7.0, 7_000)
    assert kept.share == 1.0


def test_a_quiz_in_which_nothing_counts_leaves_no_record() -> None:
    result = result_of(quiz(questions=None, minutes=1).finish(), ANSWERS)
    with pytest.raises(ValueError, match="leaves no record"):
        record_of(result, quiz_id="id", moment=NOW, study_day=1)


def test_the_answers_of_a_quiz_are_kept_by_card() -> None:
    result = result_of(answered(quiz(), {"every/typed": ("x" * 5_000,)}).finish(), ANSWERS)
    kept = {answer.card_id: answer for answer in past_answers(result)}
    assert len(kept) == 7
    assert kept["every/list"] == PastAnswer("every/list", Way.LIST, None, 0.0, 0)
    assert kept["every/typed"] == PastAnswer("every/typed", Way.TYPED, ("x" * 2_000,), 0.0, 1_000)


@given(
    st.lists(
        st.builds(
            PastAnswer,
            st.text(max_size=5),
            st.sampled_from(Way),
            st.none() | st.lists(st.text(max_size=5), max_size=3).map(tuple),
            st.floats(0, 1),
            st.integers(0, 10**7),
        ),
        max_size=5,
    )
)
def test_answers_survive_json(answers: list[PastAnswer]) -> None:
    assert answers_from_json(json.loads(json.dumps(answers_to_json(answers)))) == tuple(answers)


def test_no_quiz_has_no_history() -> None:
    assert summarise([]) is None


def test_a_history_weighs_every_question_alike_and_names_the_latest_best() -> None:
    records = [record(1, 10), record(2, 5, questions=40), record(3, 10), record(4, 3)]
    told = summarise(records)
    assert told is not None
    assert (told.quizzes, told.questions, told.ms) == (4, 70, 240_000)
    assert told.share == pytest.approx(28 / 70)
    assert (told.best, told.latest, told.change) == (records[2], records[3], None)


def test_the_change_sets_the_latest_five_against_the_five_before() -> None:
    scores = [9, 2, 2, 2, 2, 2, 7, 7, 7, 7, 7]
    told = summarise([record(number, score) for number, score in enumerate(scores)])
    assert told is not None
    assert told.change == pytest.approx(0.5)


def test_attempts_at_the_same_paper_are_told_from_others_whenever_feedback_came() -> None:
    same = [record(1, 5, seed=3), record(2, 6, seed=3, feedback=Feedback.AT_ONCE)]
    others = [record(3, 5, seed=4), record(4, 5, seed=3, tags=("a",)), record(5, 5, seed=3, minutes=1)]
    assert same_paper([*same, *others], QuizSettings(seed=3)) == same


@given(st.lists(st.tuples(st.integers(1, 20), st.floats(0, 1)), min_size=1, max_size=30))
def test_a_history_stays_within_its_bounds(quizzes: list[tuple[int, float]]) -> None:
    told = summarise([record(i, share * size, size) for i, (size, share) in enumerate(quizzes)])
    assert told is not None
    assert 0 <= told.share <= 1
    assert told.change is None or -1 <= told.change <= 1
    assert told.best.share == max(share * size / size for size, share in quizzes)
