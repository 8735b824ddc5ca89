"""Fair orders and draws that come out the same everywhere, for ever, from the same seed.

Python's `random` promises that only for `random()` itself, not for its shuffle; here every number comes from
BLAKE2s.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from hashlib import blake2s
from typing import TypeVar

T = TypeVar("T")

_BITS = 64


def shuffle(options: Sequence[T], seed: str, *, pinned_last: bool = False) -> tuple[T, ...]:
    """Return the options in an order fixed by the seed, every order being equally likely (Fisher and Yates).

    Args:
        seed: any text; one that names the card and how often it was reviewed gives each review its own order.
        pinned_last: keep the last option last, such as *none of these*.
    """
    order = list(options)
    movable = len(order) - 1 if pinned_last else len(order)
    numbers = _numbers(seed)
    for last in range(movable - 1, 0, -1):
        other = _below(last + 1, numbers)
        order[last], order[other] = order[other], order[last]
    return tuple(order)


def draw(limit: int, seed: str) -> int:
    """Return a number from 0 to below `limit`, each equally likely, fixed by the seed."""
    return _below(limit, _numbers(seed))


def _numbers(seed: str) -> Iterator[int]:
    """Yield independent numbers of 64 bits, without end."""
    key = blake2s(seed.encode("utf-8", "surrogatepass"), digest_size=32).digest()
    for count in itertools.count():
        block = blake2s(count.to_bytes(8, "big"), key=key, digest_size=_BITS // 8)
        yield int.from_bytes(block.digest(), "big")


def _below(limit: int, numbers: Iterator[int]) -> int:
    """Return a number below `limit`, each equally likely: what would favour the small ones is drawn again."""
    fair = 2**_BITS - 2**_BITS % limit
    return next(number for number in numbers if number < fair) % limit
