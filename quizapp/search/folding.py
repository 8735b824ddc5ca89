"""Text as a search compares it: without case and accents, and with the signs that a keyboard has.

More is forgiven than in grading an answer: to find a card too many costs a glance, to miss one the search.
"""

from __future__ import annotations

import re
import unicodedata

_SAME = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212", "-"),
    **{"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},
}
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u200c\u200d\ufe0e\ufe0f"
"""Accents on Latin, Greek and Cyrillic, the vowel points of Hebrew and Arabic, and joiners.

Not the marks of kana or of Indian scripts, which make other letters.
"""
_DIFFERENT = re.compile(f"[{_MARKS}{''.join(_SAME)}]")


def folded(text: str) -> str:
    """Return the text folded, on one line with single spaces; empty when there is nothing to look for."""
    return " ".join(folded_letters(text).split())


def folded_letters(text: str) -> str:
    """Return the text folded but for its spaces and line feeds, which stay as they are."""
    if text.isascii():
        return text.lower().replace("`", "'")
    letters = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _DIFFERENT.sub(lambda match: _SAME.get(match[0], ""), letters))
