"""Past quizzes: what is kept of one, and what several tell together.

A record is an event like a review: made once, never changed. What was asked is kept by card id, so the
texts are those of the decks as they are now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import fsum
from typing import Any

from quizapp.answering.marking import Said
from quizapp.answering.question import Way
from quizapp.clock import Moment
from quizapp.quiz.score import QuizResult
from quizapp.quiz.settings import Feedback, QuizSettings

LONGEST_KEPT = 2_000
"""Characters kept of each text that was typed: no grader compares more."""

TREND_QUIZZES = 5
"""Quizzes whose mean is set against that of as many before."""


@dataclass(frozen=True, slots=True)
class QuizRecord:
    """One quiz, as the log keeps it.

    `settings` say what it was about and, with their seed, which paper it was. `questions` are those that
    counted, at least one, `score` is from 0 to `questions`, `ms` the time spent.
    """

    quiz_id: str
    taken_at: int
    utc_offset_minutes: int
    study_day: int
    settings: QuizSettings
    questions: int
    score: float
    ms: int

    @property
    def share(self) -> float:
        return self.score / self.questions


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One question of a past quiz. `said` is None when it was passed over."""

    card_id: str
    way: Way
    said: Said | None
    credit: float
    ms: int


@dataclass(frozen=True, slots=True)
class QuizHistory:
    """What several quizzes tell together.

    `share` weighs every question alike. `change` is the mean share of the latest quizzes less that of as
    many before, None while there are not as many before.
    """

    quizzes: int
    questions: int
    ms: int
    share: float
    best: QuizRecord
    latest: QuizRecord
    change: float | None


def record_of(result: QuizResult, *, quiz_id: str, moment: Moment, study_day: int) -> QuizRecord:
    """Return what is kept of a quiz, taken at that moment.

    Raises:
        ValueError: no question counts, so there is nothing to keep.
    """
    if not result.questions:
        raise ValueError("a quiz in which no question counts leaves no record")
    return QuizRecord(
        quiz_id=quiz_id,
        taken_at=moment.at_ms,
        utc_offset_minutes=moment.utc_offset_minutes,
        study_day=study_day,
        settings=result.settings,
        questions=result.questions,
        score=result.score,
        ms=result.spent_ms,
    )


def past_answers(result: QuizResult) -> tuple[PastAnswer, ...]:
    """Return what is kept of each question."""
    return tuple(
        PastAnswer(
            card_id=marked.question.card.card_id,
            way=marked.question.way,
            said=_kept(marked.said),
            credit=marked.credit,
            ms=marked.spent_ms,
        )
        for marked in result.marked
    )


def answers_to_json(answers: Iterable[PastAnswer]) -> list[dict[str, Any]]:
    """Return answers as values that JSON can hold."""
    return [asdict(answer) for answer in answers]


def answers_from_json(saved: Sequence[Mapping[str, Any]]) -> tuple[PastAnswer, ...]:
    """Return the answers that `answers_to_json` gave.

    Raises:
        KeyError, TypeError, ValueError: the values are not those of answers.
    """
    for answer in saved:
        said, numbers = answer["said"], (answer["credit"], answer["ms"])
        texts = (answer["card_id"], *([] if said is None else said))
        if not all(isinstance(text, str) for text in texts) or isinstance(said, str):
            raise TypeError("what was asked or said is no text")
        if not all(type(number) in (int, float) and 0 <= number < 2**53 for number in numbers):
            raise ValueError("credit or time is no number")
    return tuple(
        PastAnswer(
            card_id=answer["card_id"],
            way=Way(answer["way"]),
            said=None if answer["said"] is None else tuple(answer["said"]),
            credit=answer["credit"],
            ms=answer["ms"],
        )
        for answer in saved
    )


def summarise(records: Sequence[QuizRecord]) -> QuizHistory | None:
    """Return what past quizzes tell together, None when there are none.

    Of several best ones the latest is named.

    Args:
        records: oldest first.
    """
    if not records:
        return None
    return QuizHistory(
        quizzes=len(records),
        questions=sum(record.questions for record in records),
        ms=sum(record.ms for record in records),
        share=fsum(record.score for record in records) / sum(record.questions for record in records),
        best=max(reversed(records), key=lambda record: record.share),
        latest=records[-1],
        change=_change([record.share for record in records]),
    )


def same_paper(records: Iterable[QuizRecord], settings: QuizSettings) -> list[QuizRecord]:
    """Return the quizzes that asked for the same paper: a mended or longer deck may have changed it since."""
    wanted = replace(settings, feedback=Feedback.AT_END)
    return [record for record in records if replace(record.settings, feedback=Feedback.AT_END) == wanted]


def _change(shares: Sequence[float]) -> float | None:
    before, latest = shares[-2 * TREND_QUIZZES : -TREND_QUIZZES], shares[-TREND_QUIZZES:]
    if len(before) < TREND_QUIZZES:
        return None
    return (fsum(latest) - fsum(before)) / TREND_QUIZZES


def _kept(said: Said | None) -> Said | None:
    return None if said is None else tuple(text[:LONGEST_KEPT] for text in said)
