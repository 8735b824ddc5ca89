"""Scores of quizzes, of all their questions and of those that are meant."""

from __future__ import annotations

import pytest

from quizapp.stats.quiz_scores import Asked, TakenQuiz, quiz_scores

QUIZZES = (
    TakenQuiz(20_000, 60_000, (Asked("alps/eiger", 1, 9_000), Asked("rivers/nile", 0.5, 4_000))),
    TakenQuiz(20_001, 30_000, (Asked("rivers/po", 0, 2_000),)),
)


def test_every_question_counts_for_one_mark() -> None:
    first, second = quiz_scores(QUIZZES)
    assert first == (20_000, 1.5, 2, ("alps", "rivers"), 60_000)
    assert first.share == pytest.approx(0.75)
    assert (second.right, second.questions, second.share) == (0, 1, 0)


def test_only_questions_that_are_meant_count_with_their_own_time() -> None:
    assert quiz_scores(QUIZZES, lambda card_id: card_id.startswith("alps/")) == (
        (20_000, 1, 1, ("alps",), 9_000),
    )
    assert quiz_scores((), None) == quiz_scores(QUIZZES, lambda _: False) == ()
