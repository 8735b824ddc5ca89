"""A question and its answer: one card, or two when `bidirectional: true` asks both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, Face, NoteKind
from quizapp.model import Kind, Note

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

REVERSE = "reverse"


def _read(fields: Fields) -> Content:
    question = fields.text("question")
    if "answer" not in fields:
        mend = "Write answer: and its text on the line below the question."
        fields.report.error(fields.start, "missing-answer", "This question has no answer.", mend)
    return Content(
        known_by=question,
        question=question,
        answer=fields.text("answer"),
        bidirectional=fields.truth("bidirectional"),
        accept=fields.text_or_texts("accept"),
    )


def _faces(note: Note) -> Iterator[Face]:
    yield Face("", note.question, note.answer, hint=note.hint, accept=note.accept)
    if note.bidirectional:  # the hint and the other wordings belong to the answer, which is the prompt here
        yield Face(REVERSE, note.answer, note.question)


QUESTION = NoteKind(
    kind=Kind.QUESTION,
    marker="question",
    keys=COMMON_KEYS | {"question", "answer", "bidirectional", "accept"},
    read=_read,
    faces=_faces,
)
