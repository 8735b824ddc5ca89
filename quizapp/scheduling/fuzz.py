"""Fuzz: spreading intervals over a few days, so that cards learned together part ways.

The ranges are Anki's (https://docs.ankiweb.net/studying.html#fuzz-factor). The day inside the range is no
chance: it follows from the card and its number of reviews, so that a preview, the answer and every replay
agree, on any machine.
"""

from __future__ import annotations

from hashlib import blake2s
from math import floor


def fuzz_range(interval_days: float, maximum_days: int) -> tuple[int, int]:
    """Return the first and the last day that an interval may be moved to, both within 1 and the maximum.

    Both ends rise with the interval, so one fraction keeps intervals in their order.

    Args:
        interval_days: what FSRS asks for, not rounded.
    """
    interval = _within(interval_days, maximum_days)
    reach = _reach(interval)
    return _rounded(interval - reach), min(_rounded(interval + reach), maximum_days)


def whole_days(interval_days: float, maximum_days: int) -> int:
    """Return the interval without fuzz: rounded half up, within 1 and the maximum."""
    return _rounded(_within(interval_days, maximum_days))


def fraction(card_id: str, reps: int) -> float:
    """Return where in its range a card's interval falls, from 0 to below 1, the same for all four ratings.

    Args:
        reps: reviews before the one that is rated.
    """
    seed = f"{card_id}\n{reps}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2s(seed, digest_size=4).digest(), "big") / 2**32


def pick(low: int, high: int, where: float) -> int:
    """Return the day of the range that a fraction falls on; every day is equally wide."""
    return low + int(where * (high - low + 1))


def _reach(interval: float) -> float:
    """Return the days that a range adds on either side.

    None below 2.5 days; from there one day, and of the interval's days up to 7 another 15 %, up to 20 another
    10 %, and 5 % of those beyond.
    """
    if interval < 2.5:
        return 0.0
    if interval < 7:
        return 1 + 0.15 * (interval - 2.5)
    if interval < 20:
        return 1.675 + 0.1 * (interval - 7)
    return 2.975 + 0.05 * (interval - 20)


def _within(interval_days: float, maximum_days: int) -> float:
    return min(max(interval_days, 1.0), float(maximum_days))


def _rounded(days: float) -> int:
    return floor(days + 0.5)
