"""What is said once a note has been edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.humanize import count

if TYPE_CHECKING:
    from quizapp.collection.editor import Edited


def after_edit(edited: Edited) -> str:
    """Return in a few words what saving came to: `saved, in a copy of the deck`."""
    where = "saved, in a copy of the deck" if edited.copied_to else "saved"
    return f"{where}; {_lost(edited)}" if edited.lost else where


def told_of_edit(edited: Edited) -> tuple[str, ...]:
    """Return in sentences what saving came to."""
    lost = (f"{_lost(edited).capitalize()}.",) if edited.lost else ()
    return ("Saved.", *edited.notices, *lost)


def _lost(edited: Edited) -> str:
    cards = len(edited.lost)
    return f"{count(cards, 'card')} {'is' if cards == 1 else 'are'} gone, the progress is kept as an orphan’s"
