"""A statement that holds or does not; `explain` says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.keys import HOLDS, STATEMENT
from quizapp.deckfile.kind import Content, NoteKind, one_face
from quizapp.model import Kind, Statement

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

TRUE, FALSE = "True", "False"


def _read(fields: Fields) -> Content:
    statement, holds = fields.text(STATEMENT), fields.truth(HOLDS)
    return Content(statement, statement, TRUE if holds else FALSE, body=Statement(holds))


STATEMENT_NOTE = NoteKind(
    kind=Kind.STATEMENT,
    marker=STATEMENT,
    own=(STATEMENT, HOLDS),
    read=_read,
    faces=one_face,
)
