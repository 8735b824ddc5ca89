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

_ENTRY = re.compile(r"([\w-]+)[ \t]*:(?:\s|$)")
_NOTES = re.compile(r"notes[ \t]*:[ \t]*(?:#.*)?$")
_DASH = re.compile(r"( *)-(?:\s|$)")
_KEYED_DASH = re.compile(r" *- +[\w-]+:")


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
    known, indent = frozenset(keys), -1
    starts: list[tuple[int, bool]] = []  # the first line of each piece, and whether it is a note
    in_notes = False
    for number, line in enumerate(lines):
        if (entry := _ENTRY.match(line)) and entry[1] in known:
            in_notes = bool(_NOTES.match(line))
            starts.append((number, False))
        elif (dash := _DASH.match(line)) and (indent == len(dash[1]) or (in_notes and indent < 0)):
            indent = len(dash[1])
            if in_notes or _KEYED_DASH.match(line):
                in_notes = True  # that a note's key had slipped to column 0 did not end them
                starts.append((number, True))
    if indent < 0:
        return None
    ends = [number for number, _ in starts[1:]] + [len(lines)]
    offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))
    head: list[Piece] = []
    notes: list[Piece] = []
    for (first, is_note), end in zip(starts, ends, strict=True):
        piece = Piece(first, offsets[first], "\n".join(lines[first:end]))
        if is_note:
            notes.append(piece)
        elif not _NOTES.match(lines[first]):
            head.append(piece)
    return Pieces(tuple(head), tuple(notes))
