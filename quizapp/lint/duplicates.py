"""Which notes ask for one thing in other words, found by an index and not by comparing all with all.

Two notes are near duplicates when they want the same answer and one question holds nearly all that the other says, by
the weight of its words. A word weighs the more the fewer notes have it, so nothing is known here of any language. What
makes templates differ is what keeps them apart: where each question has a rare word or a number that the other lacks
("Who wrote Hamlet?", "Who wrote Macbeth?"), they are two questions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import log
from typing import NamedTuple

from quizapp.deckfile.likeness import words
from quizapp.lint.asking import Asked, asked
from quizapp.lint.view import NoteView

_RAREST_WORDS = 4
_TOO_COMMON = 32
"""Notes with one answer and one word in common; more of them share a template, and would make the search quadratic."""

_FEW = 4
"""So many notes are compared one with another."""

_COMMON_SHARE = 0.025
"""Words in more than this share of all notes say how something is asked, and not what."""

_PRIOR = 100
_SHORT_SHARE, _LONG_SHARE = 0.06, 0.001
_SHORT_WORD = 4
"""While there are few notes, short words are taken to be common, as they are in every language (Zipf 1935): as if
there were 100 more notes, with each short word in 6 % of them."""

_FEWEST_SHARED = 3
"""Rare words that two questions have in common before either may have one more: Guinea, and Equatorial Guinea."""

_LONGEST_ENDING = 3
_SHORTEST_STEM = 4
_NUMBER = re.compile(r".*\d.*|x{0,3}(?:ix|iv|v?i{0,3})")
"""Words with a figure in them, and Roman numbers: Henry IV, and Henry VI."""


class _Signs(NamedTuple):
    """What a note is found by: its rarest word, and the rarest of those that other notes have too."""

    rarest: str
    shared: list[str]


class DuplicateIndex:
    """The notes of a collection by what they ask and answer."""

    def __init__(self, notes: Collection[NoteView]) -> None:
        self._by_answer: defaultdict[str, list[NoteView]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        for note in notes:
            asking = note.memo(asked)
            self._by_answer[asking.answer].append(note)
            self._counts.update(words(asking.text))
        self._notes = len(notes) + _PRIOR
        self._buckets: defaultdict[tuple[str, str], list[NoteView]] = defaultdict(list)
        self._signs: dict[int, _Signs] = {}  # by the identity of a note's view
        for answer, group in self._by_answer.items():
            if len(group) > _FEW:
                for note in group:
                    self._signs[id(note)] = signs = self._signs_of(note.memo(asked).text, others_from=2)
                    for word in signs.shared:
                        self._buckets[answer, word].append(note)

    def candidates(self, note: NoteView) -> Sequence[NoteView]:
        """Return the notes with the same answer that may ask nearly the same, this one perhaps among them.

        Where there are more than a few, they have a rare word in common, and one has the rarest word of the other.
        """
        text, answer = note.memo(asked)
        group = self._by_answer.get(answer, ())
        if len(group) <= _FEW:
            return group
        ours = self._signs.get(id(note)) or self._signs_of(text, others_from=1)
        found = {}
        for word in ours.shared:
            bucket = self._buckets.get((answer, word), ())
            if len(bucket) <= _TOO_COMMON:
                for other in bucket:
                    if len(bucket) <= _FEW or self._is_likely(text, ours, other):
                        found[id(other)] = other
        return list(found.values())

    def _is_likely(self, text: str, ours: _Signs, other: NoteView) -> bool:
        return self._signs[id(other)].rarest in text or ours.rarest in other.memo(asked).text

    def likeness(self, one: Asked, other: Asked) -> float:
        """Return by how much the question that says less is held in the other, 0 to 1; 0 where both differ in kind.

        Rare words keep two questions apart or do not; common ones count by their weight.
        """
        ours, theirs = words(one.text), words(other.text)
        common = ours & theirs
        left, right = ours - common, theirs - common
        rare_left, rare_right = set(filter(self._is_rare, left)), set(filter(self._is_rare, right))
        fewest = _FEWEST_SHARED if rare_left or rare_right else 1
        if sum(map(self._is_rare, common)) < fewest or _differ_in_numbers(left, right):
            return 0.0
        if rare_left and rare_right and not _are_inflected(rare_left, rare_right):
            return 0.0
        held = self._weight(common)
        return held / (held + min(self._weight(left - rare_left), self._weight(right - rare_right)))

    def _signs_of(self, text: str, others_from: int) -> _Signs:
        """Return the signs of a text; other notes have a word too when its count is at least `others_from`."""
        counts = self._counts
        found = sorted(sorted(words(text)), key=counts.__getitem__)
        shared = [word for word in found if counts[word] >= others_from][: 2 * _RAREST_WORDS]
        return _Signs(found[0] if found else text, list(filter(self._is_rare, shared))[:_RAREST_WORDS])

    def _share(self, word: str) -> float:
        expected = _SHORT_SHARE if len(word) <= _SHORT_WORD and word.isascii() else _LONG_SHARE
        return (self._counts[word] + _PRIOR * expected) / self._notes

    def _is_rare(self, word: str) -> bool:
        return self._share(word) <= _COMMON_SHARE or _NUMBER.fullmatch(word) is not None

    def _weight(self, found: Iterable[str]) -> float:
        return sum(max(-log(self._share(word)), 0.0) for word in found)


def _differ_in_numbers(left: set[str], right: set[str]) -> bool:
    return any(map(_NUMBER.fullmatch, left)) and any(map(_NUMBER.fullmatch, right))


def _are_inflected(left: set[str], right: set[str]) -> bool:
    """Tell whether each rare word of the side that has fewer is a form of one on the other: trained, train."""
    fewer, more = sorted((left, right), key=len)
    return all(any(_is_form(word, other) for other in more) for word in fewer)


def _is_form(one: str, other: str) -> bool:
    stem = max(_SHORTEST_STEM, max(len(one), len(other)) - _LONGEST_ENDING)
    return one[:stem] == other[:stem]
