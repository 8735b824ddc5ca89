"""Numbers in every usual writing: `1,500`, `1 500`, `1.5k`, `$42 billion`, `42bn`, `8.5 percent`, `−3`.

One sign is ambiguous. A comma before exactly three digits groups thousands, so `1,500` is fifteen hundred;
any other comma between digits is a decimal comma, so `1,5` is one and a half, and so is `0,500`, since no
group starts with a zero. A single full stop is always a decimal point: `1.500` is one and a half, `1.500.000`
one and a half million.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import number_words
from quizapp.grading.folding import fold
from quizapp.grading.units import CURRENCY_PREFIXES, LETTER_SCALES, NO_UNIT, SCALES, UNITS, Unit, noun_unit

LONGEST = 40
"""Digits a number may have, and the largest power of ten: beyond any fact worth learning."""


class Number(NamedTuple):
    """A number as read: `value` is exact and includes the scale word, whose factor is `scale` (bn: 10⁹)."""

    value: Fraction
    unit: Unit = NO_UNIT
    scale: int = 1

    @property
    def amount(self) -> Fraction:
        """Return the value in the unit's base unit."""
        return self.value if self.unit.factor == 1 else self.value * self.unit.factor


def _alternatives(spellings: Iterable[str]) -> str:
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))


_DIGITS = r"""
      [1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!,?\d)
    | [1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?(?!,?\d)
    | [1-9]\d{0,2}(?P<gap>['_ ])\d{3}(?:(?P=gap)\d{3})*(?:[.,]\d+)?(?!['_ ]?\d)
    | [1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?(?!\.?\d)
    | [1-9]\d{0,2}(?:\.\d{3})+,\d+(?!\d)
    | (?<!\d,)\d+,\d+(?!,?\d)
    | \d*\.\d+(?!\.\d)
    | \d+
"""
_FIND = re.compile(
    rf"""
    (?<![\d^])
    (?:(?<![\w).])(?:(?P<sign>[-+])\s?|(?P<minus>minus\s)))?
    (?:(?<![a-z])(?P<prefix>{_alternatives(CURRENCY_PREFIXES)})\s?(?P<inner>-)?)?
    (?:
        (?:(?P<whole>\d{{1,9}})\s)?(?P<top>\d{{1,9}})/(?P<bottom>[1-9]\d{{0,8}})(?![\d/])
      | 10\^(?P<power>[-+]?\d+)
      | (?P<digits>{_DIGITS})(?:e(?P<e>[-+]?\d+)(?!\w)|\s?[x×*]\s?10\^(?P<times>[-+]?\d+))?
      | (?<![^\W_])(?:(?P<fraction>{number_words.PART})|(?P<words>{number_words.CARDINAL}))(?![^\W_])
    )
    (?:
        [\s-]?(?P<scale>{_alternatives(set(SCALES) - set(LETTER_SCALES))})(?![^\W_])
      | (?P<letter>(?(prefix)\s?)[{LETTER_SCALES}])(?![^\W_])
    )?
    (?:[\s-]?(?P<unit>{_alternatives(UNITS)})(?![\w^]))?
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(
    rf"(?:(?:[-+]|minus\s)\s?)?(?:(?<![a-z])(?:{_alternatives(CURRENCY_PREFIXES)})\s?-?)?(?:(?<!\w)\.)?\Z"
)
_REACH = 16
_HEDGES = r"about|around|roughly|approximately|approx\.?|circa|ca\.?|some|almost|nearly|in|by"
_HEDGE = re.compile(rf"(?:(?:{_HEDGES})\s|[~≈#]\s?)")
_NOUN = re.compile(r"[\s-](?P<noun>[^\W\d_]+(?:[\s-][^\W\d_]+)?)")


@lru_cache(maxsize=1024)
def read_number(text: str, unit: Unit = NO_UNIT) -> Number | None:
    """Return the number that the whole text says, None when it says none, several, or more besides.

    A hedge before it (`about`, `nearly`, `~`) is left aside. A unit that is not known (`500 cameras`) is kept
    as a noun. Exponents and digits are capped at `LONGEST`; what is longer is no number.

    Args:
        unit: the unit expected. A letter that may be a scale or a unit (`5m`, `300K`) is then read as it.
    """
    line = fold(text)
    line = line[match.end() :] if (match := _HEDGE.match(line)) else line
    found = _FIND.match(line)
    number = parse(found, unit) if found else None
    if found is None or number is None:
        return None
    rest = line[found.end() :].rstrip(" .!?")
    if not rest:
        return number
    noun = _NOUN.fullmatch(rest)
    if noun is None or number.unit is not NO_UNIT:
        return None
    return number._replace(unit=noun_unit(noun["noun"]))


def number_at(line: str, anchor: int, least: int = 0) -> re.Match[str] | None:
    """Return the quantity of a folded line whose digits or words start at `anchor`, for `parse`.

    A sign or currency before them belongs to it, unless that stands before `least`.
    """
    before = _BEFORE.search(line, max(least, anchor - _REACH), anchor)
    return (before and _FIND.match(line, before.start())) or _FIND.match(line, anchor)


def parse(found: re.Match[str], unit: Unit = NO_UNIT) -> Number | None:
    """Return what a match of `number_at` says, None when it is too long or no single number."""
    ratio = _ratio(found)
    if ratio is None:
        return None
    top, bottom = ratio
    if found["sign"] == "-" or found["minus"] or found["inner"]:
        top = -top
    named = UNITS.get(found["prefix"] or found["unit"] or "", NO_UNIT)
    letter = (found["letter"] or "").strip()
    if named is NO_UNIT and letter in UNITS and UNITS[letter].base == unit.base:
        return Number(Fraction(top, bottom), UNITS[letter])
    scale = SCALES.get(found["scale"] or letter, 1)
    return Number(Fraction(top * scale, bottom), named, scale)


def _ratio(found: re.Match[str]) -> tuple[int, int] | None:
    if found["fraction"]:
        return number_words.part(found["parts"], found["part"])
    if found["words"]:
        said = number_words.cardinal(found["words"])
        return None if said is None else (said, 1)
    if found["bottom"]:
        bottom = int(found["bottom"])
        return int(found["whole"] or 0) * bottom + int(found["top"]), bottom
    power = found["power"] or found["e"] or found["times"] or "0"
    digits = "1" if found["power"] else plain_digits(found["digits"])
    if len(digits) > LONGEST or len(power) > 3 or abs(int(power)) > LONGEST:
        return None
    whole, _, decimals = digits.partition(".")
    shift = int(power) - len(decimals)
    return int(whole + decimals) * 10 ** max(shift, 0), 10 ** max(-shift, 0)


def plain_digits(digits: str) -> str:
    """Return digits without their groups and with a decimal point, by the rules at the top of this module."""
    if digits.isdigit():
        return digits
    digits = re.sub("['_ ]", "", digits)
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        decimal = max(digits.rfind(","), digits.rfind("."))
        return re.sub("[.,]", "", digits[:decimal]) + "." + digits[decimal + 1 :]
    if commas:
        grouped = commas > 1 or re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits)
        return digits.replace(",", "" if grouped else ".")
    return digits.replace(".", "") if points > 1 else digits
