"""Posing the cards of some decks and marking what is said, with what has to be known of each deck."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.answering.manner import Answering
from quizapp.answering.marking import MOST_RIVALS, Said, mark, read_ahead
from quizapp.answering.options import pool_of
from quizapp.answering.question import Question, posed
from quizapp.grading.rivals import Rivals
from quizapp.grading.verdict import Verdict
from quizapp.model import Card, Deck


class Examiner:
    """Poses cards and marks answers; `deck_of` gives a deck by its id."""

    def __init__(self, deck_of: Callable[[str], Deck]) -> None:
        self._deck_of = deck_of
        self._rivals: dict[tuple[str, int], Rivals] = {}

    def pose(self, card: Card, answering: Answering, reviews: int) -> Question | None:
        """Return the question that a card is studied by, None where it is flipped; see `posed`.

        Args:
            reviews: how often it was reviewed; options have another order at each review, and the same one when a
                review is taken back and done again.
        """
        question = posed(card, pool_of(self._deck_of(card.deck_id), reviews), answering, reviews)
        if question is not None:
            read_ahead(question)
        return question

    def mark(self, question: Question, said: Said) -> Verdict:
        """Return the verdict on an answer; an empty one is *I don’t know*."""
        card = question.card
        place = card.position // MOST_RIVALS
        if (card.deck_id, place) not in self._rivals:
            around = self._deck_of(card.deck_id).cards[place * MOST_RIVALS : (place + 1) * MOST_RIVALS]
            self._rivals[card.deck_id, place] = Rivals(other.answer for other in around)
        return mark(question, said, {card.deck_id: self._rivals[card.deck_id, place]})
