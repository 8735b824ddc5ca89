"""A deck's file on the desk: read with its places, edited, and written back, or for a shipped deck into a copy."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from quizapp import paths
from quizapp.deckfile.editing import apply_bytes
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.errors import DeckExists
from quizapp.problem import Edit
from quizapp.store.collector import collector_paused
from quizapp.store.deckpaths import shown
from quizapp.store.deckwriter import DeckFile, create, open_deck_file, save


@dataclass(frozen=True, slots=True)
class OpenDeck:
    """A deck as its file was when it was opened. `copy_to` is where an edit of a shipped deck goes, else None."""

    file: DeckFile
    deck: LocatedDeck
    copy_to: Path | None = None

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def title(self) -> str:
        return self.deck.parsed.title or self.deck.parsed.deck_id

    def written(self, edits: Iterable[Edit]) -> OpenDeck:
        """Write a deck with edits made, and return it as it is then; nothing is written when there is nothing to edit.

        Raises:
            DeckChanged: its file is not what it was when it was opened; then nothing is written.
            DeckNotWritten: it cannot be written.
        """
        edits = tuple(edits)
        return self.with_bytes(apply_bytes(self.file.data, edits)) if edits else self

    def with_bytes(self, data: bytes) -> OpenDeck:
        """Write other bytes; errors are those of `written`."""
        if self.copy_to is None:
            return _opened(save(self.file, data))
        return _opened(_create_beside(self.copy_to, data))


def open_deck(path: Path, *, may_be_shipped: bool) -> OpenDeck:
    """Return the deck in a file.

    Args:
        may_be_shipped: leave the decks that came along as they are: edits of one go into the learner's deck folder,
            whose decks take the place of shipped ones with the same id, and so keep their progress.
    Raises:
        DeckNotWritten: the file cannot be read.
    """
    opened = _opened(open_deck_file(path))
    if may_be_shipped and path.resolve().is_relative_to(paths.shipped_decks().resolve()):
        return OpenDeck(opened.file, opened.deck, paths.default_deck_folder() / path.name)
    return opened


def said_of_copy(before: OpenDeck, after: OpenDeck) -> tuple[str, ...]:
    """Return what to tell the learner when an edit went into a copy: one sentence, or none."""
    if before.copy_to is None or after.path == before.path:
        return ()
    return (
        f"“{before.title}” came with quizapp, so it was copied to {paths.tilde(after.path)}. "
        "Your copy is studied from now on, with the progress you have.",
    )


def _opened(file: DeckFile) -> OpenDeck:
    with collector_paused():
        return OpenDeck(file, locate_deck(file.data, shown(file.path)))


def _create_beside(path: Path, data: bytes) -> DeckFile:
    """Create a file with this name, or with a number behind it where another deck has the name."""
    place = path
    for number in count(2):
        with suppress(DeckExists):
            return create(place, data)
        place = path.with_stem(f"{path.stem}-{number}")
    raise AssertionError("numbers end")
