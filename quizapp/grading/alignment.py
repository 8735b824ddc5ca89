"""Which letter of one text stands over which of another, letters that are wide or carry marks included."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from quizapp.grading.diff import Column, Diff, Mark
from quizapp.grading.folding import fold
from quizapp.grading.graphemes import cells, graphemes
from quizapp.grading.normal_form import ARTICLES, is_ignored
from quizapp.text import clean_line

_HOLDS_ITS_PLACE = "_"


def align(typed: str, right: str) -> Diff:
    """Return the two texts letter by letter in as few differences as can be.

    What grading ignores (case, spaces, punctuation, articles) is shown but never marked. An accent that
    differs is another letter. Two texts of 2,000 letters take some milliseconds.
    """
    columns: list[Column] = []
    for mark, one, other in _pairs(_letters(typed), _letters(right)):
        one, other = one or _NONE, other or _NONE
        columns += (_column(a, Mark.SAME, b) for a, b in zip_longest(one.before, other.before, fillvalue=""))
        if one.text or other.text:
            columns.append(_column(one.text, mark, other.text))
    return Diff(tuple(columns))


class _Letter(NamedTuple):
    """A letter that counts, with what stands before it and does not; the last one of a text only ends it."""

    before: tuple[str, ...]
    text: str
    key: str


_NONE = _Letter((), "", "")


class _Pair(NamedTuple):
    mark: Mark
    ours: _Letter | None
    theirs: _Letter | None


def _pairs(ours: Sequence[_Letter], theirs: Sequence[_Letter]) -> list[_Pair]:
    pairs: list[_Pair] = []
    for step in Levenshtein.opcodes([letter.key for letter in ours], [letter.key for letter in theirs]):
        both = zip_longest(ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end])
        pairs += (_Pair(_MARKS[step.tag], one, other) for one, other in both)
    at = 0
    while at + 2 < len(pairs):
        pairs[at : at + 3] = _swapped(pairs[at : at + 3])
        at += 1
    return pairs


def _swapped(three: list[_Pair]) -> list[_Pair]:
    """Return neighbours that changed places as two other letters: clearer than one left out, one too many."""
    ours = [pair.ours for pair in three if pair.ours]
    theirs = [pair.theirs for pair in three if pair.theirs]
    marks = {three[0].mark, three[-1].mark}
    crossed = len(ours) == len(theirs) == 2 and [one.key for one in ours] == [one.key for one in theirs[::-1]]
    if not crossed or marks != {Mark.LEFT_OUT, Mark.TOO_MANY}:
        return three
    return [_Pair(Mark.OTHER, one, other) for one, other in zip(ours, theirs, strict=True)]


_MARKS = {"equal": Mark.SAME, "replace": Mark.OTHER, "insert": Mark.LEFT_OUT, "delete": Mark.TOO_MANY}


def _letters(text: str) -> list[_Letter]:
    pieces = graphemes(unicodedata.normalize("NFC", clean_line(text)))
    keys = _keys(pieces)
    letters: list[_Letter] = []
    before: list[str] = []
    for piece, key in zip(pieces, keys, strict=True):
        if key:
            letters.append(_Letter(tuple(before), piece, key))
            before = []
        else:
            before.append(piece)
    return [*letters, _Letter(tuple(before), "", "")]


def _keys(pieces: Sequence[str]) -> list[str]:
    """Return what each piece is compared by, nothing for those that grading ignores."""
    folded = [_folded(piece) for piece in pieces]
    keys = ["" if _is_silent(folded, at) else key for at, key in enumerate(folded)]
    for start, end in _words(keys):
        word = "".join(keys[start:end])
        if word == "the" or (word in ARTICLES and not any(keys[:start])):
            keys[start:end] = [""] * (end - start)
    return keys if any(keys) else folded


_folded = lru_cache(maxsize=1024)(fold)


def _is_silent(folded: Sequence[str], at: int) -> bool:
    """Tell punctuation and spaces, but for the point of a decimal."""
    between_digits = 0 < at < len(folded) - 1 and folded[at - 1].isdigit() and folded[at + 1].isdigit()
    return is_ignored(folded[at]) and not (folded[at] in ".:/" and between_digits)


def _words(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(len(keys) + 1):
        if at == len(keys) or not keys[at]:
            if start < at:
                yield start, at
            start = at + 1


def _column(typed: str, mark: Mark, right: str) -> Column:
    width = max(cells(typed), cells(right), 1)
    filler = " " if mark is Mark.SAME else _HOLDS_ITS_PLACE
    return Column(_padded(typed, filler, width), mark, _padded(right, filler, width), width)


def _padded(piece: str, filler: str, width: int) -> str:
    return piece + " " * (width - cells(piece)) if piece else filler * width
