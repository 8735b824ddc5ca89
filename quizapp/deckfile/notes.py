"""One note of a deck, read from its YAML node."""

from __future__ import annotations

import re
import unicodedata

from quizapp.deckfile.fields import Fields
from quizapp.deckfile.keys import (
    ANSWER,
    ASKS_NOTHING,
    EXPLAIN,
    HINT,
    ID,
    ID_PATTERN,
    NO_QUESTION,
    QUESTION,
    TAGS,
    WHERE,
)
from quizapp.deckfile.kind import NoteKind
from quizapp.deckfile.kinds import KINDS
from quizapp.deckfile.nodes import Node, Pairs, start_of
from quizapp.deckfile.report import Report, quoted
from quizapp.deckfile.shapes import TextKey
from quizapp.deckfile.slug import digest, short_slug
from quizapp.model import Note

_BY_NAME = {key.name: key for kind in KINDS for key in kind.table}
NOTE_KEYS = frozenset(_BY_NAME)
_BY_MARKER = {kind.marker.name: kind for kind in KINDS}
_PLAIN = QUESTION.name
"""The marker of the kind that a note with a question is of when no other marker stands beside it."""

_ID = re.compile(ID_PATTERN)


class NoteReader:
    """Reads the notes of one deck in their order, and keeps their ids apart."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: dict[str, int] = {}

    def read(self, node: Node) -> Note | None:
        """Return the note, or None when the report has an error about it."""
        before = self._report.errors
        if not isinstance(node, Pairs):
            mend = "Begin it with - question: and its text, or with - cloze:"
            self._report.error(start_of(node), "wrong-shape", "A note must be a group of keys.", mend)
            return None
        fields = Fields(node, NOTE_KEYS, self._report)
        if self._report.errors != before:  # what a mistyped key was meant to be would only be missed below
            return None
        own_id = read_id(fields, ID) if ID.name in fields else ""
        kind = self._kind(fields)
        if kind is None:
            return None
        if not fields.names() <= kind.keys:  # as above: the note is of another kind than its author thinks
            self._refuse_keys_of_others(fields, kind)
            return None
        content = kind.read(fields)
        note = Note(
            note_id=own_id or f"~{digest(content.known_by, 12)}",
            kind=kind.kind,
            question=content.question,
            answer=content.answer,
            bidirectional=content.bidirectional,
            accept=content.accept,
            hint=fields.text(HINT),
            explain=fields.text(EXPLAIN),
            where=fields.text(WHERE),
            tags=fields.texts(TAGS),
            body=content.body,
            line=self._report.file_line(node.start),
        )
        first = self._lines.setdefault(note.note_id, note.line)
        if first != note.line and (own_id or content.known_by):
            self._refuse_second(note, first, fields)
        return note if self._report.errors == before else None

    def _kind(self, fields: Fields) -> NoteKind | None:
        found = sorted(fields.names() & _BY_MARKER.keys())
        if len(found) == 1:
            kind = _BY_MARKER[found[0]]
            if kind.marker is QUESTION or _PLAIN not in kind.keys:
                return kind
            message = f"{kind.marker.name} stands without a question."
            mend = f"Write question: and its text on the line above {kind.marker.name}."
            self._report.error(fields.start, NO_QUESTION.rule, message, mend)
            return None
        if len(found) == 2 and _PLAIN in found:
            (other,) = set(found) - {_PLAIN}
            if _PLAIN in _BY_MARKER[other].keys:
                return _BY_MARKER[other]
        if found:
            message, mend = f"A note cannot have {' and '.join(found)} at once.", "Make two notes of it."
            self._report.error(fields.at(_BY_MARKER[found[1]].marker), "two-kinds", message, mend)
        else:
            self._report.error(fields.start, *(NO_QUESTION if ANSWER.name in fields else ASKS_NOTHING))
        return None

    def _refuse_keys_of_others(self, fields: Fields, kind: NoteKind) -> None:
        marker = kind.marker.name
        for name in sorted(fields.names() - kind.keys):
            message = f"{name} has no meaning beside {marker}."
            owners = [other.marker.name for other in KINDS if name in other.keys]
            if len(owners) == 1 and owners[0] not in fields:
                mend = f"Delete it; it belongs to a note with {owners[0]}."
            else:
                mend = f"Delete it; beside {marker} a note may have {', '.join(sorted(kind.keys))}."
            self._report.error(fields.at(_BY_NAME[name]), "unfitting-key", message, mend)

    def _refuse_second(self, note: Note, first: int, fields: Fields) -> None:
        if note.has_own_id:
            message = f"The note on line {first} has the id {note.note_id} too."
            self._report.error(fields.at(ID), "duplicate-id", message, "Give one of them another id.")
        else:
            message = f"The note on line {first} asks the same."
            mend = "Delete one, or give one an id: of its own."
            self._report.error(fields.start, "duplicate-note", message, mend)


def read_id(fields: Fields, key: TextKey) -> str:
    """Return an id in the normal form NFC; empty when it is absent, or refused as the report then says."""
    written = fields.text(key)
    wanted = written if written.isascii() else unicodedata.normalize("NFC", written)
    if _ID.fullmatch(wanted):
        return wanted
    if wanted.strip():
        message = f"{quoted(written)} is no id: letters and digits, with - _ . between, up to 80 in all."
        fields.report.error(fields.at(key), "bad-id", message, f"Write {key.name}: {short_slug(written)}")
    return ""
