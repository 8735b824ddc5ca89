"""The kinds of notes, each in a file of its own. Another kind is another file, and its entry here."""

from __future__ import annotations

from quizapp.deckfile.kind import NoteKind
from quizapp.deckfile.kinds import choice, cloze, listing, number, question, statement
from quizapp.model import Kind

KINDS: tuple[NoteKind, ...] = (
    question.QUESTION_NOTE,
    cloze.CLOZE_NOTE,
    choice.CHOICE_NOTE,
    number.NUMBER_NOTE,
    listing.LIST_NOTE,
    statement.STATEMENT_NOTE,
)
BY_KIND: dict[Kind, NoteKind] = {kind.kind: kind for kind in KINDS}
