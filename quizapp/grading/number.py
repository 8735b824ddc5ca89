"""Answers that are one number, right when the amount is, in whatever writing."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from quizapp.grading.folding import fold
from quizapp.grading.quantity import Number, read_number
from quizapp.grading.units import NO_UNIT, noun_unit
from quizapp.grading.verdict import Verdict, close, empty, right, wrong

LONGEST_TYPED = 200
"""Characters beyond which a text is not even looked at for a number."""


class Tolerance(NamedTuple):
    """How far off a number may be: by an amount in its own unit, or by so many per cent of it."""

    amount: Fraction = Fraction(0)
    per_cent: bool = False

    def allows(self, expected: Number, amount: Fraction) -> bool:
        if not self.amount:
            return amount == expected.amount
        if self.per_cent:
            return abs(amount - expected.amount) <= abs(expected.amount) * self.amount / 100
        return abs(amount - expected.amount) <= self.amount * expected.unit.factor


def read_tolerance(text: str) -> Tolerance | None:
    """Return what a deck's `within` says (`2`, `0.5`, `5 %`, nothing for exactly), None if unreadable."""
    if not fold(text):
        return Tolerance()
    number = read_number(text)
    if number is None or number.value < 0 or number.unit.base not in ("", "%"):
        return None
    return Tolerance(number.value, number.unit is not NO_UNIT)


def grade_number(typed: str, number: str, *, unit: str = "", within: str = "") -> Verdict:
    """Return the verdict on a number: RIGHT within the tolerance, its bounds included, by exact arithmetic.

    `unit` is what stands beside the field, so it may be left out, together with a scale word in it (`billion
    dollars`); a unit that is part of `number` itself may not, and without it the answer is CLOSE. Other units
    of the same kind are converted (1.5 km is 1,500 m). Another known unit is WRONG; another noun for what is
    counted is CLOSE. Where the deck names no unit, any is left aside.

    Args:
        within: see `read_tolerance`. `2` is two of the unit, so two points where that is per cent; `2 %` is
            relative.
    Raises:
        ValueError: `number` or `within` cannot be read, which checking the deck has to find first.
    """
    expected, implied_scale = _expected(number, unit)
    tolerance = read_tolerance(within)
    if tolerance is None:
        raise ValueError(f"not a tolerance: {within!r}")
    matched = f"{number} {unit}".strip()
    if len(typed) > LONGEST_TYPED:
        return wrong(f"Too long for a number: more than {LONGEST_TYPED} characters", matched)
    if not fold(typed):
        return empty()
    got = read_number(typed, expected.unit)
    if got is None:
        return wrong("No number found: type it like 1,500 or 42 billion", matched)
    if _is_other_measure(expected, got):
        return wrong("Not right: another unit", matched)
    amounts = _amounts(expected, got, implied_scale)
    if not any(tolerance.allows(expected, amount) for amount in amounts):
        return wrong(f"Not right: too {'low' if amounts[0] < expected.amount else 'high'}", matched)
    if expected.unit is not NO_UNIT and got.unit is NO_UNIT and not unit:
        return close("Nearly right: the unit is missing", matched)
    if NO_UNIT not in (expected.unit, got.unit) and got.unit.base != expected.unit.base:
        return close("Nearly right: another unit", matched)
    exactly = expected.amount in amounts
    return right(matched, "Right" if exactly else f"Right, within {within.strip()} of {matched}")


def _expected(number: str, unit: str) -> tuple[Number, int]:
    """Return the number in its unit, and the scale that the unit beside the field has (`billion` dollars)."""
    read = read_number(number)
    if read is None:
        raise ValueError(f"not a number: {number!r}")
    if not fold(unit):
        return read, 1
    beside = read_number(f"1 {unit}") or Number(Fraction(1), noun_unit(fold(unit)))
    named = read.unit if beside.unit is NO_UNIT else beside.unit
    return read._replace(value=read.value * beside.scale, unit=named), beside.scale


def _is_other_measure(expected: Number, got: Number) -> bool:
    if NO_UNIT in (expected.unit, got.unit) or expected.unit.base == got.unit.base:
        return False
    return expected.unit.measured or got.unit.measured


def _amounts(expected: Number, got: Number, implied_scale: int) -> list[Fraction]:
    """Return what the typed number may stand for, in the base of the expected unit."""
    if NO_UNIT not in (expected.unit, got.unit):
        return [got.amount]
    plain = got.value * expected.unit.factor
    return [plain * implied_scale, plain] if got.unit is NO_UNIT and got.scale == 1 else [plain]
