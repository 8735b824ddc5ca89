"""Quiz answers as reviews, for a learner who wants them to count toward the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizapp.answering.marking import proposed
from quizapp.model import Rating
from quizapp.quiz.score import Marked, QuizResult


class QuizReview(NamedTuple):
    """A review to be recorded: what `Journal.review` asks for, with the card by its id."""

    card_id: str
    rating: Rating
    answer: str
    duration_ms: int


def reviews_of(result: QuizResult) -> list[QuizReview]:
    """Return a review for each question that was answered, in the order of the paper.

    A question passed over says nothing about memory; *I don't know* is Again. The rating is the one the
    grader suggests. Recognising among made-up options what studying asks to recall is Hard at best. Where
    the learner overruled the grader, full credit is Good, three quarters Hard, and less is Again.
    """
    return list(_reviews(result))


def _reviews(result: QuizResult) -> Iterator[QuizReview]:
    for marked in result.marked:
        if marked.said is not None:
            yield QuizReview(marked.question.card.card_id, _rating(marked), marked.answer, marked.spent_ms)


def _rating(marked: Marked) -> Rating:
    rating = proposed(marked.question, marked.verdict)
    if marked.credit != marked.verdict.credit:
        rating = Rating.GOOD if marked.credit == 1 else Rating.HARD if marked.credit >= 0.75 else Rating.AGAIN
    return min(rating, Rating.HARD) if marked.question.is_recognition else rating
