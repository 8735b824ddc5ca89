"""A question and its answer: one card, or two when `bidirectional: true` asks both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.deckfile.keys import ACCEPT, ANSWER, BIDIRECTIONAL, QUESTION
from quizapp.deckfile.kind import Content, Face, NoteKind
from quizapp.model import Kind, Note

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

REVERSE = "reverse"


def _read(fields: Fields) -> Content:
    question = fields.text(QUESTION)
    return Content(
        known_by=question,
        question=question,
        answer=fields.text(ANSWER),
        bidirectional=fields.truth(BIDIRECTIONAL),
        accept=fields.text_or_texts(ACCEPT),
    )


def _faces(note: Note) -> Iterator[Face]:
    yield Face("", note.question, note.answer, hint=note.hint, accept=note.accept)
    if note.bidirectional:  # the hint and the other wordings belong to the answer, which is the prompt here
        yield Face(REVERSE, note.answer, note.question)


QUESTION_NOTE = NoteKind(
    kind=Kind.QUESTION,
    marker=QUESTION,
    own=(QUESTION, ANSWER, BIDIRECTIONAL, ACCEPT),
    read=_read,
    faces=_faces,
)
