"""Where rows of a log are missing, told by the numbers of those that are there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """Events that are missing, and the study days between which they were given, both included."""

    events: int
    first_day: int
    last_day: int


def find_gaps(seqs: Sequence[int], days: Sequence[int], told: int, most: int, last_day: int) -> Iterator[Gap]:
    """Yield where rows are missing, in order.

    Args:
        seqs: the numbers of the rows that are there, in any order, some perhaps twice.
        days: the study day of each.
        told: the highest number that the database says there was, 0 when that is not known.
        most: the highest number that can be; a row with a higher one has lost its own.
        last_day: the last day of which anything is known, where the last rows are missing.
    """
    before, day_before = 0, None
    for seq, day in sorted(pair for pair in zip(seqs, days, strict=True) if pair[0] <= most):
        if seq > before + 1:
            known = [each for each in (day_before, day) if each is not None]
            yield Gap(seq - before - 1, min(known), max(known))
        before, day_before = seq, day
    if told > before:
        first = last_day if day_before is None else day_before
        yield Gap(told - before, first, max(first, last_day))


def merged(gaps: Iterable[Gap]) -> list[Gap]:
    """Return the gaps by day, those that touch or follow each other as one."""
    found: list[Gap] = []
    for gap in sorted(gaps, key=lambda gap: (gap.first_day, gap.last_day)):
        if found and gap.first_day <= found[-1].last_day + 1:
            last = found.pop()
            gap = Gap(last.events + gap.events, last.first_day, max(last.last_day, gap.last_day))
        found.append(gap)
    return found
