"""How alike two texts are, whatever script they are in."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def alike(one: str, other: str) -> float:
    """Return the Dice coefficient of two folded texts' pairs of neighbouring characters, 0 to 1.

    It asks nothing of a script: languages without spaces between words are compared as well as those with.
    """
    if one == other:
        return 1.0
    ours, theirs = _bigrams(one), _bigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def words(text: str) -> set[str]:
    """Return the words of a folded text; three letters at a time where a word may be a whole sentence."""
    found = set()
    for word in _WORD.findall(text):
        if word.isascii() or len(word) <= 3:
            found.add(word)
        else:
            found.update(word[index : index + 3] for index in range(len(word) - 2))
    return found


def _bigrams(text: str) -> set[str]:
    framed = f" {text} "
    return {framed[index : index + 2] for index in range(len(framed) - 1)}
