"""Numbers on axes and legends: bounds that read well, and short forms that fit beside a plot."""

from __future__ import annotations

from math import ceil, floor

_OFF = 0.05
"""How far off a number beside an axis may be, of the largest."""


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
