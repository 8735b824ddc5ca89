"""The order of notes, so that of two alike notes the later one is told of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quizapp.lint.view import CollectionView, NoteView


def earlier(note: NoteView, others: Iterable[NoteView]) -> Iterator[NoteView]:
    """Yield those of the others that stand before a note; for a draft all but the one it is to replace."""
    positions = note.deck.collection.memo(_positions)
    own = positions.get(id(note))
    for other in note.others(others):
        if own is None or positions[id(other)] < own:
            yield other


def line_of(other: NoteView, note: NoteView) -> str:
    """Return in words where another note stands."""
    line = f"line {other.note.line}"
    return line if other.deck is note.deck else f"line {other.note.line} of {other.deck.path}"


def _positions(collection: CollectionView) -> Mapping[int, int]:
    """Return the place of each note among all, by the identity of its view."""
    return {id(note): position for position, note in enumerate(collection.notes)}
