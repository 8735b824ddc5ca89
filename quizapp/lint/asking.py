"""What a note asks and what it wants to hear, whatever its kind, as rules on duplicates compare it."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.text import fold

_SENTENCE_END = " .?!:…。？！："


class Asked(NamedTuple):
    """The folded question, or sentence with its gaps filled, and the folded answer; both without closing marks."""

    text: str
    answer: str


def asked(note: NoteView) -> Asked:
    """Return what a note asks. Ask for it by `note.memo(asked)`."""
    if note.note.kind is not Kind.CLOZE:
        return Asked(bare(note.note.question), bare(note.note.answer))
    return Asked(bare(note.sentence), " · ".join(sorted({bare(gap.text) for gap in note.gaps})))


def bare(text: str) -> str:
    """Return a folded text without the marks that close a sentence; of nothing but marks, as it is."""
    folded = fold(text)
    return folded.rstrip(_SENTENCE_END) or folded
