"""The bins of RMSE(bins): answers that are alike in elapsed time, in number and in lapses before.

As `rmse_matrix` of open-spaced-repetition/srs-benchmark (utils.py) has them: days since the last answer in powers of
3.62, the number of the answer in powers of 1.89, the lapses before it in powers of 1.73. Only the first answer on a
card in a day counts: the number of an answer is 1 for the day the card was new, and a lapse is an Again on such an
answer. (The benchmark gives each bin a round name; what falls into it is the same.)
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, log

_WIDTH = 32
"""More than there are powers of any one of them."""

NUMBERS = 1 + _WIDTH**3
"""Above the number of every bin."""


@lru_cache(maxsize=65_536)
def bin_of(elapsed_days: int, number: int, lapses: int) -> int:
    """Return the number of a bin, from 1.

    Args:
        elapsed_days: since the last answer, at least 1.
        number: of the answer, at least 1.
        lapses: before the answer.
    """
    by_days, by_number = _power(elapsed_days, 3.62), _power(number, 1.89)
    by_lapses = 1 + _power(lapses, 1.73) if lapses else 0
    return 1 + (by_days * _WIDTH + by_number) * _WIDTH + by_lapses


def _power(value: int, base: float) -> int:
    return floor(log(value) / log(base))
