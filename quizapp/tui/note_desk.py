"""What the note form's screens ask of a collection: a note as its deck has it, and to save what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from quizapp.deckfile.written import NoteFields

if TYPE_CHECKING:
    from quizapp.tui.checker import Against


class OpenNote(NamedTuple):
    """A note that is opened: `note_id` is "" for one that is to be added, whose `fields` are empty then."""

    deck_id: str
    deck_title: str
    note_id: str
    fields: NoteFields


class Saved(NamedTuple):
    """What saving came to.

    `lost` counts cards with progress that the note has no more; it is kept as that of orphans. `copied_to` is where the
    deck was copied first, as a person writes the path; "" where it was not.
    """

    card_ids: tuple[str, ...] = ()
    lost: int = 0
    copied_to: str = ""


class NoteDesk(Protocol):
    """One note of a collection, or the next one of a deck."""

    async def open(self) -> OpenNote:
        """Return the note as its deck file has it now."""

    async def save(self, fields: NoteFields) -> Saved:
        """Write the note into its deck file, in place of the one that was opened, or behind the last.

        Raises:
            DeckChanged: the file has changed since it was opened; nothing was written.
            QuizappError: it cannot be written.
        """

    def against(self) -> Against:
        """Return what drafts of the note are checked against; it is called on a thread of its own."""
