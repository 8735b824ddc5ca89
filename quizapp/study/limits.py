"""The limits of a day, and the orders in which it asks. Pure, and lazy where a deck may be long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from zlib import crc32

from quizapp.model import Card, Deck, DeckLimits, DueOrder, NewOrder, Schedule

Rank = Callable[[str, Schedule], tuple[float, int]]
"""The place of a due card among those of its deck, from its id and schedule; lower comes first."""


def room(limit: int | None, done: int) -> int | None:
    """Return what is left of a limit, None for no limit."""
    return None if limit is None else max(limit - done, 0)


def new_rooms(limits: Mapping[str, DeckLimits], begun: Iterable[str]) -> dict[str, int]:
    """Return how many new cards each deck with such a limit may still begin today.

    Args:
        begun: ids of the new cards begun today.
    """
    return _rooms({deck_id: limit.new_per_day for deck_id, limit in limits.items()}, begun)


def review_rooms(limits: Mapping[str, DeckLimits], reviewed: Iterable[str]) -> dict[str, int]:
    """Return how many reviews are left today of each deck with such a limit.

    Args:
        reviewed: ids of the cards reviewed today, one for each review.
    """
    return _rooms({deck_id: limit.reviews_per_day for deck_id, limit in limits.items()}, reviewed)


def within(cards: Iterable[Card], rooms: Mapping[str, int]) -> Iterator[Card]:
    """Yield the cards that their deck has room for, in their order; a deck that is not named has no limit."""
    left = dict(rooms)
    for card in cards:
        places = left.get(card.deck_id)
        if places is None:
            yield card
        elif places:
            left[card.deck_id] = places - 1
            yield card


def in_order(deck: Deck, order: NewOrder) -> Iterable[Card]:
    """Return the cards of a deck in the order in which new ones are asked; drawn as far as they are taken.

    A random order stays the same from day to day, so that whatever is left goes on where it stopped.
    """
    return deck.cards if order is NewOrder.DECK else _drawn(deck.cards, deck.deck_id)


def rank_by(order: DueOrder, today: int) -> Rank:
    """Return what places due cards; equals are shuffled, differently every day.

    Recall falls with the share of its stability that a card has been away, so that share stands for recall.
    """
    if order is DueOrder.DUE:
        return lambda card_id, schedule: (schedule.due_on or 0, shuffled(card_id, today))
    if order is DueOrder.RANDOM:
        return lambda card_id, _: (0, shuffled(card_id, today))
    return lambda card_id, schedule: (
        (schedule.last_review_on - today) / schedule.memory.stability_days,
        shuffled(card_id, today),
    )


def shuffled(card_id: str, day: int) -> int:
    """Return a number that orders cards differently every day, and the same on every machine."""
    return crc32(card_id.encode("utf-8", "surrogatepass"), day & 0xFFFFFFFF)


def _rooms(limits: Mapping[str, int | None], card_ids: Iterable[str]) -> dict[str, int]:
    left = {deck_id: limit for deck_id, limit in limits.items() if limit is not None}
    for card_id in card_ids:
        deck_id = card_id.partition("/")[0]
        if deck_id in left:
            left[deck_id] = max(left[deck_id] - 1, 0)
    return left


def _drawn(cards: Sequence[Card], seed: str) -> Iterator[Card]:
    """Yield all cards in an order in which every one is equally likely, fixed by the seed (Fisher and Yates).

    Only the places that differ from the file's are kept, so that the first of a long deck cost nothing.
    Python promises the same numbers for the same seed from `random()` alone.
    """
    number = Random(seed).random
    moved: dict[int, int] = {}
    for place in range(len(cards)):
        drawn = place + int(number() * (len(cards) - place))
        yield cards[moved.get(drawn, drawn)]
        moved[drawn] = moved.pop(place, place)
