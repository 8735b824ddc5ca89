"""Calibration: how far predicted recall is from what was recalled. Source: the log.

Only the first answer on a card in a day counts, and only where recall was predicted. The measures are those of
open-spaced-repetition/srs-benchmark: RMSE(bins) as `rmse_matrix` in its utils.py, log loss and AUC as scikit-learn's
`log_loss` and `roc_auc_score`. The benchmark takes outliers out before it measures; here every answer counts.
Predicted recall is kept to four decimals, from 0.0001 to 0.9999: a forgotten answer that was predicted with more
counts as predicted with 0.9999, which keeps one such answer from outweighing all others in log loss.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress
from math import log, sqrt
from typing import NamedTuple

from quizapp.stats.columns import FORGOTTEN, LEVELS, Columns

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
    # Forgotten answers are picked out and not recalled ones: they are few.
    mask = columns.outcome.tobytes().translate(FORGOTTEN)
    levels, forgotten = Counter(columns.level), Counter(compress(columns.level, mask))
    reviews = levels.total() - levels.pop(0, 0)
    forgotten.pop(0, 0)
    if not reviews:
        return Calibration(0, (), None, None, None)
    return Calibration(
        reviews=reviews,
        bins=_bins(levels, forgotten),
        rmse_bins=_rmse_bins(columns, mask, reviews),
        log_loss=_log_loss(levels, forgotten) / reviews,
        auc=_auc(levels, forgotten),
    )


def _bins(levels: Counter[int], forgotten: Counter[int]) -> tuple[Bin, ...]:
    counts, hits, sums = [0] * BINS, [0] * BINS, [0] * BINS
    for level, count in levels.items():
        index = level * BINS // LEVELS
        counts[index] += count
        hits[index] += count - forgotten[level]
        sums[index] += level * count
    return tuple(
        Bin(index / BINS, count, sums[index] / count / LEVELS, hits[index] / count)
        for index, count in enumerate(counts)
        if count
    )


def _rmse_bins(columns: Columns, mask: bytes, reviews: int) -> float:
    counts, misses = Counter(columns.bin), Counter(compress(columns.bin, mask))
    sums = [0] * (max(counts) + 1)
    for number, level in zip(columns.bin, columns.level, strict=True):
        sums[number] += level
    squares = [
        (count - misses[number] - sums[number] / LEVELS) ** 2 / count for number, count in counts.items() if number
    ]
    return sqrt(sum(squares) / reviews)


def _log_loss(levels: Counter[int], forgotten: Counter[int]) -> float:
    """Return the sum over the answers."""
    return -sum(
        (count - forgotten[level]) * log(level / LEVELS) + forgotten[level] * log(1 - level / LEVELS)
        for level, count in levels.items()
    )


def _auc(levels: Counter[int], forgotten: Counter[int]) -> float | None:
    misses = forgotten.total()
    hits = levels.total() - misses
    if not hits or not misses:
        return None
    below = pairs = 0  # pairs are counted twice, so that a tie is a whole number
    for level in sorted(levels):
        miss = forgotten[level]
        pairs += (levels[level] - miss) * (2 * below + miss)
        below += miss
    return pairs / (2 * hits * misses)
