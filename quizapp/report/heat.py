"""How dark a cell of the heat map is: four levels, so that each holds about as many cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

LEVELS = 4


def level_starts(values: Iterable[int]) -> tuple[int, ...]:
    """Return where each level begins, ascending, for the values above 0; fewer than four where values are alike."""
    seen = sorted(value for value in values if value > 0)
    if not seen:
        return ()
    quarters = {seen[len(seen) * part // LEVELS] + 1 for part in range(1, LEVELS)}
    return (1, *sorted(start for start in quarters if 1 < start <= seen[-1]))


def level(value: int, starts: tuple[int, ...]) -> int:
    """Return the level of a value, 0 for none; the highest level there is is always 4."""
    place = bisect_right(starts, value)
    return LEVELS - len(starts) + place if place else 0


def level_names(starts: tuple[int, ...]) -> list[tuple[int, str]]:
    """Return each level and the values it holds: `1–4`, `15 and more`."""
    ends = [*(start - 1 for start in starts[1:]), None] if starts else []
    return [
        (LEVELS - len(starts) + place, _name(low, high))
        for place, (low, high) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def _name(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} and more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
