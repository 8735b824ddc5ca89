"""What a learner asks a quiz to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from quizapp.answering.manner import Answering
from quizapp.model import MINUTE_MS

DEFAULT_QUESTIONS = 20

QUESTIONS_A_MINUTE = 6
"""How long a paper is that only time ends: ten seconds a question, faster than anyone answers for long."""


class Feedback(StrEnum):
    """When the learner hears what was right."""

    AT_END = "at_end"
    AT_ONCE = "at_once"
    """After each answer, which can then not be changed any more."""


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """How long a quiz is, what it is about, and how it is taken.

    `questions` and `minutes` may both be given; then every question counts, answered in time or not. With
    `minutes` alone as many questions come as the time allows, and those that were not reached do not count.
    Empty `deck_ids` and `tags` mean all. The same `seed` gives the same paper again (see
    `quizapp.quiz.paper`).

    Raises:
        ValueError: neither questions nor minutes are given, or one is below 1, or answers would be flipped.
    """

    questions: int | None = DEFAULT_QUESTIONS
    minutes: int | None = None
    deck_ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    seed: int = 0
    feedback: Feedback = Feedback.AT_END
    answering: Answering = Answering.MIXED

    def __post_init__(self) -> None:
        given = [number for number in (self.questions, self.minutes) if number is not None]
        if not given or min(given) < 1:
            raise ValueError("a quiz needs at least one question or one minute")
        if self.answering is Answering.FLIPPED:
            raise ValueError("a quiz marks what was answered, so nothing can be flipped")

    @property
    def most_questions(self) -> int:
        """Return how many questions the paper has where the decks hold so many."""
        return self.questions or (self.minutes or 0) * QUESTIONS_A_MINUTE

    @property
    def limit_ms(self) -> int | None:
        """Return the time there is in all, None without limit."""
        return None if self.minutes is None else self.minutes * MINUTE_MS


def fresh_seed(at_ms: int) -> int:
    """Return a seed for a paper of its own, from an instant (epoch ms): six digits, easy to tell somebody."""
    return at_ms * 2_654_435_761 % 2**32 % 1_000_000


def settings_to_json(settings: QuizSettings) -> dict[str, Any]:
    """Return settings as values that JSON can hold."""
    return asdict(settings)


def settings_from_json(saved: Mapping[str, Any]) -> QuizSettings:
    """Return the settings that `settings_to_json` gave.

    Raises:
        KeyError, TypeError, ValueError: the values are not those of settings.
    """
    for name in ("questions", "minutes"):
        if saved[name] is not None and type(saved[name]) is not int:
            raise TypeError(f"{name} is no number")
    return QuizSettings(
        questions=saved["questions"],
        minutes=saved["minutes"],
        deck_ids=_texts(saved["deck_ids"]),
        tags=_texts(saved["tags"]),
        seed=int(saved["seed"]),
        feedback=Feedback(saved["feedback"]),
        answering=Answering(saved["answering"]),
    )


def _texts(saved: Any) -> tuple[str, ...]:
    if not (isinstance(saved, list | tuple) and all(isinstance(text, str) for text in saved)):
        raise TypeError("these are no texts")
    return tuple(saved)
