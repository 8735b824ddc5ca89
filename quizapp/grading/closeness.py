"""How far two wordings are apart, and which distances are slips of the keyboard.

Nine out of ten misspellings hold a single mistake (Pollock and Zamora 1983, 10.1002/asi.4630340108), and few
are in a word's first letter (Yannakoudakis and Fawthrop 1983, "The rules of spelling errors"). Two mistakes
in one word are far more often another word: minority and majority, Slovakia and Slovenia. So room is given by
the word first, then by the whole, and never at the start of a word. Neighbours that changed places count once
(optimal string alignment).
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

from quizapp.grading.normal_form import NormalForm, is_exact

MOST = 5


def room(letters: int) -> int:
    """Return how many letters of a whole answer may be wrong.

    None below 5 letters, where one letter makes another word (Iran, Iraq); then 1 up to 7, 2 up to 14, and
    above that 15 of a hundred, but at most 5: what is longer is a sentence, which is judged by its words.
    """
    if letters < 5:
        return 0
    return 1 if letters <= 7 else 2 if letters <= 14 else min(letters * 15 // 100, MOST)


def _room_in_word(letters: int) -> int:
    return 0 if letters < 4 else 1 if letters < 10 else 2


def distance(one: NormalForm, other: NormalForm) -> int:
    """Return the letters that differ, accents and spaces apart. Symmetric; 0 where only accents differ."""
    return OSA.distance(one.together, other.together)


def slips(one: NormalForm, other: NormalForm) -> int | None:
    """Return how many letters differ, accents aside, when slips explain it, else None. Symmetric.

    Numbers, and words in Chinese, Japanese or Korean writing, must be the same. Where one side has more
    words, as when a space was left out, the letters are compared as one word with room for one slip.
    """
    if one.exact != other.exact:
        return None
    total = _slips_word_by_word(one, other) if len(one.plain) == len(other.plain) else _slips_in_the_whole(one, other)
    # Most wordings end here, and need not be joined to see how long they are.
    if not total:
        return total
    return total if total <= room(min(len(one.spelled), len(other.spelled))) else None


def _slips_word_by_word(one: NormalForm, other: NormalForm) -> int | None:
    total = 0
    for ours, theirs in zip(one.plain, other.plain, strict=True):
        apart = slips_in_word(ours, theirs) if ours != theirs else 0
        if apart is None:
            return None
        total += apart
    return total


def _slips_in_the_whole(one: NormalForm, other: NormalForm) -> int | None:
    """Return the slips in two wordings as one word each, where that is at most one."""
    if abs(sum(map(len, one.plain)) - sum(map(len, other.plain))) > 1:
        return None
    apart = slips_in_word(one.spelled, other.spelled) if one.spelled != other.spelled else 0
    return None if apart is None or apart > 1 else apart


def slips_in_word(ours: str, theirs: str) -> int | None:
    """Return how many letters of two words differ if a slip explains it, None if it does not. Symmetric."""
    if ours[:1] != theirs[:1] or is_exact(ours) or is_exact(theirs):
        return None
    most = _room_in_word(min(len(ours), len(theirs)))
    apart = OSA.distance(ours, theirs, score_cutoff=most)
    return apart if apart <= most else None
