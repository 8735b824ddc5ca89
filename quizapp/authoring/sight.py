"""The cards that a half-written note would become, as far as that can be told already."""

from __future__ import annotations

from typing import Final

from quizapp.authoring.blanks import Shape
from quizapp.authoring.draft import Draft, Value
from quizapp.deckfile.cards import expand
from quizapp.deckfile.written import read_note
from quizapp.model import Card, Kind, Note

OPEN: Final = "…"
"""Stands where something is still to be written."""

_NO_NOTE: Final = "new"


def cards_in_sight(draft: Draft, deck_id: str) -> tuple[Card, ...]:
    """Return the cards of a draft; what is still to be written is `…`. Empty where nothing is written yet.

    What the reader refuses for another reason is shown as one card that asks and answers as written.
    """
    if draft.is_blank:
        return ()
    filled: dict[str, Value] = {"id": _NO_NOTE, **draft.fields}
    for blank in draft.missing:
        filled[blank.key] = (OPEN,) if blank.shape is Shape.LINES else OPEN
    note, _ = read_note(filled)
    return expand(deck_id, (note or _as_written(draft),))


def _as_written(draft: Draft) -> Note:
    asked, answer = (
        "\n".join(text for blank in draft.blanks if blank.key in keys and (text := draft.text(blank.key).strip()))
        for keys in (("question", "cloze", "statement"), ("answer", "number", "items"))
    )
    return Note(
        _NO_NOTE,
        Kind.QUESTION,
        asked or OPEN,
        answer or OPEN,
        hint=draft.text("hint"),
        explain=draft.text("explain"),
        where=draft.text("where"),
    )
