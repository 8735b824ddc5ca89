"""What the note form's screens ask of a collection: a note as its deck has it, and to save what became of it.

A desk's calls run on the thread that owns the collection, but for `against`, which the thread of the checks calls.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quizapp.deckfile.written import NoteFields
from quizapp.errors import DeckChanged, UnknownCard
from quizapp.text import fold
from quizapp.tui.backstage import Backstage

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.collection.editor import Edited, OpenNote
    from quizapp.store.deckdesk import OpenDeck
    from quizapp.tui.checker import Against


class NoteAtHand(NamedTuple):
    """A note that is being edited; `note_id` is "" for one that is to be added, whose `fields` are empty then."""

    deck_id: str
    deck_title: str
    note_id: str
    fields: NoteFields


class NoteDesk(Protocol):
    """One note of a collection, or the next one of a deck."""

    async def open(self) -> NoteAtHand:
        """Return the note as its deck file has it now.

        Raises:
            QuizappError: there is no such note, or its file cannot be read.
        """

    async def save(self, fields: NoteFields) -> Edited:
        """Write the note into its deck file, in place of the one that was opened, or behind the last.

        Raises:
            DeckChanged: the file has changed since it was opened; nothing was written.
            QuizappError: it cannot be written.
        """

    def against(self) -> Against:
        """Return what drafts of the note are checked against: its deck among all that are studied."""


class CardDesk:
    """The note of a card."""

    def __init__(self, backstage: Backstage, card_id: str) -> None:
        self._backstage = backstage
        self._card_id = card_id
        self._note: OpenNote | None = None
        self._others: tuple[Path, ...] = ()

    async def open(self) -> NoteAtHand:
        def read(collection: Collection) -> OpenNote:
            from quizapp.collection.editor import Editor

            self._others = _others(collection, self._card_id.partition("/")[0])
            try:
                return Editor(collection).open(self._card_id)
            except DeckChanged:  # the note is not where it was: see whether the collection finds it again
                collection.reload()
                return Editor(collection).open(self._card_id)

        self._note = note = await self._backstage.ask(read)
        return NoteAtHand(note.deck_id, note.open_deck.title, note.note.note_id, note.fields)

    async def save(self, fields: NoteFields) -> Edited:
        note = self._note
        if note is None:
            raise UnknownCard(self._card_id)

        def write(collection: Collection) -> Edited:
            from quizapp.collection.editor import Editor

            return Editor(collection).change(note, fields)

        return await self._backstage.ask(write)

    def against(self) -> Against:
        return _against(self._note.open_deck if self._note else None, self._others, self._note)


class DeckDesk:
    """The next note of a deck's file, which no collection has to know. A file that changed meanwhile is read again:
    a note is put behind the last, and so over nothing.

    Args:
        common: what every note has to begin with, such as tags.
        others: the files of other decks, whose notes a new one should not repeat.
    """

    def __init__(self, deck: OpenDeck, common: NoteFields, others: Iterable[Path] = ()) -> None:
        self._deck = deck
        self._common = common
        self._others = tuple(path for path in others if path != deck.path)

    async def open(self) -> NoteAtHand:
        return NoteAtHand(self._deck.deck.parsed.deck_id, self._deck.title, "", self._common)

    async def save(self, fields: NoteFields) -> Edited:
        return await asyncio.to_thread(self._put, fields)

    def against(self) -> Against:
        return _against(self._deck, self._others)

    def _put(self, fields: NoteFields) -> Edited:
        from quizapp.collection.editor import Edited
        from quizapp.store.deckdesk import open_deck, said_of_copy

        before = self._deck
        try:
            after, card_id = _with_note(before, fields)
        except DeckChanged:
            before = replace(open_deck(before.path, may_be_shipped=False), copy_to=before.copy_to)
            after, card_id = _with_note(before, fields)
        self._deck = after
        return Edited(after.path, (card_id,), notices=said_of_copy(before, after))


def _with_note(deck: OpenDeck, fields: NoteFields) -> tuple[OpenDeck, str]:
    """Return a deck with a note behind its last, and the note's id with the deck's before it."""
    from quizapp.deckfile.editing import insert_note
    from quizapp.deckfile.naming import with_id

    named = with_id(fields, {fold(located.note.note_id) for located in deck.deck.notes})
    after = deck.written(insert_note(deck.deck, len(deck.deck.notes), named))
    return after, f"{after.deck.parsed.deck_id}/{named['id']}"


def _others(collection: Collection, deck_id: str) -> tuple[Path, ...]:
    return tuple(Path(deck.path) for deck in collection.decks if deck.deck_id != deck_id)


def _against(deck: OpenDeck | None, others: tuple[Path, ...], note: OpenNote | None = None) -> Against:
    """Read the other decks too: what a draft asks may be asked by one of them already."""
    from quizapp.deckfile.located import locate_deck
    from quizapp.errors import ConfigInvalid, DeckNotWritten
    from quizapp.lint.configuration import DEFAULT
    from quizapp.lint.view import CollectionView
    from quizapp.store.checks_file import ChecksFiles
    from quizapp.store.deckwriter import open_deck_file
    from quizapp.tui.checker import Against

    collection = CollectionView()
    view = collection.add(deck.deck if deck else locate_deck("", ""))
    for path in others:
        try:
            collection.add(locate_deck(open_deck_file(path).data, str(path)))
        except DeckNotWritten:
            continue
    try:
        configuration = ChecksFiles().of(deck.path.parent) if deck else DEFAULT
    except ConfigInvalid:  # `quizapp check` tells what is wrong with it; here somebody wants to write
        configuration = DEFAULT
    return Against(view, configuration, view.notes[note.index] if note else None)
