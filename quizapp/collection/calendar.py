"""How full the coming days are: what a new due day is planned around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizapp.model import Card, CardState, EasyDays
from quizapp.scheduling.exams import Exam, next_exam
from quizapp.scheduling.planned import Surroundings


class Calendar:
    """Cards due by study day, over all and for each exam ahead. Tell it of every card whose state changes."""

    def __init__(
        self,
        cards: Mapping[str, Card],
        states: Mapping[str, CardState],
        exams: Sequence[Exam],
        easy_days: EasyDays,
    ) -> None:
        self.due: Counter[int] = Counter()
        self._cards = cards
        self._easy_days = easy_days
        self._exam_due: dict[Exam, Counter[int]] = {exam: Counter() for exam in exams}
        for card_id, state in states.items():
            self._count(card_id, state, 1)

    def moved(self, card_id: str, before: CardState, after: CardState) -> None:
        """Take a card from the day it was due on to the day it is due on now."""
        self._count(card_id, before, -1)
        self._count(card_id, after, 1)

    def around(self, card: Card, state: CardState) -> Surroundings:
        """Return what an answer to a card is planned around."""
        exam = next_exam(card, self._exam_due)
        return Surroundings(
            due=_without(self.due, state),
            easy_days=self._easy_days,
            exam=exam.last_pass if exam else None,
            exam_due=_without(self._exam_due[exam], state) if exam else {},
        )

    def _count(self, card_id: str, state: CardState, number: int) -> None:
        due_on, card = _due_on(state), self._cards.get(card_id)
        if due_on is None or card is None:
            return
        self.due[due_on] += number
        exam = next_exam(card, self._exam_due)
        if exam:
            self._exam_due[exam][due_on] += number


def _without(due: Counter[int], state: CardState) -> Counter[int]:
    others = due.copy()
    due_on = _due_on(state)
    if due_on is not None:
        others[due_on] -= 1
    return others


def _due_on(state: CardState) -> int | None:
    return state.schedule.due_on if state.schedule and not state.suspended else None
