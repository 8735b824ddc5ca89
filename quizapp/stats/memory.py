"""Memory: how the cards that were answered stand today. Source: their schedules, by FSRS-6.

Stability is the days until predicted recall falls to 90 %, difficulty goes from 1 to 10, retrievability is the recall
predicted today.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, repeat
from operator import mul
from statistics import median
from typing import NamedTuple

from quizapp.model import Schedule
from quizapp.scheduling.engine import forgetting_curve

STABILITY_FROM_DAYS = (0, 1, 3, 7, 14, 28, 90, 180, 365)
"""Where each of the nine bins of stability begins, in days."""

STABILITY_LABELS = (
    "under 1 day", "1–3 days", "3–7 days", "1–2 weeks", "2–4 weeks", "1–3 months", "3–6 months", "6–12 months",
    "over a year",
)  # fmt: skip

TENTHS = 10


class Memory(NamedTuple):
    """How cards stand. `stability` counts them by `STABILITY_FROM_DAYS`.

    `difficulty` counts them by whole difficulty, 1 to 10; `retrievability` by tenths of 1, from below 0.1 to 0.9 and
    above. `median_stability_days`, `mean_difficulty` and `mean_retrievability` are None without a card; `known` is
    the sum of retrievability, the number of cards that would be recalled now.
    """

    cards: int
    stability: tuple[int, ...]
    difficulty: tuple[int, ...]
    retrievability: tuple[int, ...]
    median_stability_days: float | None
    mean_difficulty: float | None
    mean_retrievability: float | None
    known: float


def memory(schedules: Sequence[Schedule], today: int, parameters: Sequence[float] = ()) -> Memory:
    """Return how cards stand on a study day.

    Args:
        schedules: of all cards that were answered.
        parameters: FSRS-6's weights, empty for the defaults.
    """
    decay, factor = forgetting_curve(tuple(parameters))
    last_on = [schedule.last_review_on for schedule in schedules]
    memories = [schedule.memory for schedule in schedules]
    stabilities, difficulties = zip(*memories, strict=True) if memories else ((), ())
    recalls: list[float] = [
        (1 + factor * (today - on) / stability) ** decay if on < today else 1.0
        for on, stability in zip(last_on, stabilities, strict=True)
    ]
    cards = len(recalls)
    known = sum(recalls)
    ordered = sorted(stabilities)
    below = [bisect_left(ordered, days) for days in STABILITY_FROM_DAYS]
    return Memory(
        cards=cards,
        stability=tuple(later - before for before, later in pairwise((*below, cards))),
        difficulty=_counts(map(int, difficulties), TENTHS + 1)[1:],
        retrievability=_tenths(recalls),
        median_stability_days=median(ordered) if cards else None,
        mean_difficulty=sum(difficulties) / cards if cards else None,
        mean_retrievability=known / cards if cards else None,
        known=known,
    )


def _tenths(recalls: Iterable[float]) -> tuple[int, ...]:
    *tenths, certain = _counts(map(int, map(mul, recalls, repeat(TENTHS))), TENTHS + 1)
    tenths[-1] += certain
    return tuple(tenths)


def _counts(indexes: Iterable[int], length: int) -> tuple[int, ...]:
    counted = Counter(indexes)
    return tuple(counted[index] for index in range(length))
