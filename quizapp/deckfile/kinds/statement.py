"""A statement that holds or does not; `explain` says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, NoteKind, one_face
from quizapp.model import Kind, Statement

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

TRUE, FALSE = "True", "False"


def _read(fields: Fields) -> Content:
    statement, holds = fields.text("statement"), fields.truth("holds")
    if "holds" not in fields:
        mend = "Write holds: true, or holds: false."
        fields.report.error(fields.start, "missing-holds", "Nothing says whether this statement holds.", mend)
    return Content(statement, statement, TRUE if holds else FALSE, body=Statement(holds))


STATEMENT = NoteKind(
    kind=Kind.STATEMENT,
    marker="statement",
    keys=COMMON_KEYS | {"statement", "holds"},
    read=_read,
    faces=one_face,
)
