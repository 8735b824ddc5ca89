"""A quiz as plain JSON values and back, so that a crash loses nothing.

The whole paper is in it, cards and all: what was handed out stays what it was, also when a deck is edited
meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quizapp.answering.question import Question, Way
from quizapp.model import Body, Card, Choice, Kind, Listing, Number, Statement
from quizapp.quiz.paper import Paper
from quizapp.quiz.quiz import Entry, Quiz
from quizapp.quiz.settings import settings_from_json, settings_to_json

FORMAT = 1

Json = dict[str, Any]

_BODIES: Mapping[str, type[Body]] = {body.__name__: body for body in (Choice, Number, Listing, Statement)}


def save(quiz: Quiz) -> Json:
    """Return a quiz as values that JSON can hold; `restore` takes them back."""
    return {
        "format": FORMAT,
        "settings": settings_to_json(quiz.paper.settings),
        "questions": [_question_to_json(question) for question in quiz.paper.questions],
        "entries": [asdict(entry) for entry in quiz.entries],
        "at": quiz.at,
        "reached": quiz.reached,
        "is_over": quiz.is_over,
    }


def restore(saved: Mapping[str, Any]) -> Quiz:
    """Return the quiz that was saved: `restore(save(quiz)) == quiz`, also by way of JSON.

    Raises:
        ValueError: the values are not those of a quiz, or of one that a later version saved.
    """
    try:
        if saved["format"] != FORMAT:
            raise ValueError(f"a quiz saved in format {saved['format']}, not {FORMAT}")
        questions = tuple(_question_from_json(question) for question in saved["questions"])
        entries = tuple(Entry(**_tupled(entry)) for entry in saved["entries"])
        quiz = Quiz(
            Paper(settings_from_json(saved["settings"]), questions),
            entries,
            at=int(saved["at"]),
            reached=int(saved["reached"]),
            is_over=bool(saved["is_over"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a saved quiz: {error!r}") from error
    if len(entries) != len(questions) or not 0 <= quiz.at < quiz.reached <= len(questions):
        raise ValueError("not a saved quiz: its entries do not fit its questions")
    return quiz


def _question_to_json(question: Question) -> Json:
    return {
        "card": {**question.card._asdict(), "body": _body_to_json(question.card.body)},
        "way": question.way,
        "options": question.options,
        "right": question.right,
    }


def _question_from_json(saved: Json) -> Question:
    values = _tupled(saved)
    return Question(_card_from_json(saved["card"]), Way(values["way"]), values["options"], values["right"])


def _card_from_json(saved: Json) -> Card:
    values = _tupled(saved)
    values["kind"] = Kind(values["kind"])
    values["gaps"] = tuple((start, end) for start, end in values["gaps"])
    values["body"] = _body_from_json(saved["body"]) if saved["body"] else None
    return Card(**values)


def _body_to_json(body: Body | None) -> Json | None:
    return None if body is None else {"type": type(body).__name__, **body._asdict()}


def _body_from_json(saved: Json) -> Body:
    values = _tupled(saved)
    return _BODIES[values.pop("type")](**values)


def _tupled(values: Json) -> Json:
    """Return values as they were before JSON made lists of their tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
