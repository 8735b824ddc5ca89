"""Quiz scores: what each quiz that was handed in came to. Source: the quizzes in the log.

A question counts for one mark; a mark may be a part of it. Of a quiz only the questions on the cards that are meant
count, so the scores of a deck are those of its own questions, whatever else was asked beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import fsum
from typing import NamedTuple


class Asked(NamedTuple):
    """A question that counted: the card, the mark from 0 to 1, the time it took."""

    card_id: str
    mark: float
    ms: int


class TakenQuiz(NamedTuple):
    """A quiz that was handed in, the study day of that, the time spent on it, its questions."""

    study_day: int
    duration_ms: int
    asked: tuple[Asked, ...]


class QuizScore(NamedTuple):
    """What a quiz came to: `right` marks of so many questions, and the decks they are of, in order of the paper."""

    study_day: int
    right: float
    questions: int
    deck_ids: tuple[str, ...]
    duration_ms: int

    @property
    def share(self) -> float:
        """Return the share of the marks that was reached, 0 to 1."""
        return self.right / self.questions


def quiz_scores(
    quizzes: Iterable[TakenQuiz], is_meant: Callable[[str], bool] | None = None
) -> tuple[QuizScore, ...]:
    """Return the score of each quiz in their order, without those that have no question on a card that is meant.

    Args:
        is_meant: tells of a card's id whether its questions count; None for all.
    """
    return tuple(_score(quiz, asked) for quiz in quizzes if (asked := _meant(quiz, is_meant)))


def _meant(quiz: TakenQuiz, is_meant: Callable[[str], bool] | None) -> tuple[Asked, ...]:
    return quiz.asked if is_meant is None else tuple(asked for asked in quiz.asked if is_meant(asked.card_id))


def _score(quiz: TakenQuiz, asked: tuple[Asked, ...]) -> QuizScore:
    is_whole = len(asked) == len(quiz.asked)  # then also the time for questions that did not count is its own
    return QuizScore(
        study_day=quiz.study_day,
        right=fsum(one.mark for one in asked),
        questions=len(asked),
        deck_ids=tuple(dict.fromkeys(one.card_id.partition("/")[0] for one in asked)),
        duration_ms=quiz.duration_ms if is_whole else sum(one.ms for one in asked),
    )
