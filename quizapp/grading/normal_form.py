"""The form in which two wordings are compared: words and numbers, without what does not matter.

Ignored entirely: case, the width and style of letters, white space, hyphens, quotes and other punctuation,
the article at the start (`ARTICLES`), `the` everywhere, and how a number is written. Symbols stay (`C++` is
not `C`), and so does what punctuation means inside a number: `12:30`, `3.10` and `−3`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import number_words
from quizapp.grading.folding import fold, strip_accents
from quizapp.grading.quantity import number_at, parse, plain_digits

ARTICLES = frozenset({"a", "an", "the"})
"""Only English ones: in a deck of German words the difference of *der* and *die* is what is being learned."""

_KEPT = re.compile(
    rf"""
      (?<!\w)\d*0'?s(?!\w)
    | \d+(?:st|nd|rd|th)(?!\w)
    | \d+(?::\d+)+
    | (?!\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.]))\d+(?:[./-]\d+){{2,}}
    | (?<!\d[ ])\d+/\d+
    | (?<!\w){number_words.PART}(?!\w)
    | (?<!\w){number_words.RANK}(?!\w)
    """,
    re.VERBOSE,
)
"""Figures that are not amounts: decades, ordinals, times, dates, versions, fractions."""
_DIGIT = re.compile("[0-9]")
_EXACT = re.compile("[0-9\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


class _Separators(dict[int, str | None]):
    """A table for `str.translate`, filled as needed: punctuation becomes a space, the rest stays."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kept = unicodedata.category(character)[0] in "LMNS"
        self[code] = character if kept else " "
        return self[code]


_SEPARATORS = _Separators(
    {ord("'"): None, ord("."): None, ord("®"): None, ord("©"): None, ord("&"): " and "}
    | {ord(symbol): symbol for symbol in "%#"}
)


class NormalForm(NamedTuple):
    """A wording for comparison.

    `words` in order; `key` is equal for two wordings that differ in nothing that matters, spaces included;
    `plain` are the words without accents; `exact` those words in which no slip is forgiven, the numbers and
    whatever is written in letters that are syllables or words by themselves.
    """

    words: tuple[str, ...]
    key: str
    plain: tuple[str, ...]
    exact: tuple[str, ...]

    @property
    def together(self) -> str:
        """Return all letters and digits in one run, without accents."""
        return "".join(self.plain)

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(word for word in self.exact if _DIGIT.search(word))

    @property
    def spelled(self) -> str:
        """Return the letters in which slips may be forgiven, in one run."""
        return "".join(word for word in self.plain if word not in self.exact)


def normalise(text: str) -> str:
    """Return the words that count, with a space between them; empty only when nothing is visible."""
    return " ".join(normal_form(text).words)


@lru_cache(maxsize=4096)
def normal_form(text: str) -> NormalForm:
    line = fold(text)
    words = tuple(_without_articles(_words(line))) or tuple(line.split())
    exact = tuple(word for word in words if is_exact(word))
    key = "".join(f" {word} " if word in exact else word for word in words) if exact else "".join(words)
    plain = words if key.isascii() else tuple(strip_accents(word) or word for word in words)
    return NormalForm(words, key, plain, exact)


def is_exact(word: str) -> bool:
    """Tell whether a word has to be met exactly: a number, or one in Chinese, Japanese or Korean writing."""
    return not (word.isascii() and word.isalpha()) and _EXACT.search(word) is not None


def is_ignored(character: str) -> bool:
    """Tell whether a folded character says nothing outside a number: white space, punctuation."""
    return not character.translate(_SEPARATORS).strip()


def _words(line: str) -> Iterable[str]:
    words = line.translate(_SEPARATORS).split()
    if number_words.WORDS.isdisjoint(words) and not _DIGIT.search(line):
        return words
    return _words_and_figures(line)


def _words_and_figures(line: str) -> Iterator[str]:
    end = 0
    for anchor in number_words.ANCHOR.finditer(line):
        figure = _figure(line, anchor, end) if anchor.start() >= end else None
        if figure:
            start, stop, words = figure
            yield from line[end:start].translate(_SEPARATORS).split()
            yield from words
            end = stop
    yield from line[end:].translate(_SEPARATORS).split()


def _figure(line: str, anchor: re.Match[str], least: int) -> tuple[int, int, list[str]] | None:
    """Return the span of the figure at an anchor and the words it is compared by."""
    for start in sorted({anchor.start(), anchor.start("word") if anchor["word"] else anchor.start()}):
        if kept := _KEPT.match(line, start):
            return *kept.span(), [_kept_word(kept)]
        if found := number_at(line, start, least):
            return *found.span(), _amount_words(found)
    return None


def _kept_word(kept: re.Match[str]) -> str:
    if kept["rank"]:
        return number_words.rank(kept["rank_tens"], kept["rank"])
    if kept[0][0].isalpha():
        return "/".join(map(str, number_words.part(kept["parts"], kept["part"])))
    return kept[0].replace("'", "")


def _amount_words(found: re.Match[str]) -> list[str]:
    if found[0] == found["digits"]:
        return [plain_digits(found[0])]
    number = parse(found)
    if number is None:
        return number_words.figures(found["words"]) if found["words"] else [found[0]]
    return [_decimal(number.amount), *filter(None, [number.unit.base])]


def _decimal(value: Fraction) -> str:
    """Return a fraction as a decimal where it is one, `3/2` as `1.5`; else as it is, `2/3`."""
    if value.denominator == 1:
        return str(value.numerator)
    for places in range(1, 7):
        scaled = value * 10**places
        if scaled.denominator == 1:
            sign, digits = "-" * (value < 0), str(abs(scaled.numerator)).zfill(places + 1)
            return f"{sign}{digits[:-places]}.{digits[-places:]}"
    return str(value)


def _without_articles(words: Iterable[str]) -> list[str]:
    kept = [word for word in words if word != "the"]
    return kept[1:] if len(kept) > 1 and kept[0] in ARTICLES else kept
