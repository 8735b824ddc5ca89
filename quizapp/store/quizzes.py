"""Quizzes in the database: those handed in, which are events, and the one under way, which is not.

What a quiz is made of is imported where it is needed: it brings the graders along, which most sessions never use.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from quizapp.stats.quiz_scores import Asked, TakenQuiz
from quizapp.store.tables import QUIZ, QUIZ_UNDER_WAY

if TYPE_CHECKING:
    from quizapp.export.log_lines import LoggedQuiz
    from quizapp.quiz.history import PastAnswer, QuizRecord

_RECORDS = select(
    QUIZ.c.quiz_id,
    QUIZ.c.taken_at,
    QUIZ.c.utc_offset_minutes,
    QUIZ.c.study_day,
    QUIZ.c.settings,
    QUIZ.c.questions,
    QUIZ.c.score,
    QUIZ.c.duration_ms,
).order_by(QUIZ.c.quiz_id)
_TAKEN = select(QUIZ.c.study_day, QUIZ.c.duration_ms, QUIZ.c.answers).order_by(QUIZ.c.quiz_id)
_ANSWERS = select(QUIZ.c.answers).where(QUIZ.c.quiz_id == bindparam("quiz_id"))
_TAKEN_AT = select(QUIZ.c.taken_at).where(QUIZ.c.quiz_id == bindparam("quiz_id"))
_ADD = insert(QUIZ).on_conflict_do_nothing(index_elements=["quiz_id"])
_STORED = select(*tuple(QUIZ.c)[1:]).where(QUIZ.c.quiz_id == bindparam("quiz_id"))
_UNDER_WAY = select(QUIZ_UNDER_WAY.c.saved_at, QUIZ_UNDER_WAY.c.state)
_KEEP = insert(QUIZ_UNDER_WAY).prefix_with("OR REPLACE")
_DROP = delete(QUIZ_UNDER_WAY)


class UnderWay(NamedTuple):
    """A quiz that was not handed in yet: when it was last saved (epoch ms), and what `quizapp.quiz.save` gave."""

    saved_at: int
    state: dict[str, Any]


def records(connection: Connection) -> list[QuizRecord]:
    """Return all quizzes that were handed in, oldest first."""
    return [_record(row) for row in connection.execute(_RECORDS)]


def taken(connection: Connection) -> list[TakenQuiz]:
    """Return all quizzes that were handed in as figures are made from them, oldest first."""
    return [
        TakenQuiz(day, ms, tuple(Asked(one["card_id"], one["credit"], one["ms"]) for one in json.loads(text)))
        for day, ms, text in connection.execute(_TAKEN)
    ]


def answers(connection: Connection, quiz_id: str) -> tuple[PastAnswer, ...]:
    """Return the questions of a past quiz and what was answered, none where there is no such quiz."""
    from quizapp.quiz.history import answers_from_json

    text = connection.scalar(_ANSWERS, {"quiz_id": quiz_id})
    return answers_from_json(json.loads(text)) if text else ()


def taken_at(connection: Connection, quiz_id: str) -> int | None:
    """Return the instant at which a quiz was handed in, None where there is no such quiz."""
    return connection.scalar(_TAKEN_AT, {"quiz_id": quiz_id})


def add(connection: Connection, record: QuizRecord, given: Iterable[PastAnswer], device_key: int) -> None:
    """Add a quiz to the log; adding it again changes nothing."""
    from quizapp.quiz.history import answers_to_json
    from quizapp.quiz.settings import settings_to_json

    connection.execute(
        _ADD,
        {
            "quiz_id": record.quiz_id,
            "device_key": device_key,
            "taken_at": record.taken_at,
            "utc_offset_minutes": record.utc_offset_minutes,
            "study_day": record.study_day,
            "duration_ms": record.ms,
            "questions": record.questions,
            "score": record.score,
            "settings": _text(settings_to_json(record.settings)),
            "answers": _text(answers_to_json(given)),
        },
    )


def add_logged(connection: Connection, quiz: LoggedQuiz, device_key: int) -> bool:
    """Add a quiz from a log and tell that it is new; False when just this one is there already.

    Raises:
        ValueError: another quiz has this id, or what it holds could not be shown as a quiz.
    """
    _must_be_readable(quiz)
    values = {**quiz._asdict(), "device_key": device_key}
    del values["device_id"]
    values |= {"settings": _text(quiz.settings), "answers": _text(quiz.answers)}
    if connection.execute(_ADD, values).rowcount:
        return True
    stored = connection.execute(_STORED, {"quiz_id": quiz.quiz_id}).one()._asdict()
    if _meant(stored) != _meant(values):
        raise ValueError("another event has the id of this one")
    return False


def _must_be_readable(quiz: LoggedQuiz) -> None:
    from quizapp.quiz.history import answers_from_json
    from quizapp.quiz.settings import settings_from_json

    try:
        settings_from_json(quiz.settings)
        answers_from_json(quiz.answers)
    except (KeyError, TypeError, ValueError):
        raise ValueError("its settings or answers are those of no quiz") from None
    if quiz.score > quiz.questions:
        raise ValueError("its score is more than its questions")


def under_way(connection: Connection) -> UnderWay | None:
    """Return the quiz that was begun and not handed in, None when there is none."""
    row = connection.execute(_UNDER_WAY).one_or_none()
    return UnderWay(row[0], json.loads(row[1])) if row else None


def keep(connection: Connection, state: Mapping[str, Any], saved_at: int) -> None:
    """Keep a quiz under way in place of the one that was."""
    connection.execute(_KEEP, {"only": 1, "saved_at": saved_at, "state": _text(state)})


def drop(connection: Connection) -> None:
    """Forget the quiz under way."""
    connection.execute(_DROP)


def _record(row: Sequence[Any]) -> QuizRecord:
    from quizapp.quiz.history import QuizRecord
    from quizapp.quiz.settings import settings_from_json

    quiz_id, taken_at, offset, day, settings, questions, score, ms = row
    return QuizRecord(quiz_id, taken_at, offset, day, settings_from_json(json.loads(settings)), questions, score, ms)


def _meant(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with its JSON read: the order of keys in a text says nothing."""
    return {**values, "settings": json.loads(values["settings"]), "answers": json.loads(values["answers"])}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
