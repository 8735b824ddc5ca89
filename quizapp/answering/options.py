"""Wrong options for questions that have none of their own, out of the other answers of a deck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from quizapp.grading.distractors import LONGEST_OPTION, distractors
from quizapp.grading.shuffle import draw
from quizapp.model import Card, Deck, Number

WRONG_OPTIONS = 3
FEWEST_WRONG_OPTIONS = 2
"""With fewer, choosing is guessing."""

POOL = 60
"""Most cards of a deck whose answers options are made from: more take longer and do not look better."""

_Sort = tuple[object, ...]


class OptionPool:
    """Answers of a deck by the sort of their cards: kind, direction, number of gaps.

    An answer beside those of another sort would be told by its form alone.
    """

    def __init__(self, cards: Iterable[Card]) -> None:
        self._answers: dict[_Sort, list[tuple[str, str]]] = defaultdict(list)
        for card in cards:
            self._answers[_sort(card)].append((card.answer, card.answer.casefold()))

    def wrong_options(self, card: Card, right: str, seed: str) -> tuple[str, ...]:
        """Return up to `WRONG_OPTIONS` plausible options, fixed by the seed; none when there are too few.

        What the prompt itself names is left out, since nobody would choose it.
        """
        if len(right) > LONGEST_OPTION:
            return ()
        prompt = card.prompt.casefold()
        same = self._figures(right) if isinstance(card.body, Number) else self._of_sort(card)
        unnamed = [answer for answer, folded in same if folded not in prompt]
        wrong = distractors(right, unnamed, seed, WRONG_OPTIONS, card.accept)
        return wrong if len(wrong) >= FEWEST_WRONG_OPTIONS else ()

    def _figures(self, right: str) -> Iterator[tuple[str, str]]:
        """Yield answers of any sort that are written like a number: a sign before it would tell one from the others."""
        sign = right[:1].isnumeric()
        answers = chain.from_iterable(self._answers.values())
        return (answer for answer in answers if answer[0][:1].isnumeric() == sign)

    def _of_sort(self, card: Card) -> list[tuple[str, str]]:
        return self._answers.get(_sort(card), [])


def pool_of(deck: Deck, seed: int) -> OptionPool:
    """Return answers from all over a deck to make options from."""
    size = len(deck.cards)
    turn, taken = draw(size, f"{seed}/{deck.deck_id}/pool"), min(size, POOL)
    return OptionPool(deck.cards[(turn + number * size // taken) % size] for number in range(taken))


def _sort(card: Card) -> _Sort:
    return card.kind, type(card.body), card.card_id.endswith("#reverse"), len(card.gaps)
