"""A past quiz as a result again, as far as its cards are still there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from quizapp.answering.manner import Answering
from quizapp.answering.options import OptionPool
from quizapp.answering.question import Question, pose
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.model import Card, Kind
from quizapp.quiz.history import PastAnswer, QuizRecord
from quizapp.quiz.score import Marked, QuizResult

_NO_OPTIONS = OptionPool(())
_OUTCOMES = {0.0: Outcome.WRONG, 1.0: Outcome.RIGHT}


def past_result(record: QuizRecord, answers: Iterable[PastAnswer], cards: Mapping[str, Card]) -> QuizResult:
    """Return the result of a quiz as it was marked then, with the texts of its cards as they are now.

    A card that no deck has any more is named by its id. Questions are numbered among those that counted.
    """
    marked = map(partial(_marked, cards), enumerate(answers, start=1))
    return QuizResult(record.settings, tuple(marked), record.ms)


def _marked(cards: Mapping[str, Card], numbered: tuple[int, PastAnswer]) -> Marked:
    number, answer = numbered
    question = _question(answer, cards.get(answer.card_id))
    said = answer.said
    outcome = Outcome.EMPTY if not said else _OUTCOMES.get(answer.credit, Outcome.PARTLY)
    return Marked(number, question, said, Verdict(outcome, answer.credit, ""), answer.credit, answer.ms)


def _question(answer: PastAnswer, card: Card | None) -> Question:
    if card is None:
        deck_id, _, note_id = answer.card_id.partition("/")
        gone = Card(answer.card_id, note_id, deck_id, Kind.QUESTION, 0, f"The card {answer.card_id}, which is gone", "")
        return Question(gone, answer.way, (), ("not known any more",))
    posed = pose(card, _NO_OPTIONS, Answering.TYPED, 0)
    return Question(card, answer.way, (), posed.right)
