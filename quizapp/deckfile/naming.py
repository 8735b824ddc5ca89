"""What a note asks, before it stands in a deck: for its id, and to see whether the deck asks it already."""

from __future__ import annotations

from collections.abc import Collection

from quizapp.deckfile.cloze import ClozeError, parse_cloze, revealed
from quizapp.deckfile.slug import free_id
from quizapp.deckfile.written import NoteFields


def asked(fields: NoteFields) -> str:
    """Return what a note asks, as one reads it: its question, its statement, or its sentence with the gaps filled."""
    text = next((fields[name] for name in ("question", "statement", "cloze") if name in fields), "")
    if not isinstance(text, str):
        return ""
    try:
        return revealed(parse_cloze(text)) if "cloze" in fields else text
    except ClozeError:
        return text


def with_id(fields: NoteFields, taken: Collection[str]) -> dict[str, str | tuple[str, ...]]:
    """Return a note with an id of the first words that it asks with; one that has an id keeps it.

    Args:
        taken: folded ids of other notes.
    """
    return dict(fields) if "id" in fields else {"id": free_id(asked(fields), taken), **fields}
