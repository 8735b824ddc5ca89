"""From the text of a deck file to its notes and to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple, Protocol

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from quizapp.deckfile.characters import decode, refuse_unsafe
from quizapp.deckfile.checks import read_checks
from quizapp.deckfile.fields import Fields
from quizapp.deckfile.keys import (
    CHECKS,
    DECK,
    DECK_KEYS,
    DECK_TAGS,
    NO_DECK_ID,
    NO_NOTES,
    NOTES,
    SOURCE,
    SOURCE_KEYS,
    TITLE,
)
from quizapp.deckfile.nodes import Node, NodeStream, Pairs
from quizapp.deckfile.notes import NoteReader, read_id
from quizapp.deckfile.pieces import Pieces, cut
from quizapp.deckfile.report import Report
from quizapp.deckfile.shapes import names
from quizapp.deckfile.slug import short_slug
from quizapp.deckfile.syntax import report_syntax
from quizapp.model import Note, Source
from quizapp.problem import Problem

_NAMES = names(DECK_KEYS)
_NOTE_DEPTH = 3  # a note lies in the list of notes, which lies in the deck


@dataclass(frozen=True, slots=True)
class ParsedDeck:
    """What a deck file says: the notes without an error, and everything that is wrong.

    `deck_id` is empty when the file has one that cannot be read: any other would begin the progress anew. `checks` are
    the options of each check that the deck names, as they are written: its level is under `level`.
    """

    deck_id: str
    title: str
    path: str
    source: Source
    tags: tuple[str, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    checks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Found(Protocol):
    """Is shown what the reader found, and where it stands in the file.

    A file that is not YAML as a whole is read a second time, in pieces. Its text is shown again then, and what was
    shown before it counts no more.
    """

    def take_text(self, text: str) -> None:
        """Take the text that every place is in: without byte order mark, with line feeds for its line breaks."""

    def take_head(self, key: ScalarEvent, value: Node, origin: Origin) -> None:
        """Take an entry of the deck's own."""

    def take_note(self, note: Note, pairs: Pairs, origin: Origin) -> None:
        """Take a note that was read without an error."""


class Origin(NamedTuple):
    """Where the text starts that the marks of events count in: a line and a character of the file, both from 0."""

    line: int
    offset: int


def parse_deck(text: str | bytes, path: str, found: Found | None = None) -> ParsedDeck:
    """Return everything that can be read of a deck file; never raises because of what it says.

    Pure. `path` names the file in problems, and its stem the deck when the file has no `deck:`. `found` is shown where
    things stand (`quizapp.deckfile.located`).
    """
    report = Report(path)
    decoded = decode(text, report) if isinstance(text, bytes) else text
    if decoded is None:
        return ParsedDeck("", "", path, Source(), (), (), report.problems())
    readable = refuse_unsafe(decoded, report)
    if found is not None:
        found.take_text(readable)
    reader = _DeckReader(report, found)
    untouched = report.mark()
    spoiled = report.errors > 0
    try:
        reader.read(NodeStream(readable, report, spoiled=spoiled))
    except YAMLError as error:
        pieces = cut(readable, _NAMES)
        if pieces:
            report.rewind(untouched)
            if found is not None:
                found.take_text(readable)
            reader = _DeckReader(report, found)
            reader.read_pieces(pieces, spoiled=spoiled)
        if not pieces or report.errors == untouched[0]:
            report_syntax(error, readable, report)
            reader.give_up()
    return reader.finish()


class _DeckReader:
    """Gathers a deck from its YAML, read as a whole or in pieces."""

    def __init__(self, report: Report, found: Found | None) -> None:
        self._report = report
        self._found = found
        self._note_reader = NoteReader(report)
        self._keys: set[str] = set()
        self._entries: list[tuple[ScalarEvent, Node]] = []
        self._is_deck = True
        self._deck_id = ""
        self._title = ""
        self._source = Source()
        self._tags: tuple[str, ...] = ()
        self._checks: Mapping[str, Mapping[str, str]] = {}
        self._notes: list[Note] = []

    def read(self, stream: NodeStream) -> None:
        """Read a whole file.

        Raises:
            YAMLError: it stops being YAML somewhere; what stands before has been read.
        """
        start = stream.begin()
        if isinstance(start, MappingStartEvent):
            stream.check_signs(start)
            try:
                self._read_entries(stream)
                stream.end()
            finally:
                self._take_entries()
            return
        self._is_deck = False
        mend = "Begin with deck: and an id, then notes: and below it - question: and answer:"
        if start is None:
            self._report.error_at(0, 0, "empty-file", "The file is empty.", mend)
        else:
            self._report.error(start, "not-a-deck", "A deck begins with keys, and this file does not.", mend)

    def read_pieces(self, pieces: Pieces, *, spoiled: bool) -> None:
        """Read a file piece by piece; pieces that are not YAML are reported and left out."""
        for piece in (*pieces.head, *pieces.notes):
            self._report.first_line, self._report.first_index = piece.first_line, piece.start
            stream = NodeStream(piece.text, self._report, spoiled=spoiled)
            notes: list[Note] = []
            untouched = self._report.mark()
            try:
                start = stream.begin()
                if isinstance(start, SequenceStartEvent):
                    self._read_notes(stream, notes)
                elif isinstance(start, MappingStartEvent):
                    self._read_entries(stream)
                stream.end()
            except YAMLError as error:
                self._report.rewind(untouched)  # what went before the error is most often its echo
                report_syntax(error, piece.text, self._report)
                self._entries.clear()
                self._keys.add(piece.text.partition(":")[0].rstrip())
            else:
                self._notes += notes
                self._take_entries()
        self._report.first_line = self._report.first_index = 0
        self._keys.add(NOTES.name)

    def give_up(self) -> None:
        """Take note that part of the file could not be read: its id may stand there."""
        self._keys.update((DECK.name, NOTES.name))

    def finish(self) -> ParsedDeck:
        """Return the deck, once everything that can be read was."""
        if self._is_deck:
            self._check_complete()
        return ParsedDeck(
            deck_id=self._deck_id,
            title=self._title,
            path=self._report.path,
            source=self._source,
            tags=self._tags,
            notes=tuple(self._notes),
            problems=self._report.problems(),
            checks=self._checks,
        )

    def _check_complete(self) -> None:
        if DECK.name not in self._keys:
            # Not refused, as nothing is wrong with its notes. The file's name is the id that the mend asks
            # for: whoever follows it keeps the progress made until then.
            self._deck_id = short_slug(PurePath(self._report.path).stem)
            rule, message, mend = NO_DECK_ID
            self._report.warning_at(1, 1, rule, message, f"{mend} {self._deck_id}")
        if NOTES.name not in self._keys:
            self._report.error_at(0, 0, *NO_NOTES)

    def _read_entries(self, stream: NodeStream) -> None:
        while type(event := stream.next()) is not MappingEndEvent:
            before = self._report.errors
            key = stream.key(event)
            event = stream.next()
            if key is not None and key.value == NOTES.name and isinstance(event, SequenceStartEvent):
                self._claim(key, stream)
                stream.check_signs(event)
                if not self._read_notes(stream, self._notes):
                    self._refuse_empty(key)
                continue
            value = stream.node(event)
            if key is not None:
                is_first = self._claim(key, stream)
                if is_first and value is not None and self._report.errors == before:
                    self._entries.append((key, value))

    def _claim(self, key: ScalarEvent, stream: NodeStream) -> bool:
        """Tell whether this is the first key of its name; a second one is refused."""
        if key.value in self._keys:
            stream.refuse_second(key)
            return False
        self._keys.add(key.value)
        return True

    def _take_entries(self) -> None:
        """Read the values gathered, now that what they stand in has proved to be YAML or to be all there is."""
        for key, value in self._entries:
            self._take(key, value)
        self._entries.clear()

    def _take(self, key: ScalarEvent, value: Node) -> None:
        if key.value == NOTES.name:
            self._refuse_empty(key)
            return
        if self._found is not None:
            self._found.take_head(key, value, self._origin())
        fields = Fields(Pairs(key, key, {key.value: (key, value)}), _NAMES, self._report)
        if key.value == DECK.name:
            self._deck_id = read_id(fields, DECK)
        elif key.value == TITLE.name:
            self._title = fields.text(TITLE)
        elif key.value == SOURCE.name:
            source = fields.group(SOURCE)
            if source is not None:
                self._source = Source(**{part.name: source.text(part) for part in SOURCE_KEYS})
        elif key.value == DECK_TAGS.name:
            self._tags = fields.texts(DECK_TAGS)
        elif key.value == CHECKS.name:
            self._checks = read_checks(fields)

    def _origin(self) -> Origin:
        return Origin(self._report.first_line, self._report.first_index)

    def _refuse_empty(self, key: ScalarEvent) -> None:
        mend = "Write each note below notes: with a dash before its first key."
        self._report.error(key, "empty-deck", "The deck has no list of notes.", mend)

    def _read_notes(self, stream: NodeStream, notes: list[Note]) -> bool:
        """Read the notes of a list up to its end, and tell whether there was any."""
        is_any = False
        while type(event := stream.next()) is not SequenceEndEvent:
            is_any = True
            before = self._report.errors
            node = stream.node(event, _NOTE_DEPTH)
            if node is not None and self._report.errors == before:
                note = self._note_reader.read(node)
                if note is not None:
                    notes.append(note)
                    if self._found is not None and isinstance(node, Pairs):
                        self._found.take_note(note, node, self._origin())
        return is_any
