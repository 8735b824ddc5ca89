"""Numbers on axes and legends: bounds that read well, and short forms that fit beside a plot."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

LEVELS = 4
"""Shades of a heat map above none."""

_OFF = 0.05
"""How far off a number beside an axis may be, of the largest."""


def level_bounds(counts: Sequence[int]) -> tuple[int, ...]:
    """Return where each shade begins, ascending from 1: a quarter of the days each, as far as they differ.

    Args:
        counts: of the days that have one.
    """
    ordered = sorted(counts)
    if not ordered:
        return (1,)
    quarters = [ordered[min(len(ordered) * part // LEVELS, len(ordered) - 1)] for part in range(1, LEVELS)]
    bounds = [1]
    for quarter in quarters:
        bound = _even(quarter) + 1
        if bounds[-1] < bound <= ordered[-1]:
            bounds.append(bound)
    return tuple(bounds)


def level_of(count: int, bounds: Sequence[int]) -> int:
    """Return the shade of a count: 0 for none, up to `LEVELS`; the highest is the darkest however few there are."""
    reached = sum(1 for bound in bounds if count >= bound)
    return reached + LEVELS - len(bounds) if reached else 0


def short(number: float) -> str:
    """Return a number in at most four characters: `7`, `950`, `1.2k`, `23k`, `1.5M`."""
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if number >= size * 0.9995:
            scaled = number / size
            figures = f"{scaled:.1f}".removesuffix(".0") if scaled < 9.95 else str(round(scaled))
            return figures + unit
    return str(round(number))


def marks(most: float, rows: int) -> dict[int, str]:
    """Return the numbers beside an axis from 0 up to `most`, by row: at its top, and halfway where that reads right."""
    half = round(most / 2)
    if rows > 2 and half and abs(2 * half - most) <= _OFF * most:
        return {0: short(most), rows // 2: short(half)}
    return {0: short(most)}


def share_bounds(low: float, high: float, step: float = 0.02) -> tuple[float, float]:
    """Return round shares of 1 that hold both, within 0 and 1."""
    return max(floor(round(low / step, 6)) * step, 0.0), min(ceil(round(high / step, 6)) * step, 1.0)


def _even(number: int) -> int:
    """Return a number with at most two digits that are not 0."""
    size: int = 10 ** max(len(str(number)) - 2, 0)
    return number // size * size
