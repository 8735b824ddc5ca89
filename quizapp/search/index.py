"""Every card's text, folded once, so that a search only compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from quizapp.model import Card, Deck
from quizapp.search.folding import folded, folded_letters

Key = TypeVar("Key")

CHUNK = 2_000
"""How many cards are folded between two chances to stop: some ten milliseconds."""


def searched_text(card: Card) -> str:
    """Return what words are looked for in, folded, a field a line; never empty."""
    fields = (card.prompt, card.answer, card.explain, card.hint, *card.tags, card.card_id)
    text = folded_letters("\n".join(fields))
    if text.count("\n") < len(fields) and "  " not in text and "\t" not in text:
        return text
    return "\n".join(map(folded, fields))


class SearchIndex:
    """The cards of the decks in their order, then the orphans: a card's place in `cards` is its row.

    To make one costs next to nothing. Orphans are looked for when `cards` is first asked for, and a text is folded when
    it is first looked at; `warm` does both beforehand, and may run in another thread while searches go on.

    `headings` are the first row of each deck with its title, and that of the orphans with no title.

    Args:
        orphans: what is left of cards that have progress and no deck any more; gone through once, at first need.
    """

    def __init__(self, decks: Iterable[Deck], orphans: Iterable[Card] = ()) -> None:
        decks = tuple(decks)
        self._in_decks: list[Card] = [card for deck in decks for card in deck.cards]
        self._orphans = orphans
        self.first_orphan = len(self._in_decks)
        self.headings = [*_first_rows(decks), (self.first_orphan, "")]
        self._titles = {deck.deck_id: deck.title for deck in decks}
        self._folded = 0

    @cached_property
    def cards(self) -> list[Card]:
        return [*self._in_decks, *self._orphans]

    @cached_property
    def card_ids(self) -> list[str]:
        return [card.card_id for card in self.cards]

    @cached_property
    def _texts(self) -> list[str]:
        return [""] * len(self.cards)

    def card(self, row: int) -> Card:
        """Return the card of a row, without looking for orphans to find it."""
        return self._in_decks[row] if row < self.first_orphan else self.cards[row]

    def warm(self) -> Iterator[int]:
        """Fold every text, yielding now and then how many are done, so that the caller may stop."""
        while self._folded < len(self.cards):
            until = min(self._folded + CHUNK, len(self.cards))
            self._fold(range(self._folded, until))
            self._folded = until
            yield until

    def texts(self, rows: Sequence[int]) -> Sequence[str]:
        """Return the column of texts, in which those of these rows are folded."""
        if self._folded < len(self.cards):
            self._fold(rows)
        return self._texts

    def decks_called(self, name: str) -> frozenset[str]:
        """Return the ids of the decks that `expression.Called` means by a name."""
        return _called(name, self._deck_names)

    def tags_called(self, name: str) -> frozenset[str]:
        return _called(name, self._tag_names)

    def notes_called(self, name: str) -> frozenset[int]:
        """Return the rows of the notes that are meant by a name."""
        cards, rows = self.cards, self._mentioning(name)
        return _called(name, [(row, full) for row in rows for full in (cards[row].note_id, cards[row].note_key)])

    def cards_called(self, name: str) -> frozenset[int]:
        """Return the rows of the cards that are meant by a name."""
        return _called(name, [(row, self.card_ids[row]) for row in self._mentioning(name)])

    def _fold(self, rows: Sequence[int]) -> None:
        cards, texts = self.cards, self._texts
        for row in rows:
            if not texts[row]:
                texts[row] = searched_text(cards[row])

    def _mentioning(self, name: str) -> list[int]:
        """Return the rows that may be called this: an id is part of the text."""
        rows = range(len(self.cards))
        texts = self.texts(rows)
        return [row for row in rows if name in texts[row]]

    @cached_property
    def _deck_names(self) -> list[tuple[str, str]]:
        deck_ids = {card.deck_id for card in self.cards} | self._titles.keys()
        return [(deck_id, n) for deck_id in deck_ids for n in (deck_id, self._titles.get(deck_id, ""))]

    @cached_property
    def _tag_names(self) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in {tag for tags in {card.tags for card in self.cards} for tag in tags}]


def _first_rows(decks: Iterable[Deck]) -> Iterator[tuple[int, str]]:
    row = 0
    for deck in decks:
        yield row, deck.title
        row += len(deck.cards)


def _called(name: str, names: Iterable[tuple[Key, str]]) -> frozenset[Key]:
    """Return the keys that are called exactly this, or where none is, those of which a name contains it."""
    known = [(key, folded(full)) for key, full in names]
    exact = frozenset(key for key, full in known if full == name)
    return exact or frozenset(key for key, full in known if name in full)
