"""Which decks, tags and days figures and tables are about."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.model import Card


class Selection(NamedTuple):
    """Which answers and cards are meant; empty and None mean all. The days count for answers only.

    A deck holds also answers on cards that are gone from it; a tag only those on cards that have it now.
    """

    deck_ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    first_day: int | None = None
    last_day: int | None = None

    def holds(self, card: Card) -> bool:
        """Tell whether a card of a deck is meant."""
        return (not self.deck_ids or card.deck_id in self.deck_ids) and (
            not self.tags or not set(self.tags).isdisjoint(card.tags)
        )


EVERYTHING = Selection()
