"""Calibration: how far predicted recall is from what was recalled. Source: the log.

Only the first answer on a card in a day counts, and only where recall was predicted. The measures are those of
open-spaced-repetition/srs-benchmark: RMSE(bins) as `rmse_matrix` in its utils.py, log loss and AUC as scikit-learn's
`log_loss` and `roc_auc_score`. The benchmark takes outliers out before it measures; here every answer counts.
Predicted recall is kept to four decimals, from 0.0001 to 0.9999: a forgotten answer that was predicted with more
counts as predicted with 0.9999, which keeps one such answer from outweighing all others in log loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log, sqrt
from typing import NamedTuple

from quizapp.stats.codes import LEVELS
from quizapp.stats.columns import Columns
from quizapp.stats.tally import Tally

BINS = 20


class Bin(NamedTuple):
    """Answers whose predicted recall lies in one of 20 equal parts of 0 to 1, from `low` on. All shares of 1."""

    low: float
    reviews: int
    predicted: float
    measured: float


class Calibration(NamedTuple):
    """Predicted against measured. `bins` leaves out those without an answer.

    `rmse_bins` is the root mean square of measured less predicted over the bins of `quizapp.stats.recall_bins`, each
    by its number of answers. `log_loss` is the mean of -ln of the probability given to what happened. `auc` is the
    probability that of a recalled and a forgotten answer the recalled one had been predicted higher, ties by half.
    All are None where there is nothing to measure; `auc` also where all was recalled, or nothing.
    """

    reviews: int
    bins: tuple[Bin, ...]
    rmse_bins: float | None
    log_loss: float | None
    auc: float | None


def calibration(columns: Columns) -> Calibration:
    """Return how well recall was predicted."""
    tally = columns.tally
    seen, missed = tally.levels[1:], tally.levels_missed[1:]  # level 0 stands for none
    reviews = sum(seen)
    if not reviews:
        return Calibration(0, (), None, None, None)
    levels = [Level(*level) for level in zip(range(1, LEVELS), seen, missed, strict=True) if level[1]]
    return Calibration(
        reviews=reviews,
        bins=_bins(levels),
        rmse_bins=_rmse_bins(tally, reviews),
        log_loss=_log_loss(levels) / reviews,
        auc=_auc(levels),
    )


class Level(NamedTuple):
    """Answers whose predicted recall is so much of `LEVELS`, and how many of them were forgotten."""

    level: int
    reviews: int
    missed: int


def _bins(levels: Iterable[Level]) -> tuple[Bin, ...]:
    counts, hits, sums = [0] * BINS, [0] * BINS, [0] * BINS
    for level, reviews, missed in levels:
        index = level * BINS // LEVELS
        counts[index] += reviews
        hits[index] += reviews - missed
        sums[index] += level * reviews
    return tuple(
        Bin(index / BINS, count, sums[index] / count / LEVELS, hits[index] / count)
        for index, count in enumerate(counts)
        if count
    )


def _rmse_bins(tally: Tally, reviews: int) -> float:
    squares = [
        (count - missed - levels / LEVELS) ** 2 / count
        for count, missed, levels in zip(tally.bins[1:], tally.bins_missed[1:], tally.bins_levels[1:], strict=True)
        if count
    ]
    return sqrt(sum(squares) / reviews)


def _log_loss(levels: Iterable[Level]) -> float:
    """Return the sum over the answers."""
    return -sum(
        (reviews - missed) * log(level / LEVELS) + missed * log(1 - level / LEVELS)
        for level, reviews, missed in levels
    )


def _auc(levels: Iterable[Level]) -> float | None:
    """Return it of levels that rise."""
    hits = below = pairs = 0  # pairs are counted twice, so that a tie is a whole number
    for _, reviews, missed in levels:
        pairs += (reviews - missed) * (2 * below + missed)
        below += missed
        hits += reviews - missed
    return pairs / (2 * hits * below) if hits and below else None
