"""Text as a terminal shows it: letters with all that belongs to them, and how many cells each takes.

The same division and the same widths as the terminal library has, so that rows padded here line up there; it
cannot be asked itself, because grading knows no terminal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_JOINER = "\u200d"
_JOINERS = re.compile(f"{_JOINER}+")
_EMOJI_STYLE = "\ufe0f"
_ALONE = "◌"
"""Carries a combining mark that has no letter, as in Unicode's own charts."""


def graphemes(line: str) -> list[str]:
    """Return the line in pieces that are never torn apart: a letter with its accents, a family of emoji.

    Joiners that join nothing are left out: a terminal would have them swallow what stands after them.
    """
    if line.isascii():
        return list(line)
    pieces: list[str] = []
    for character in _JOINERS.sub(_JOINER, line).strip(_JOINER):
        if pieces and (_cells(character) == 0 or pieces[-1].endswith(_JOINER)):
            pieces[-1] += character
        else:
            pieces.append(character if _cells(character) else _ALONE + character)
    return pieces


def cells(grapheme: str) -> int:
    """Return the cells that one grapheme takes: 1, or 2 for wide letters and emoji; 0 for nothing."""
    if not grapheme:
        return 0
    return 2 if _EMOJI_STYLE in grapheme else max(_cells(grapheme[0]), 1)


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if _is_zero_width(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_zero_width(character: str) -> bool:
    """Tell combining marks, format characters, the vowels and finals of Hangul, and skin tones."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
        or "\u1160" <= character <= "\u11ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
