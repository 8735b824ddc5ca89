"""Shades of a heat map: four, so that each holds about as many days, with bounds that read well."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

LEVELS = 4
"""Shades above none."""


def level_bounds(counts: Iterable[int]) -> tuple[int, ...]:
    """Return where each shade begins, ascending from 1: a quarter of the counts each, as far as they differ.

    Args:
        counts: of days or weeks; those without a review say nothing.
    """
    ordered = sorted(count for count in counts if count > 0)
    bounds = [1]
    for part in range(1, LEVELS) if ordered else ():
        bound = _even(ordered[len(ordered) * part // LEVELS]) + 1
        if bounds[-1] < bound <= ordered[-1]:
            bounds.append(bound)
    return tuple(bounds)


def level_of(count: int, bounds: Sequence[int]) -> int:
    """Return the shade of a count: 0 for none, up to `LEVELS`; the highest is the darkest however few there are."""
    reached = bisect_right(bounds, count)
    return reached + LEVELS - len(bounds) if reached else 0


def level_names(bounds: Sequence[int]) -> list[tuple[int, str]]:
    """Return each shade and the counts it stands for: `1–4`, `15 and more`."""
    ends = [*(bound - 1 for bound in bounds[1:]), None]
    return [(level_of(low, bounds), _name(low, high)) for low, high in zip(bounds, ends, strict=True)]


def _name(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} and more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _even(number: int) -> int:
    """Return a number with at most two digits that are not 0."""
    size: int = 10 ** max(len(str(number)) - 2, 0)
    return number // size * size
