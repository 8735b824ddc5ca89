"""What a quiz is asked to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from quiz_builders import settings_of_quizzes

from quizapp.quiz.settings import QuizSettings, settings_from_json, settings_to_json


@pytest.mark.parametrize(("questions", "minutes"), [(None, None), (0, None), (None, 0), (5, 0), (-1, 5)])
def test_a_quiz_needs_questions_or_minutes(questions: int | None, minutes: int | None) -> None:
    with pytest.raises(ValueError, match="at least one question or one minute"):
        QuizSettings(questions=questions, minutes=minutes)


def test_questions_and_minutes_may_both_be_given() -> None:
    settings = QuizSettings(questions=5, minutes=2)
    assert (settings.most_questions, settings.limit_ms) == (5, 120_000)
    assert QuizSettings().limit_ms is None


@given(settings_of_quizzes)
def test_settings_survive_json(settings: QuizSettings) -> None:
    assert settings_from_json(json.loads(json.dumps(settings_to_json(settings)))) == settings
