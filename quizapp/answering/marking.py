"""Marking: an answer to a question, as the graders see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from quizapp.answering.question import TRUE, Question, Way
from quizapp.grading.choice import grade_choice
from quizapp.grading.listing import grade_list
from quizapp.grading.number import grade_number
from quizapp.grading.rivals import Rivals
from quizapp.grading.statement import grade_statement
from quizapp.grading.typed import grade_typed, prepare
from quizapp.grading.verdict import Verdict, empty
from quizapp.model import Card, Deck, Listing, Number, Rating

Said: TypeAlias = tuple[str, ...]
"""What a learner answered: a text, or the options chosen, or the entries of a list; empty: *I don't know*."""

Answers: TypeAlias = Mapping[str, Rivals]
"""The answers of each deck, by its id: a slip must not turn one into another."""

NO_RIVALS = Rivals(())

MOST_RIVALS = 5_000
"""Answers of one deck that a slip is held against: a tenth of a second at their first use."""


def answers_of(decks: Iterable[Deck]) -> Answers:
    """Return what `mark` needs to know of the decks; keep it, since its first use on a deck takes longer."""
    return {deck.deck_id: Rivals(card.answer for card in _some(deck.cards)) for deck in decks}


def _some(cards: Sequence[Card]) -> Sequence[Card]:
    """Return at most `MOST_RIVALS` cards from all over a deck."""
    return cards[:: len(cards) // MOST_RIVALS + 1]


def mark(question: Question, said: Said | None, answers: Answers) -> Verdict:
    """Return the verdict on an answer; None, for a question that was passed over, has no credit either.

    Raises:
        ValueError: something was chosen that is not among the options.
    """
    if not said or not any(text.strip() for text in said):
        return empty("Not answered")
    card = question.card
    match question.way, card.body:
        case Way.CHOICE, _:
            return grade_choice(said, question.right, question.options)
        case Way.STATEMENT, _:
            return grade_statement(said[0] == TRUE, question.right[0] == TRUE)
        case Way.NUMBER, Number(value, unit, within):
            return grade_number(said[0], value, unit=unit, within=within)
        case Way.LIST, Listing(items, ordered):
            return grade_list(said, items, ordered=ordered)
        case _:
            return grade_typed(said[0], card.answer, card.accept, answers.get(card.deck_id, NO_RIVALS))


def read_ahead(question: Question) -> None:
    """Read what a question accepts while the learner reads the question, so that `mark` has only to compare."""
    if question.way is Way.TYPED:
        prepare(question.card.answer, question.card.accept)


def proposed(question: Question, verdict: Verdict) -> Rating:
    """Return the rating to propose for an answer.

    Recognising among made-up options what is to be recalled is Hard at best.
    """
    rating = verdict.suggested
    return min(rating, Rating.HARD) if question.is_recognition else rating
