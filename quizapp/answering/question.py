"""From a card to a question: how it is answered, and among which options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from quizapp.answering.manner import Answering
from quizapp.answering.options import OptionPool
from quizapp.grading.distractors import LONGEST_OPTION
from quizapp.grading.keywords import is_sentence
from quizapp.grading.normal_form import normal_form
from quizapp.grading.shuffle import shuffle
from quizapp.model import Card, Choice, Listing, Number, Statement

TRUE, FALSE = "True", "False"


class Way(StrEnum):
    """How a question is answered."""

    TYPED = "typed"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Question:
    """A card as a quiz asks it.

    `options` stand in the order they are shown in: what to choose from, or the items of an ordered list to
    arrange. `right` is the right answer: one text, or each right option, or each item.
    """

    card: Card
    way: Way
    options: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def is_multiple(self) -> bool:
        """Tell whether several options have to be chosen."""
        return self.way is Way.CHOICE and len(self.right) > 1

    @property
    def is_recognition(self) -> bool:
        """Tell whether an answer is only to be recognised that studying asks to recall."""
        return self.way is Way.CHOICE and not isinstance(self.card.body, Choice)

    @property
    def right_answer(self) -> str:
        return "; ".join(self.right)


def pose(card: Card, pool: OptionPool, answering: Answering, seed: int) -> Question:
    """Return a card as a question, the same for the same seed.

    A card whose kind has its own way is answered in that way. Any other is typed or chosen, and so is a
    number where choosing is asked for; chosen only when the pool gives enough wrong options.
    """
    order = f"{seed}/{card.card_id}/options"
    match card.body:
        case Choice(right, wrong, last):
            movable = [option for option in dict.fromkeys((*right, *wrong)) if option != last]
            options = shuffle([*movable, last] if last else movable, order, pinned_last=bool(last))
            return Question(card, Way.CHOICE, options, right)
        case Statement(holds):
            return Question(card, Way.STATEMENT, (TRUE, FALSE), (TRUE if holds else FALSE,))
        case Listing(items, ordered):
            return Question(card, Way.LIST, _out_of_order(items, order) if ordered else (), items)
        case Number(value, unit):
            question = Question(card, Way.NUMBER, (), (f"{value} {unit}".strip(),))
            chosen = answering is Answering.CHOSEN
        case None:
            question = Question(card, Way.TYPED, (), (card.answer,))
            chosen = answering is Answering.CHOSEN or (
                answering is Answering.MIXED and is_sentence(normal_form(card.answer[:LONGEST_OPTION]))
            )
    return _with_options(question, pool, order) if chosen else question


def _out_of_order(items: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Return the items in any order but the right one, each of those equally likely."""
    orders = (shuffle(items, f"{seed}/{attempt}") for attempt in count())
    return next(order for order in orders if order != items)


def posed(card: Card, pool: OptionPool, answering: Answering, seed: int) -> Question | None:
    """Return the question that a card is studied by, None where it is flipped and the learner judges alone.

    Choices and statements are always chosen. Where choosing is asked for and the pool does not give enough options,
    a card is flipped rather than typed.
    """
    if answering is Answering.FLIPPED and not isinstance(card.body, Choice | Statement):
        return None
    question = pose(card, pool, answering, seed)
    return None if answering is Answering.CHOSEN and question.way in (Way.TYPED, Way.NUMBER) else question


def _with_options(question: Question, pool: OptionPool, seed: str) -> Question:
    """Return a question with options to choose from; as it is when the pool does not give enough."""
    (right,) = question.right
    wrong = pool.wrong_options(question.card, right, seed)
    if not wrong:
        return question
    return replace(question, way=Way.CHOICE, options=shuffle((right, *wrong), seed))
