"""A deck with the place in its file of everything it says: what the linter points at and an edit replaces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from yaml import Event, ScalarEvent

from quizapp.deckfile.nodes import Items, Node, Pairs, start_of
from quizapp.deckfile.parse import Origin, ParsedDeck, parse_deck
from quizapp.model import Note

_PLAIN = ("", None)


class Place(NamedTuple):
    """Characters of a file: half-open, as offsets from 0, and as lines and columns from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Text:
    """The text of a file as the reader sees it: line feeds for its line breaks, and no byte order mark."""

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, start: int, end: int) -> Place:
        """Return the place of the characters from `start` up to `end`."""
        line, end_line = self.line(start), self.line(end)
        return Place(start, end, line, start - self.line_start(line) + 1, end_line, end - self.line_start(end_line) + 1)

    def line(self, index: int) -> int:
        """Return the line, from 1, that a character is on."""
        return bisect_right(self._starts, index)

    def line_start(self, line: int) -> int:
        """Return the offset of the first character of a line; behind the last line, of the text's end."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def line_text(self, line: int) -> str:
        """Return a line without its line feed."""
        return self.text[self.line_start(line) : self.line_start(line + 1)].removesuffix("\n")

    @property
    def lines(self) -> int:
        return len(self._starts)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while (feed := self.text.find("\n", starts[-1])) >= 0:
            starts.append(feed + 1)
        return starts


@dataclass(frozen=True, slots=True)
class Located:
    """The entries of one mapping in a file: those of a note, or a deck's own.

    Places of values do not include the white space behind them.
    """

    source: Text
    entries: Mapping[str, tuple[ScalarEvent, Node]]
    origin: Origin

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def key(self, name: str) -> Place:
        """Return where a key stands, without its colon."""
        return self._between(self.entries[name][0], self.entries[name][0])

    def value(self, name: str) -> Place:
        """Return where a value stands, with its quotes or brackets."""
        return self._of(self.entries[name][1])

    def items(self, name: str) -> list[Place]:
        """Return where each text of a list stands, or the one text there is."""
        node = self.entries[name][1]
        return [self._of(item) for item in node.nodes] if isinstance(node, Items) else [self._of(node)]

    def texts(self, name: str) -> list[ScalarEvent]:
        """Return the scalars under a key in their order: of a list its items, else the one there is."""
        node = self.entries[name][1]
        nodes = node.nodes if isinstance(node, Items) else [node]
        return [item for item in nodes if isinstance(item, ScalarEvent)]

    def is_plain(self, name: str) -> bool:
        """Tell whether a value is text without quotes and not a block."""
        node = self.entries[name][1]
        return isinstance(node, ScalarEvent) and node.style in _PLAIN

    def part(self, name: str, start: int, end: int, item: int = 0) -> Place:
        """Return where the characters `start` to `end` of a text stand; the whole text where that cannot be told.

        It can be told of what is written on one line just as it reads.
        """
        whole, scalar = self.items(name)[item], self.texts(name)[item]
        written = self.source.text[whole.start : whole.end]
        at = written.find(scalar.value)
        if "\n" in written or at < 0:
            return whole
        return self.source.place(whole.start + at + start, whole.start + at + end)

    def scalar(self, event: ScalarEvent) -> Place:
        """Return where a scalar of these entries stands, a key or a text."""
        return self._between(event, event)

    def _of(self, node: Node) -> Place:
        if isinstance(node, ScalarEvent):
            return self._between(node, node)
        return self._between(start_of(node), _last(node))

    def _between(self, first: Event, last: Event) -> Place:
        begin, end = first.start_mark, last.end_mark
        if begin is None or end is None:  # PyYAML types marks as optional, and its parsers always set them
            raise ValueError("an event without marks")
        start, stop = self.origin.offset + begin.index, self.origin.offset + end.index
        text = self.source.text
        return self.source.place(start, start + len(text[start:stop].rstrip()))


@dataclass(frozen=True, slots=True)
class LocatedNote(Located):
    """A note and where it stands. `start` is the offset of its first key, `end` is behind its last value."""

    note: Note = field(kw_only=True)
    start: int = field(kw_only=True)

    @property
    def end(self) -> int:
        return max(self.value(name).end for name in self.entries)

    @property
    def whole(self) -> Place:
        return self.source.place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class LocatedDeck:
    """What a deck file says and where. `head` has each of the deck's own entries, but for its notes, by its key."""

    parsed: ParsedDeck
    source: Text
    head: Mapping[str, Located]
    notes: tuple[LocatedNote, ...]


def locate_deck(text: str | bytes, path: str) -> LocatedDeck:
    """Return everything that can be read of a deck file, with its places; never raises because of what it says.

    Pure. `path` is as for `parse_deck`.
    """
    places = _Places()
    parsed = parse_deck(text, path, places)
    kept = {id(note) for note in parsed.notes}
    notes = tuple(note for note in places.notes if id(note.note) in kept)
    return LocatedDeck(parsed, places.source, places.head, notes)


class _Places:
    """What `parse_deck` shows, kept."""

    def __init__(self) -> None:
        self.source = Text("")
        self.head: dict[str, Located] = {}
        self.notes: list[LocatedNote] = []

    def take_text(self, text: str) -> None:
        self.source = Text(text)
        self.head.clear()
        self.notes.clear()

    def take_head(self, key: ScalarEvent, value: Node, origin: Origin) -> None:
        self.head[key.value] = Located(self.source, {key.value: (key, value)}, origin)

    def take_note(self, note: Note, pairs: Pairs, origin: Origin) -> None:
        mark = pairs.start.start_mark
        start = origin.offset + (mark.index if mark else 0)
        self.notes.append(LocatedNote(self.source, pairs.entries, origin, note=note, start=start))


def _last(node: Node) -> Event:
    """Return the event whose end is the node's. That of a block is its last text's: what follows may be a comment."""
    if isinstance(node, ScalarEvent):
        return node
    if getattr(node.start, "flow_style", False):
        return node.end
    inside = node.nodes if isinstance(node, Items) else [value for _, value in node.entries.values()]
    return _last(inside[-1]) if inside else node.start
