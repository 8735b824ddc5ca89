"""Some of many cards that stand for all of them. Pure.

Not every second or third card: the two of a reversed note follow each other, and all would be fronts. Multiples of the
golden ratio spread evenly over all and over any regular part of them (Knuth, The Art of Computer Programming, vol. 3,
6.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

LOTS = 256
"""How many lots cards are put into, so that some of the lots can stand for all."""

_GOLDEN = 2_654_435_769
"""The golden ratio's fraction in parts of 2^32."""

_ALL = 2**32 - 1


def lot_of(card: int) -> int:
    """Return the lot of a card by its number, from 0 to 255."""
    return (card * _GOLDEN & _ALL) >> 24


def sample_of(items: Sequence[T], most: int) -> Sequence[T]:
    """Return the items, of more than so many about as many that stand for all.

    Those are taken whose multiple of the golden ratio falls below a limit. To take them at such multiples instead would
    miss all of every third card where their number happens to fit.
    """
    if len(items) <= most:
        return items
    limit = (most << 32) // len(items)
    return [item for number, item in enumerate(items) if number * _GOLDEN & _ALL < limit]
