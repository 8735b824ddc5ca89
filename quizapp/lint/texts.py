"""The texts of a note as its file writes them: what rules on quotes, blanks and comments go through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from yaml import ScalarEvent

from quizapp.deckfile.located import Located
from quizapp.deckfile.nodes import Items, Node, Pairs
from quizapp.lint.view import DeckView, NoteView

BLOCKS = frozenset("|>")


Scalar = tuple[str, int, ScalarEvent]
"""The key a text stands under, its number in a list, else 0, and its event, which has its place and its quotes.

A plain tuple: there are ten for each note.
"""


def texts_of(note: NoteView) -> list[Scalar]:
    """Return all texts of a note in their order. Ask for it by `note.memo(texts_of)`: several rules do."""
    return _texts(note.at)


def is_from_file(note: NoteView) -> bool:
    """Tell whether a note stands in its deck's text, and is no draft with a text of its own."""
    return note.at.source is note.deck.located.source


def head_texts(deck: DeckView) -> Iterator[tuple[Located, Scalar]]:
    """Yield the texts of a deck's own entries, also those inside them, each with the entry it stands in."""
    for located in deck.located.head.values():
        for scalar in _texts(located):
            yield located, scalar


def _texts(located: Located) -> list[Scalar]:
    found: list[Scalar] = []
    for key, (_, node) in located.entries.items():
        if type(node) is ScalarEvent:
            found.append((key, 0, node))
        else:
            _add_inner(key, node, found)
    return found


def _add_inner(key: str, node: Node, found: list[Scalar]) -> None:
    nodes = node.nodes if isinstance(node, Items) else ()
    if isinstance(node, Pairs):
        nodes = [value for _, value in node.entries.values()]
    for item, value in enumerate(nodes):
        if type(value) is ScalarEvent:
            found.append((key, item, value))
        else:
            _add_inner(key, value, found)


class Span(NamedTuple):
    """The characters of a file that a text takes up with its quotes. That of a block ends with its last line."""

    start: int
    end: int
    event: ScalarEvent


class Spans:
    """Where all texts of a deck stand, keys among them, for finding the one at a place."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def at(self, offset: int) -> Span | None:
        """Return the text that a character belongs to, None for what is only between texts."""
        index = bisect_right(self._starts, offset) - 1
        return self._spans[index] if index >= 0 and offset < self._spans[index].end else None


def spans_of(deck: DeckView) -> Spans:
    """Return where the texts of a deck stand. Ask for it by `deck.memo(spans_of)`, and only when it is needed."""
    located = (*deck.located.head.values(), *(note.at for note in deck.notes))
    return Spans([span for entries in located for span in _spans(entries)])


def _spans(located: Located) -> Iterator[Span]:
    offset = located.origin.offset
    events = [key for key, _ in located.entries.values()]
    events += [event for _, _, event in _texts(located)]
    for event in events:
        start, end = event.start_mark, event.end_mark
        if start and end:
            yield Span(offset + start.index, offset + end.index, event)
