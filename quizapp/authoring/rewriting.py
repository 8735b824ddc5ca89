"""The text of a deck file with other notes in it, made of the smallest edits in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from quizapp.deckfile.editing import apply, change_note, delete_note, insert_notes, move_note
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.written import NoteFields
from quizapp.problem import Edit

Wanted = tuple[int | None, NoteFields]
"""A note of the list that is wanted: its place in the file, None for a new one, and what it is to say."""


def rewritten(text: str, wanted: Sequence[Wanted], path: str = "deck.yaml") -> str:
    """Return the text of a deck file after its notes have become those that are wanted, in their order.

    Notes that stay as they are keep every byte; of those that change place, as few as possible are moved.

    Raises:
        NoteRefused: a note cannot stand in a deck, or not beside another one there.
        DeckNotEdited: the file is laid out so that no safe edit was found.
    """
    file = _File(text, path)
    kept = [(origin, fields) for origin, fields in wanted if origin is not None]
    for place in sorted(set(range(len(file.deck.notes))) - {origin for origin, _ in kept}, reverse=True):
        file.edit(delete_note(file.deck, place))
    order = sorted(origin for origin, _ in kept)
    for origin, fields in kept:
        file.edit(change_note(file.deck, order.index(origin), fields))
    for place, to in moves(order, [origin for origin, _ in kept]):
        file.edit(move_note(file.deck, place, to))
    at = 0
    for is_new, group in groupby(wanted, key=lambda note: note[0] is None):
        notes = [fields for _, fields in group]
        if is_new:
            file.edit(insert_notes(file.deck, at, notes))
        at += len(notes)
    return file.text


def moves(order: Sequence[int], wanted: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Yield the moves, each a place and where to, that bring distinct numbers into another order.

    The longest run that is in order already stays where it is.
    """
    now, stays = list(order), _longest_rising([order.index(number) for number in wanted])
    staying = {order[place] for place in stays}
    for place, number in enumerate(wanted):
        if number in staying:
            continue
        at = now.index(number)
        now.remove(number)
        to = now.index(wanted[place - 1]) + 1 if place else 0
        now.insert(to, number)
        if at != to:
            yield at, to


def edits_between(before: str, after: str) -> tuple[Edit, ...]:
    """Return edits of whole lines that make one text into another, for `apply_bytes`."""
    ones, others = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in ones:
        starts.append(starts[-1] + len(line))
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    return tuple(
        Edit(starts[a], starts[b], "".join(others[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
    )


class Follower:
    """The text of a deck that keeps up with a list of notes, edit by edit: what drafts are checked against.

    It reads as the saved file will, though not always byte by byte: a note that was deleted and brought back is written
    anew here.
    """

    def __init__(self, text: str, keys: Sequence[int], path: str) -> None:
        """Start with a file's text and the keys of its notes, in their order."""
        self.text = text
        self._keys = tuple(keys)
        self._path = path

    def follow(self, notes: Sequence[tuple[int, NoteFields]]) -> str:
        """Return the text with these notes, each with its key.

        Raises:
            NoteRefused, DeckNotEdited: as for `rewritten`; the text stays as it was.
        """
        origins = {key: place for place, key in enumerate(self._keys)}
        self.text = rewritten(self.text, [(origins.get(key), fields) for key, fields in notes], self._path)
        self._keys = tuple(key for key, _ in notes)
        return self.text


class _File:
    """A deck file's text that edits are made to, one after another."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self.deck: LocatedDeck = locate_deck(text, path)
        self.text = self.deck.source.text

    def edit(self, edits: tuple[Edit, ...]) -> None:
        if edits:
            self.text = apply(self.text, edits)
            self.deck = locate_deck(self.text, self._path)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return a longest rising part of distinct numbers."""
    ends: list[int] = []
    parts: list[list[int]] = []
    for number in numbers:
        length = bisect_left(ends, number)
        part = [*(parts[length - 1] if length else []), number]
        ends[length : length + 1] = [number]
        parts[length : length + 1] = [part]
    return parts[-1] if parts else []
