"""Editing a deck's file in place: each edit touches the bytes of one note and leaves every other byte as it is.

Pure. An edit is a tuple of `Edit`s of the text that the reader sees. Every one has been tried before it is returned:
the text that follows reads back with the notes that were asked for, the others character by character what they were,
and the head too. Where the smallest edit does not hold, as in an odd layout, the note is written anew as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from quizapp.deckfile.change import smallest_edits, whole_edit
from quizapp.deckfile.layout import Layout
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.moving import deletion, insertion, moving
from quizapp.deckfile.written import NoteFields, fields_of, read_note
from quizapp.errors import DeckNotEdited, NoteRefused
from quizapp.problem import Edit, Level, Problem

_BOM = b"\xef\xbb\xbf"

Edits = tuple[Edit, ...]


def change_note(deck: LocatedDeck, index: int, fields: NoteFields) -> Edits:
    """Return the edits after which a note says `fields`; none when it does already.

    The keys whose value stays keep their bytes, order, quotes and comments.

    Raises:
        NoteRefused: the reader takes no such note, or not in this deck.
        DeckNotEdited: the file is laid out so that nothing safe was found.
    """
    note = deck.notes[index]
    if fields_of(note) == dict(fields):
        return ()
    _check(fields, deck)
    wanted = _notes(deck)
    wanted[index] = dict(fields)
    layout = Layout(deck)
    ways = (lambda: smallest_edits(layout, note, fields), lambda: whole_edit(layout, note, fields))
    return _first_that_holds(deck, wanted, ways, range(index, index + 1))


def insert_note(deck: LocatedDeck, index: int, fields: NoteFields) -> Edits:
    """Return the edits that put a note before another; behind the last when index is their number.

    Raises:
        NoteRefused, DeckNotEdited: as for `change_note`.
    """
    return insert_notes(deck, index, (fields,))


def insert_notes(deck: LocatedDeck, index: int, notes: Sequence[NoteFields]) -> Edits:
    """Return the edits that put several notes, in their order, before another.

    Raises:
        NoteRefused, DeckNotEdited: as for `change_note`; then none is put there.
    """
    if not notes:
        return ()
    for fields in notes:
        _check(fields, deck)
    wanted = _notes(deck)
    wanted[index:index] = [dict(fields) for fields in notes]
    return _first_that_holds(deck, wanted, (lambda: insertion(Layout(deck), index, notes),))


def delete_note(deck: LocatedDeck, index: int) -> Edits:
    """Return the edits that take a note out, with the comment directly above it.

    Raises:
        DeckNotEdited: as for `change_note`.
    """
    wanted = _notes(deck)
    del wanted[index]
    return _first_that_holds(deck, wanted, (lambda: deletion(Layout(deck), index),), range(index, index + 1))


def move_note(deck: LocatedDeck, index: int, to: int) -> Edits:
    """Return the edits after which a note stands at another place in the order, as it was written.

    Raises:
        DeckNotEdited: as for `change_note`.
    """
    if index == to:
        return ()
    wanted = _notes(deck)
    wanted.insert(to, wanted.pop(index))
    between = range(min(index, to), max(index, to) + 1)  # in brackets those between take each other's places
    return _first_that_holds(deck, wanted, (lambda: moving(Layout(deck), index, to),), between)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after the edits, whose places count in the text before.

    Raises:
        ValueError: two of them overlap.
    """
    parts = []
    done = 0
    for start, end, put in sorted(edits):
        if start < done:
            raise ValueError("edits overlap")
        parts += [text[done:start], put]
        done = end
    return "".join((*parts, text[done:]))


def apply_bytes(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a deck file after edits of its text; byte order mark and line ends stay, and new lines get the same.

    Bytes that are no UTF-8 stay too.
    """
    mark = _BOM if data.startswith(_BOM) else b""
    text = data.removeprefix(mark).decode(errors="surrogateescape")
    if text.startswith("\ufeff"):  # the reader passes over a second one as well
        mark, text = mark + _BOM, text[1:]
    if "\r" in text:
        line_end = _usual_line_end(text)
        pairs = [found.start() - count for count, found in enumerate(re.finditer("\r\n", text))]
        edits = [
            Edit(start + bisect_left(pairs, start), end + bisect_left(pairs, end), put.replace("\n", line_end))
            for start, end, put in edits
        ]
    return mark + apply(text, edits).encode(errors="surrogateescape")


def _usual_line_end(text: str) -> str:
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda line_end: counts[line_end])


def _notes(deck: LocatedDeck) -> list[dict[str, str | tuple[str, ...]]]:
    return [fields_of(note) for note in deck.notes]


def _check(fields: NoteFields, deck: LocatedDeck) -> None:
    note, problems = read_note(fields, deck.parsed.path)
    if note is None:
        raise NoteRefused(problems)


def _first_that_holds(
    deck: LocatedDeck,
    wanted: list[dict[str, str | tuple[str, ...]]],
    ways: Sequence[Callable[[], Sequence[Edit] | None]],
    touched: range = range(0),
) -> Edits:
    """Return the edits of the first way after which the deck has the notes that are wanted.

    Args:
        touched: the notes whose characters may change; the others' stay.
    """
    refused: tuple[Problem, ...] = ()
    for way in ways:
        edits = way()
        if edits is None:
            continue
        try:
            text = apply(deck.source.text, edits)
        except ValueError:
            continue
        after = locate_deck(text, deck.parsed.path)
        is_as_wanted = _notes(after) == wanted and _head(after) == _head(deck)
        if is_as_wanted and not any(_hits_others(edit, deck, touched) for edit in edits):
            return tuple(sorted(edits))
        refused = refused or _new_errors(after, deck)
    clashes = [problem for problem in refused if problem.rule in ("duplicate-id", "duplicate-note")]
    if clashes:
        raise NoteRefused(clashes)
    raise DeckNotEdited(deck.parsed.path)


def _head(deck: LocatedDeck) -> tuple[object, ...]:
    parsed = deck.parsed
    return parsed.deck_id, parsed.title, parsed.source, parsed.tags, parsed.checks


def _hits_others(edit: Edit, deck: LocatedDeck, touched: range) -> bool:
    """Tell whether an edit changes characters of a note, or puts some into it, that it has no business with."""
    first = max(bisect_right(deck.notes, edit.start, key=lambda note: note.start) - 1, 0)
    for index in range(first, len(deck.notes)):
        note = deck.notes[index]
        if note.start > edit.end:
            break
        if index not in touched and edit.start < note.end and edit.end > note.start:
            return True
    return False


def _new_errors(after: LocatedDeck, before: LocatedDeck) -> tuple[Problem, ...]:
    known = {(problem.rule, problem.message) for problem in before.parsed.problems}
    return tuple(
        problem
        for problem in after.parsed.problems
        if problem.level is Level.ERROR and (problem.rule, problem.message) not in known
    )
