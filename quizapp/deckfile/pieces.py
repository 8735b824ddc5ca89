"""A file that is not YAML as a whole, cut into pieces that can be read one by one.

Sound for files in block style: a deck's key at column 0 ends whatever stood before it, and so does a dash at
the column of the first note's, because everything that belongs to a note is indented deeper than its dash.
Only a quotation that breaks this custom could be cut in two; then both halves are broken, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Piece(NamedTuple):
    """Lines of a file, from `first_line` (counted from 0), whose first character is the file's at `start`."""

    first_line: int
    start: int
    text: str


class Pieces(NamedTuple):
    """The head's entries, one a piece, and the notes, one a piece."""

    head: tuple[Piece, ...]
    notes: tuple[Piece, ...]


def cut(text: str, keys: Iterable[str]) -> Pieces | None:
    """Return the pieces of a text with these top-level keys; None without a `notes:` in block style."""
    lines = text.split("\n")
    entry = re.compile(rf"(?:{'|'.join(keys)})[ \t]*:(?:\s|$)")
    notes_entry = re.compile(r"notes[ \t]*:[ \t]*(?:#.*)?$")
    first_dash = re.compile(r" *(?=-(?:\s|$))")
    dash = keyed_dash = None
    starts: list[tuple[int, bool]] = []  # the first line of each piece, and whether it is a note
    in_notes = False
    for number, line in enumerate(lines):
        if entry.match(line):
            in_notes = bool(notes_entry.match(line))
            starts.append((number, False))
        elif in_notes and dash is None and (found := first_dash.match(line)):
            dash, keyed_dash = re.compile(rf"{found[0]}-(?:\s|$)"), re.compile(rf"{found[0]}- +[\w-]+:")
            starts.append((number, True))
        elif in_notes and dash and dash.match(line):
            starts.append((number, True))
        elif keyed_dash and keyed_dash.match(line):
            in_notes = True  # that a note's key had slipped to column 0 did not end them
            starts.append((number, True))
    if dash is None:
        return None
    ends = [number for number, _ in starts[1:]] + [len(lines)]
    offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))
    head: list[Piece] = []
    notes: list[Piece] = []
    for (first, is_note), end in zip(starts, ends, strict=True):
        piece = Piece(first, offsets[first], "\n".join(lines[first:end]))
        if is_note:
            notes.append(piece)
        elif not notes_entry.match(lines[first]):
            head.append(piece)
    return Pieces(tuple(head), tuple(notes))
