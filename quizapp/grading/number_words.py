"""Numbers written in English words: cardinals, ordinals and fractions. Lower case, as `folding.fold` leaves
them.
"""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine"
    " ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
    " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)

_SMALL = {word: value for value, word in enumerate(_ONES.split())}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_RANKS = {word: value for value, word in enumerate(_ORDINALS.split())}
_RANKS |= {word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS.split(), 2)}
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_PARTS |= {word + ending: value for word, value in _RANKS.items() if 3 <= value <= 10 for ending in ("", "s")}

_ANY = "|".join([*_SMALL, "hundred", *_LARGE])
CARDINAL = rf"(?:an?[ ](?=hundred|{'|'.join(_LARGE)}))?(?:{_ANY})(?:(?:[- ]|,?[ ]and[ ])(?:{_ANY}))*"
"""A pattern for a run of number words (verbose or not); `cardinal` tells whether the run is one number."""
RANK = rf"(?:(?P<rank_tens>{'|'.join(_TENS.split())})[- ])?(?P<rank>{'|'.join(_RANKS)})"
PART = rf"(?:half|(?:(?P<parts>an?|{'|'.join(list(_SMALL)[1:10])})[- ](?P<part>{'|'.join(_PARTS)})))"
WORDS = frozenset([*_SMALL, "hundred", *_LARGE, *_RANKS, *_PARTS])
ANCHOR = re.compile(rf"[0-9]+|\b(?:an? )?(?P<word>{'|'.join(sorted(WORDS))})\b")
"""Finds digits and number words quickly; a figure has one at its start, or but for a sign or a currency."""


def cardinal(run: str) -> int | None:
    """Return the number that a run of words says, None where it says several (`one two`, `two and three`)."""
    total = current = 0
    ceiling = 10**15
    for word in re.findall("[a-z]+", run):
        if word in ("a", "an", "and"):
            continue
        if word in _LARGE:
            if _LARGE[word] >= ceiling:
                return None
            ceiling = _LARGE[word]
            total, current = total + (current or 1) * ceiling, 0
        elif word == "hundred":
            if current >= 100:
                return None
            current = (current or 1) * 100
        else:
            value = _SMALL[word]
            if current % 100 and (current % 100 < 20 or current % 10 or not 0 < value < 10):
                return None
            current += value
    return total + current


def figures(run: str) -> list[str]:
    """Return the words of a run one by one, those that are numbers in figures."""
    words = re.findall("[a-z]+", run)
    return [str(cardinal(word)) if word in _SMALL or word in _LARGE else word for word in words]


def rank(tens: str | None, word: str) -> str:
    """Return an ordinal in figures: `2nd` for second, `21st` for twenty-first."""
    value = _SMALL.get(tens or "", 0) + _RANKS[word]
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def part(count: str | None, word: str | None) -> tuple[int, int]:
    """Return what is above and below the line: of `two`, `thirds` 2 and 3; with nothing given, of a half."""
    return (_SMALL.get(count or "", 1), _PARTS[word]) if word else (1, 2)
