"""How far a share may lie from what is true by chance alone, at 95 %."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

Z = NormalDist().inv_cdf(0.975)
"""Standard deviations within which 95 % of a normal distribution lies, 1.96."""


class Range(NamedTuple):
    low: float
    high: float


def wilson(hits: int, trials: int) -> Range:
    """Return the range that holds the true share at 95 %; 0 to 1 where there was no trial.

    The score interval of E. B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209: unlike
    the share ± 1.96 standard errors it stays within 0 and 1 and means something for few trials.
    """
    if not trials:
        return Range(0.0, 1.0)
    share, square = hits / trials, Z * Z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    reach = Z * sqrt(share * (1 - share) / trials + square / (4 * trials * trials)) / (1 + square / trials)
    # At either end the range ends there too; rounding would leave it short by a bit.
    return Range(max(centre - reach, 0.0) if hits else 0.0, min(centre + reach, 1.0) if hits < trials else 1.0)


def band(share: float, trials: int) -> Range:
    """Return the range in which 95 of 100 measured shares lie where `share` is the true one.

    The normal approximation of the binomial distribution, cut at 0 and 1; 0 to 1 where there was no trial.
    """
    if not trials:
        return Range(0.0, 1.0)
    reach = Z * sqrt(share * (1 - share) / trials)
    return Range(max(share - reach, 0.0), min(share + reach, 1.0))
