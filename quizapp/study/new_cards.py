"""Which new cards a day begins: first what an exam needs, then each deck in turn, within the limits. Pure.

Everything is drawn lazily, so that of a hundred thousand new cards only today's are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from quizapp.model import Card, Deck, DeckLimits
from quizapp.scheduling.exams import Exam
from quizapp.study.limits import new_rooms


def new_cards(
    decks: Sequence[Deck],
    unseen: Callable[[Deck], Iterator[Card]],
    *,
    taken: set[str],
    begun: Sequence[Card],
    limit: int,
    limits: Mapping[str, DeckLimits],
    exams: Iterable[Exam],
) -> tuple[list[Card], Iterator[Card]]:
    """Return the new cards to begin now, and whatever comes after them, the next one first.

    A day asks at most one card of a note. The cards that an exam needs today come whatever the limits say, and
    count towards them; what comes after knows no limits.

    Args:
        unseen: a deck's new cards in asking order, from the first every time it is called.
        taken: the notes that are asked today already; those of the cards drawn are added.
        begun: the new cards that were begun today.
        limit: how many more may be begun today over all.
        limits: those of single decks, by deck id.
        exams: those ahead.
    """
    new: list[Card] = []
    for exam in exams:
        examined = (card for deck in decks for card in unseen(deck) if exam.holds(card))
        needed = exam.new_per_day - sum(map(exam.holds, [*begun, *new]))
        new += islice(one_a_note(examined, taken), max(needed, 0))
    rooms = new_rooms(limits, [card.card_id for card in (*begun, *new)])
    piles = {deck.deck_id: one_a_note(unseen(deck), taken) for deck in decks}
    usual = _take_turns(islice(pile, rooms.get(deck_id)) for deck_id, pile in piles.items())
    new += islice(usual, max(limit - len(new), 0))
    return new, _take_turns(piles.values())


def one_a_note(cards: Iterable[Card], taken: set[str]) -> Iterator[Card]:
    """Yield the cards whose note is not asked yet today, and note that they are."""
    for card in cards:
        key = card.note_key
        if key not in taken:
            taken.add(key)
            yield card


def _take_turns(piles: Iterable[Iterator[Card]]) -> Iterator[Card]:
    """Yield one card of each pile in turn until all are empty."""
    waiting = list(piles)
    while waiting:
        still = []
        for pile in waiting:
            for card in pile:
                still.append(pile)
                yield card
                break
        waiting = still
