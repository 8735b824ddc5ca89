"""The decks and notes that an author names on the command line, in their files: without a database."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.cli.context import Cli
from quizapp.cli.deck_files import files_of, guess_files
from quizapp.cli.names import deck_ids
from quizapp.deckfile.located import LocatedNote
from quizapp.errors import UnknownCard, UnknownDeck, UsageError
from quizapp.store.deckdesk import OpenDeck, open_deck

_AT_LINE = re.compile(r"(?P<deck>.+):(?P<line>[1-9]\d{0,8})")


class Place(NamedTuple):
    """A line of a deck's file, and the note there; None where no note that can be read is."""

    deck: OpenDeck
    line: int
    at: int | None


def named_deck(cli: Cli, name: str) -> OpenDeck:
    """Return the deck with this id, the beginning of it, or this file, wherever the file is.

    Raises:
        UnknownDeck: there is none.
        DeckNotWritten: its file cannot be read.
    """
    path = Path(name).expanduser()
    if path.is_file() and (os.sep in name or path.suffix):
        return open_deck(path, may_be_shipped=False)  # whoever names the file means the file
    may_be_shipped = not cli.settings().deck_paths
    return open_deck(Path(_file_of(cli, name)), may_be_shipped=may_be_shipped)


def named_note(cli: Cli, name: str) -> Place:
    """Return where a note is: named by the id of a card or of a note, as `deck:line`, or by a deck alone.

    Raises:
        UnknownDeck, UnknownCard: there is none.
        UsageError: notes of several decks have this id.
    """
    at_line = _AT_LINE.fullmatch(name)
    if at_line:
        deck = named_deck(cli, at_line["deck"])
        line = min(int(at_line["line"]), deck.deck.source.lines)
        before = [index for index, note in enumerate(deck.deck.notes) if _line(note) <= line]
        return Place(deck, line, before[-1] if before else None)
    if Path(name).expanduser().is_file():
        return Place(named_deck(cli, name), 1, None)
    deck_id, slash, rest = name.partition("/")
    if slash:
        return _note_in(named_deck(cli, deck_id), rest.partition("#")[0], name)
    found = list(_notes_called(cli, name))
    if len(found) > 1:
        ids = " or ".join(f"{place.deck.deck.parsed.deck_id}/{name}" for place in found)
        raise UsageError(f"{name!r} may be {ids}. Write which one you mean.")
    if not found:
        raise UnknownCard(name)
    return found[0]


def _file_of(cli: Cli, name: str) -> str:
    files = guess_files(cli.settings())
    try:
        (deck_id,) = deck_ids([name], files)
    except UnknownDeck:
        with cli.collection(read_only=True) as collection:  # its id does not stand where one looks first
            files = files_of(collection.decks)
            (deck_id,) = deck_ids([name], files)
    return files[deck_id]


def _note_in(deck: OpenDeck, note_id: str, name: str) -> Place:
    notes = deck.deck.notes
    for index, note in enumerate(notes):
        if note.note.note_id == note_id:
            return Place(deck, _line(note), index)
    raise UnknownCard(name, [f"{deck.deck.parsed.deck_id}/{note.note.note_id}" for note in notes])


def _notes_called(cli: Cli, note_id: str) -> Iterator[Place]:
    settings = cli.settings()
    for file in guess_files(settings).values():
        deck = open_deck(Path(file), may_be_shipped=not settings.deck_paths)
        for index, note in enumerate(deck.deck.notes):
            if note.note.note_id == note_id:
                yield Place(deck, _line(note), index)


def _line(note: LocatedNote) -> int:
    return note.source.line(note.start)
