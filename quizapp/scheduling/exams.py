"""The exams a learner has set, as the log keeps them, and which of them a card is studied for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from quizapp.model import Card
from quizapp.scheduling.exam import LastPass


class Target(NamedTuple):
    """What is examined: the cards of a deck or, where `deck_id` is empty, those with a tag."""

    deck_id: str = ""
    tag: str = ""

    def holds(self, card: Card) -> bool:
        """Tell whether a card is examined."""
        return card.deck_id == self.deck_id if self.deck_id else self.tag in card.tags


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam on the cards of a deck or, where `deck_id` is empty, on those with a tag.

    `new_per_day` is how many of its new cards are to be begun a day so that all are begun before the last
    pass.
    """

    last_pass: LastPass
    deck_id: str = ""
    tag: str = ""
    new_per_day: int = 0

    @property
    def target(self) -> Target:
        return Target(self.deck_id, self.tag)

    def holds(self, card: Card) -> bool:
        """Tell whether a card is examined."""
        return self.target.holds(card)


def target_to_detail(target: Target) -> dict[str, object]:
    """Return the detail that calls an exam off: its deck or tag alone."""
    return {"deck": target.deck_id} if target.deck_id else {"tag": target.tag}


def exam_to_detail(exam: Exam) -> dict[str, object]:
    """Return an exam as the detail of an `exam` action: plain values that JSON can hold."""
    return {**target_to_detail(exam.target), **exam.last_pass._asdict(), "new_per_day": exam.new_per_day}


def exams_ahead(details: Iterable[Mapping[str, Any]], today: int) -> tuple[Exam, ...]:
    """Return the exams still ahead, the next one first.

    Args:
        details: those of the `exam` actions that hold, in order; a later one replaces that of the same
        target.
    """
    standing: dict[tuple[str, str], Exam | None] = {}
    for detail in details:
        deck_id, tag = str(detail.get("deck", "")), str(detail.get("tag", ""))
        standing[deck_id, tag] = _exam(deck_id, tag, detail) if "exam_on" in detail else None
    ahead = [exam for exam in standing.values() if exam and exam.last_pass.exam_on > today]
    return tuple(sorted(ahead, key=lambda exam: (exam.last_pass.exam_on, exam.deck_id, exam.tag)))


def next_exam(card: Card, exams: Iterable[Exam]) -> Exam | None:
    """Return the first of the exams that a card is in, None when it is in none."""
    return next((exam for exam in exams if exam.holds(card)), None)


def _exam(deck_id: str, tag: str, detail: Mapping[str, Any]) -> Exam:
    numbers = LastPass(detail["first_on"], detail["exam_on"], detail["per_day"])
    return Exam(numbers, deck_id, tag, detail.get("new_per_day", 0))
