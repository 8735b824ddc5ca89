"""The first step of every comparison: one line of text without the differences that no reader would see.

After it dashes are `-`, apostrophes are `'`, digits are those of ASCII, and letters are lower case in
Unicode's compatibility form (NFKC), in which `ﬁ` is `fi`, `％` is `%` and `CO₂` is `co2`. Two things that it
would spoil are kept apart from what stands before them: exponents (`10²` is not `102`), and fractions (`2½`
is not `21/2`).
"""

from __future__ import annotations

import re
import unicodedata

from quizapp.text import clean_line

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58"
_APOSTROPHES = "`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032"
_EXPONENT = re.compile("(?<=[0-9])[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FRACTION = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")


class _Plain(dict[int, str | None]):
    """A table for `str.translate` that works out a character when it is first met."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        match unicodedata.category(character):
            case "Nd":
                plain: str | None = str(unicodedata.decimal(character))
            case "Cf":
                plain = None
            case "Zs":
                plain = " "
            case _:
                plain = character
        self[code] = plain
        return plain


_PLAIN = _Plain(
    {ord("\u2044"): "/", 0xFE0E: None, 0xFE0F: None}
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
)


def fold(text: str) -> str:
    """Return the text on one clean line, as described above; empty when nothing of it is visible."""
    line = clean_line(text).replace("’", "'").replace("–", "-").replace("`", "'")
    if line.isascii():
        return line.casefold()
    line = _FRACTION.sub(" ", _EXPONENT.sub(lambda match: "^" + match[0], line))
    line = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", line).casefold())
    return " ".join(line.translate(_PLAIN).split())


def strip_accents(word: str) -> str:
    """Return a folded word without its accents.

    Only where readers take the plain letter for the same one: in Latin and Greek, the dots of Cyrillic ё, and
    the vowel points of Hebrew and Arabic. The breve of й and the marks of kana, or of Indian scripts, make
    other letters.
    """
    if word.isascii():
        return word
    plain: list[str] = []
    for character in unicodedata.normalize("NFD", word):
        if not (unicodedata.combining(character) and plain and _is_accent(plain[-1], character)):
            plain.append(_STROKES.get(character, character))
    return unicodedata.normalize("NFC", "".join(plain))


_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


def _is_accent(letter: str, mark: str) -> bool:
    return (
        letter < "\u0400"
        or "\u1e00" <= letter <= "\u1fff"
        or (letter, mark) == ("е", "\u0308")
        or "\u0591" <= mark <= "\u05c7"
        or "\u064b" <= mark <= "\u0652"
    )
