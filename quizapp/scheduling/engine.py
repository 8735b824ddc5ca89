"""FSRS-6, computed by fsrs-rs: the Rust crate that Anki runs.

Formulas: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm, section FSRS-6. Elapsed
time is counted in whole study days; 0 selects the short-term formula, for answers on the same day.

fsrs-rs computes in 32-bit floats. What it returns is kept as it is: a Python float holds every 32-bit float
exactly, so a memory that went through the database gives the same next memory to the last bit.
`retrievability` is computed here in 64 bits; it is shown and never fed back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

import fsrs_rs_python as rs

from quizapp.model import MemoryState

DEFAULT_PARAMETERS: tuple[float, ...] = tuple(rs.DEFAULT_PARAMETERS)

_LOWEST = (*[0.001] * 4, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0, 0.1)
_HIGHEST = (*[100] * 4, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8)
"""The limits of each weight: fsrs-rs clamps to them (`parameter_clipper.rs`), silently."""

_FLOAT32_SLACK = 1e-6
"""An optimised weight at its limit is off by a rounding to 32 bits: 0.8 comes back as 0.800000012."""

_FIELDS = ("", "again", "hard", "good", "easy")
"""The fields of fsrs-rs's `NextStates`, by rating."""


class Outcome(NamedTuple):
    """The memory after a review, and the days until recall falls to the desired retention; not rounded."""

    memory: MemoryState
    interval_days: float


def outcome(
    memory: MemoryState | None,
    rating: int,
    elapsed_days: int,
    desired_retention: float,
    parameters: tuple[float, ...],
) -> Outcome:
    """Return what one review leads to.

    Args:
        memory: None for a card that was never reviewed.
        elapsed_days: study days since the last review, at least 0; without a memory it is ignored.
        parameters: FSRS-6's 21 weights, empty for the defaults.
    Raises:
        ValueError: weights or desired retention out of range.
    """
    if not 0 < desired_retention < 1:
        raise ValueError(f"desired retention must lie between 0 and 1, not {desired_retention}")
    states = _engine(parameters).next_states(_to_rs(memory), desired_retention, elapsed_days)
    state: rs.ItemState = getattr(states, _FIELDS[rating])
    days = state.interval
    if memory is None:
        # Only here can a worse rating ask for more: weights may be trained such that w1 > w2. The formulas
        # for later reviews rise with the rating.
        days = max([getattr(states, name).interval for name in _FIELDS[2 : rating + 1]], default=days)
    return Outcome(_from_rs(state.memory), days)


def memory_after(
    memory: MemoryState | None, reviews: Sequence[tuple[int, int]], parameters: tuple[float, ...]
) -> MemoryState:
    """Return the memory after several reviews, to the last bit the one that `outcome` gives step by step.

    Six times as fast as the steps, which is what makes the rebuild of a large log quick.

    Args:
        memory: None for a card that was never reviewed before them.
        reviews: rating and elapsed study days of each, in order; at least one.
    """
    item = rs.FSRSItem([_review(rating, elapsed_days) for rating, elapsed_days in reviews])
    return _from_rs(_engine(parameters).memory_state(item, _to_rs(memory)))


def histories(
    cards: Sequence[tuple[MemoryState | None, Sequence[tuple[int, int]]]], parameters: tuple[float, ...]
) -> Iterator[tuple[list[float], MemoryState]]:
    """Yield for each card its stability in days after every review, and the memory after the last of them.

    To the last bit what `outcome` gives step by step. A million reviews of many cards take a third of a second.

    Args:
        cards: the memory before, None for a card that was never reviewed; rating and elapsed study days of each
            review, in order, at least one.
    """
    items = [rs.FSRSItem([_review(rating, elapsed_days) for rating, elapsed_days in reviews]) for _, reviews in cards]
    starts = [_to_rs(memory) for memory, _ in cards]
    for states, start in zip(_engine(parameters).historical_memory_state_batch(items, starts), starts, strict=True):
        stabilities = [state.stability for state in states]
        yield stabilities if start is None else stabilities[1:], _from_rs(states[-1])


def retrievability(memory: MemoryState, elapsed_days: float, parameters: tuple[float, ...]) -> float:
    """Return the probability of recall after `elapsed_days`, 1 on the day of the review.

    FSRS-6 (see above): R = (1 + factor · t / S) ^ -w20, where factor = 0.9 ^ (-1 / w20) - 1 makes R(S) = 0.9.
    """
    decay, factor = forgetting_curve(parameters)
    recall: float = (1 + factor * max(elapsed_days, 0) / memory.stability_days) ** decay
    return recall


def forgetting_curve(parameters: tuple[float, ...]) -> tuple[float, float]:
    """Return `decay` and `factor` of the formula of `retrievability`, for those who work it out for very many cards."""
    decay = -(parameters or DEFAULT_PARAMETERS)[20]
    return decay, 0.9 ** (1 / decay) - 1


def check_parameters(parameters: Sequence[float]) -> None:
    """Raise a ValueError that names every weight out of range, or the wrong number of them."""
    if len(parameters) not in (0, len(_LOWEST)):
        raise ValueError(f"FSRS-6 takes {len(_LOWEST)} parameters or none, not {len(parameters)}")
    bad = [
        f"w{index} = {weight} is not between {low} and {high}"
        for index, (weight, low, high) in enumerate(zip(parameters, _LOWEST, _HIGHEST, strict=False))
        if not (isfinite(weight) and low - _FLOAT32_SLACK <= weight <= high + _FLOAT32_SLACK)
    ]
    if bad:
        raise ValueError(f"FSRS-6 parameters out of range: {'; '.join(bad)}")


@lru_cache(maxsize=64)
def _engine(parameters: tuple[float, ...]) -> rs.FSRS:
    check_parameters(parameters)
    return rs.FSRS(parameters)


@lru_cache(maxsize=8192)
def _review(rating: int, elapsed_days: int) -> rs.FSRSReview:
    return rs.FSRSReview(rating, elapsed_days)


def _from_rs(memory: rs.MemoryState) -> MemoryState:
    return MemoryState(memory.stability, memory.difficulty)


def _to_rs(memory: MemoryState | None) -> rs.MemoryState | None:
    return None if memory is None else rs.MemoryState(memory.stability_days, memory.difficulty)
