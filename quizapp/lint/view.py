"""What rules look at: a note with its cards, its deck, and all decks that are checked together.

Everything derived is made when it is first asked for and then kept, so that forty rules share one pass over the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from quizapp.deckfile.cards import expand
from quizapp.deckfile.identity import KnownCard
from quizapp.deckfile.located import LocatedDeck, LocatedNote
from quizapp.model import Card, Note
from quizapp.text import fold

T = TypeVar("T")


class _Memo:
    """Keeps what builders made of an object, each once."""

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], Any] = {}

    def memo(self: Any, build: Callable[[Any], T]) -> T:
        """Return what `build` makes of this object; later calls with the same function return the same value.

        An index over a whole deck is asked for in this way by the check of every note.
        """
        if build not in self._made:
            self._made[build] = build(self)
        return cast(T, self._made[build])


class NoteView(_Memo):
    """A note as rules see it. `at` has its places in the file.

    `stands_for` is the note of the deck that a draft is to replace; otherwise the view itself.
    """

    def __init__(self, deck: DeckView, at: LocatedNote, stands_for: NoteView | None = None) -> None:
        super().__init__()
        self.deck = deck
        self.at = at
        self.note: Note = at.note
        self.stands_for: NoteView = stands_for or self

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return expand(self.deck.deck_id, (self.note,))

    @cached_property
    def folded_question(self) -> str:
        """Return the question as identity compares it; of a cloze the sentence with its braces."""
        return fold(self.note.question)

    def others(self, views: Iterable[NoteView]) -> Iterable[NoteView]:
        """Return the views but for this one and the one it stands for."""
        return (view for view in views if view is not self and view is not self.stands_for)


class DeckView(_Memo):
    """A deck as rules see it; `known` are its cards with progress, None where no database was asked."""

    def __init__(
        self, located: LocatedDeck, collection: CollectionView, known: Sequence[KnownCard] | None = None
    ) -> None:
        super().__init__()
        self.located = located
        self.collection = collection
        self.known = known
        self.deck_id = located.parsed.deck_id
        self.path = located.parsed.path
        self.notes: tuple[NoteView, ...] = tuple(NoteView(self, at) for at in located.notes)

    @property
    def text(self) -> str:
        return self.located.source.text


class CollectionView(_Memo):
    """All decks that are checked together."""

    def __init__(self) -> None:
        super().__init__()
        self.decks: list[DeckView] = []

    def add(self, located: LocatedDeck, known: Sequence[KnownCard] | None = None) -> DeckView:
        deck = DeckView(located, self, known)
        self.decks.append(deck)
        return deck

    @property
    def notes(self) -> Iterable[NoteView]:
        return (note for deck in self.decks for note in deck.notes)
