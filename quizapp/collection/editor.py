"""Editing notes of an opened collection: in their files, with their progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.deckfile.cards import expand
from quizapp.deckfile.continuing import continued
from quizapp.deckfile.editing import change_note, delete_note, insert_notes
from quizapp.deckfile.located import LocatedNote
from quizapp.deckfile.written import NoteFields, fields_of
from quizapp.errors import DeckChanged, UnknownCard
from quizapp.model import Note
from quizapp.store.collector import collector_paused
from quizapp.store.deckdesk import OpenDeck, open_deck, said_of_copy

if TYPE_CHECKING:
    from quizapp.collection.opened import Collection


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A note in its deck's file, as it was when it was opened."""

    open_deck: OpenDeck
    index: int

    @property
    def located(self) -> LocatedNote:
        return self.open_deck.deck.notes[self.index]

    @property
    def note(self) -> Note:
        return self.located.note

    @property
    def fields(self) -> dict[str, str | tuple[str, ...]]:
        """Return what the file says of the note."""
        return fields_of(self.located)

    @property
    def deck_id(self) -> str:
        return self.open_deck.deck.parsed.deck_id


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit came to: the file it is in, the note's cards, and what to tell the learner.

    `continued` has the ids of the cards by those that they continue, also where both are the same. `lost` are the cards
    with progress that nothing continues; it is kept as that of orphans. `copied_to` is the copy that a shipped deck's
    edit went into, None for any other.
    """

    path: Path
    card_ids: tuple[str, ...] = ()
    continued: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    copied_to: Path | None = None
    notices: tuple[str, ...] = ()


class Editor:
    """Writes notes into deck files and lets the collection follow; every other byte of a file stays as it is.

    Each method that writes raises:
        NoteRefused: the reader would not take the note; `problems` say why.
        DeckChanged: the file changed since the note was opened; nothing is written.
        DeckNotWritten, DeckNotEdited: it cannot be written, or not be edited safely.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def open(self, card_id: str) -> OpenNote:
        """Return the note of a card; `deck/note` names one too.

        Raises:
            UnknownCard: no deck has it.
            DeckChanged: its file does not have it any more; `Collection.reload` first.
            DeckNotWritten: the file cannot be read.
        """
        deck_id, _, rest = card_id.partition("/")
        note_id = rest.partition("#")[0]
        known = {card.note_id for card in self._collection.cards.values() if card.deck_id == deck_id}
        if note_id not in known:
            raise UnknownCard(card_id, list(self._collection.cards))
        opened = self.open_deck(deck_id)
        for index, located in enumerate(opened.deck.notes):
            if located.note.note_id == note_id and opened.deck.parsed.deck_id == deck_id:
                return OpenNote(opened, index)
        raise DeckChanged(opened.path)

    def open_deck(self, deck_id: str) -> OpenDeck:
        """Return a deck as its file is now.

        Raises:
            UnknownDeck: no deck has this id.
            DeckNotWritten: its file cannot be read.
        """
        path = Path(self._collection.deck(deck_id).path)
        return open_deck(path, may_be_shipped=not self._collection.settings.deck_paths)

    def change(self, opened: OpenNote, fields: NoteFields) -> Edited:
        """Make a note say something else. Its cards keep their progress, however it is reworded."""
        deck = opened.open_deck
        with collector_paused():
            edits = change_note(deck.deck, opened.index, fields)
        after = deck.written(edits)
        note = after.deck.notes[opened.index].note
        pairs = continued(opened.deck_id, opened.note, note)
        return self._followed(deck, after, [note], pairs, gone=opened.note)

    def add(self, opened: OpenDeck, notes: Sequence[NoteFields], index: int | None = None) -> Edited:
        """Put notes, all or none, before another note, or behind the last."""
        at = len(opened.deck.notes) if index is None else index
        with collector_paused():
            edits = insert_notes(opened.deck, at, notes)
        after = opened.written(edits)
        return self._followed(opened, after, [located.note for located in after.deck.notes[at : at + len(notes)]])

    def delete(self, opened: OpenNote) -> Edited:
        """Take a note out of its deck; the progress of its cards is kept as that of orphans."""
        deck = opened.open_deck
        with collector_paused():
            edits = delete_note(deck.deck, opened.index)
        after = deck.written(edits)
        return self._followed(deck, after, [], gone=opened.note)

    def written(self, before: OpenDeck, after: OpenDeck, pairs: Mapping[str, str] | None = None) -> Edited:
        """Let the collection follow a deck that was written with several edits at once, as the studio does.

        Args:
            pairs: the ids of cards by those that they are known to continue.
        """
        return self._followed(before, after, [], pairs or {})

    def _followed(
        self,
        before: OpenDeck,
        after: OpenDeck,
        notes: Sequence[Note],
        pairs: Mapping[str, str] | None = None,
        gone: Note | None = None,
    ) -> Edited:
        collection, pairs = self._collection, pairs or {}
        told = len(collection.notices)
        collection.reload(pairs)
        deck_id = after.deck.parsed.deck_id
        old = [card.card_id for card in expand(deck_id, [gone] if gone else [])]
        return Edited(
            path=after.path,
            card_ids=tuple(card.card_id for card in expand(deck_id, notes)),
            continued=pairs,
            lost=tuple(card_id for card_id in old if card_id not in pairs and collection.has_progress(card_id)),
            copied_to=after.path if before.copy_to and after is not before else None,
            notices=(*said_of_copy(before, after), *collection.notices[told:]),
        )
