"""Wrong options for a question that has none, taken from the other answers of its deck.

An option that is plainly of another sort gives the answer away, so figures stand beside figures of the same
unit and about the same size, years beside years, names beside names, and phrases beside phrases of about the
same length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from math import inf, log10
from typing import NamedTuple

from quizapp.grading.closeness import slips
from quizapp.grading.normal_form import NormalForm, normal_form
from quizapp.grading.number_words import ANCHOR
from quizapp.grading.quantity import LONGEST, read_number
from quizapp.grading.shuffle import draw, shuffle
from quizapp.grading.units import NO_UNIT

LONGEST_OPTION = 120
"""Characters of the longest option that a question with choices can show."""

MOST_CANDIDATES = 500
"""Candidates looked at, which takes a few milliseconds."""

_NEAREST = 3
"""Near candidates kept for each option, so that options are plausible but differ from review to review."""


class Sort(StrEnum):
    """What an answer looks like."""

    YEAR = "year"
    DATE = "date"
    FIGURE = "figure"
    NAME = "name"
    PHRASE = "phrase"


_FARTHEST = {Sort.YEAR: inf, Sort.DATE: 0.0, Sort.FIGURE: 3.0, Sort.NAME: 0.6, Sort.PHRASE: 0.6}
"""How much the sizes may differ, in powers of ten. Of years the nearest will do."""


class _Looks(NamedTuple):
    """The sort of an answer and its unit, which have to agree, and its size, which should be near."""

    sort: Sort
    unit: str
    size: float


_YEAR = re.compile(r"(?:1\d|20)\d\ds?")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = r"\d\d?"
_DATE = re.compile(
    rf"(?:{_DAY} )?(?:{_MONTHS})(?: {_DAY})?(?:,? \d{{4}})?|\d{{4}}-\d\d(?:-\d\d)?", re.IGNORECASE
)
_LINK_WORDS = "a al an and at by da de del der des di du en et for in la le of on the to van von y zu"
_LINKS = frozenset(_LINK_WORDS.split())


def sort_of(answer: str) -> Sort:
    """Return what an answer looks like; the words of a name, but for links (*of*), start with capitals."""
    return _looks(answer).sort


def distractors(
    answer: str, candidates: Iterable[str], seed: str, n: int = 3, accept: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return up to `n` wrong options out of other answers, all of the answer's sort, fixed by the seed.

    None of them is the answer, an accepted wording, or so near to one (a slip, a part of it, the same amount)
    that it could be taken for right, nor are two of them so near to each other. Fewer than `n` means that the
    deck has no more of that sort, so that the question had better be asked in another way. Of more candidates
    than `MOST_CANDIDATES` an even sample is looked at, so the same options need them in the same order.
    """
    looks = _looks(answer)
    alike = [
        (abs(its.size - looks.size), other)
        for other in _sample(list(dict.fromkeys(candidates)), seed)
        if 0 < len(other) <= LONGEST_OPTION
        and (its := _looks(other))[:2] == looks[:2]
        and abs(its.size - looks.size) <= _FARTHEST[looks.sort]
    ]
    near: list[str] = []
    taken = [normal_form(text) for text in (answer, *accept)]
    for _, other in sorted(alike):
        if len(near) == _NEAREST * n:
            break
        form = normal_form(other)
        if not any(_too_near(form, known) for known in taken):
            near.append(other)
            taken.append(form)
    return shuffle(near, seed)[:n]


def _sample(candidates: Sequence[str], seed: str) -> Sequence[str]:
    step = -(-len(candidates) // MOST_CANDIDATES) or 1
    return candidates[draw(step, seed) :: step]


@lru_cache(maxsize=4096)
def _looks(answer: str) -> _Looks:
    if _YEAR.fullmatch(answer):
        return _Looks(Sort.YEAR, "decade" if answer.endswith("s") else "", float(answer[:4]))
    if _DATE.fullmatch(answer):
        return _Looks(Sort.DATE, re.sub("[a-z]+", "m", re.sub("[0-9]", "0", answer.lower())), 0.0)
    number = read_number(answer) if len(answer) <= 2 * LONGEST and ANCHOR.search(answer.lower()) else None
    if number:
        size = log10(abs(number.amount)) if number.amount else -1.0
        return _Looks(Sort.FIGURE, number.unit.base if number.unit is not NO_UNIT else "", size)
    words = [word for word in answer.split() if word.lower() not in _LINKS]
    named = bool(words) and all(word[0].isupper() or not word[0].isalpha() for word in words)
    return _Looks(Sort.NAME if named else Sort.PHRASE, "", log10(len(answer) + 1))


def _too_near(one: NormalForm, other: NormalForm) -> bool:
    """Tell whether one could pass for the other, or says all of it (Fidelity, Fidelity International)."""
    if one.key == other.key or slips(one, other) is not None:
        return True
    shorter, longer = sorted((set(one.plain), set(other.plain)), key=len)
    return shorter <= longer
