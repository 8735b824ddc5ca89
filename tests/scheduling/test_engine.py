from __future__ import annotations

import struct
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import gaps, histories

from quizapp.model import MemoryState, Rating
from quizapp.scheduling.engine import (
    DEFAULT_PARAMETERS,
    check_parameters,
    memory_after,
    outcome,
    retrievability,
)

memories = st.builds(MemoryState, st.floats(0.001, 36_500), st.floats(1, 10))


def stepwise(memory: MemoryState | None, history: list[tuple[Rating, int]]) -> MemoryState | None:
    for rating, elapsed in history:
        memory = outcome(memory, rating, elapsed, 0.9, ()).memory
    return memory


@given(histories, st.integers(0, 12))
def test_many_reviews_at_once_give_the_memory_of_single_steps_to_the_last_bit(
    history: list[tuple[Rating, int]], already: int
) -> None:
    start = stepwise(None, history[:already])
    if history[already:]:
        assert memory_after(start, history[already:], ()) == stepwise(None, history)


@given(histories)
def test_a_memory_is_made_of_32_bit_floats_so_storing_it_loses_nothing(
    history: list[tuple[Rating, int]],
) -> None:
    for number in memory_after(None, history, ()):
        assert struct.unpack("f", struct.pack("f", number))[0] == number


@given(memories, st.integers(0, 40_000), st.integers(1, 40_000))
def test_retrievability_falls_with_time(memory: MemoryState, elapsed: int, more: int) -> None:
    now, later = (retrievability(memory, days, ()) for days in (elapsed, elapsed + more))
    assert 0 < later < now <= 1


@given(memories)
def test_recall_is_certain_on_the_day_and_nine_in_ten_after_the_stability(memory: MemoryState) -> None:
    assert retrievability(memory, 0, ()) == 1
    assert retrievability(memory, memory.stability_days, ()) == pytest.approx(0.9)


@given(memories, gaps, st.sampled_from(Rating))
def test_the_interval_at_ninety_per_cent_is_the_stability(
    memory: MemoryState, elapsed: int, rating: Rating
) -> None:
    after = outcome(memory, rating, elapsed, 0.9, ())
    assert after.interval_days == pytest.approx(after.memory.stability_days, rel=1e-4)


@given(memories, gaps, st.sampled_from(Rating), st.floats(0.7, 0.99))
def test_an_interval_ends_when_recall_has_fallen_to_the_desired_retention(
    memory: MemoryState, elapsed: int, rating: Rating, desired: float
) -> None:
    after = outcome(memory, rating, elapsed, desired, ())
    assert retrievability(after.memory, after.interval_days, ()) == pytest.approx(desired, abs=1e-4)


def test_empty_parameters_are_the_defaults() -> None:
    assert outcome(None, Rating.GOOD, 0, 0.9, ()) == outcome(None, Rating.GOOD, 0, 0.9, DEFAULT_PARAMETERS)
    assert len(DEFAULT_PARAMETERS) == 21


def test_a_better_first_rating_never_asks_for_less_than_a_worse_one() -> None:
    crossed = (0.2, 5.0, 2.0, 1.0, *DEFAULT_PARAMETERS[4:])
    asked = [outcome(None, rating, 0, 0.9, crossed) for rating in Rating]
    assert [round(after.interval_days) for after in asked] == [0, 5, 5, 5]
    assert [round(after.memory.stability_days, 3) for after in asked] == [0.2, 5, 2, 1]


def test_every_bad_parameter_is_named_at_once() -> None:
    bad = list(DEFAULT_PARAMETERS)
    bad[0], bad[4], bad[20] = 500.0, nan, -inf
    with pytest.raises(ValueError, match=r"w0 = 500\.0 .*; w4 = nan .*; w20 = -inf "):
        check_parameters(bad)
    with pytest.raises(ValueError, match="w0 = 500"):
        outcome(None, Rating.GOOD, 0, 0.9, tuple(bad))


@pytest.mark.parametrize("number", [1, 17, 19, 20, 22])
def test_another_number_of_parameters_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"21 parameters or none, not {number}"):
        check_parameters([1.0] * number)


def test_a_limit_that_was_rounded_to_32_bits_is_accepted() -> None:
    check_parameters((*DEFAULT_PARAMETERS[:20], struct.unpack("f", struct.pack("f", 0.8))[0]))


@pytest.mark.parametrize("desired", [0.0, 1.0, -0.5, 1.5, nan])
def test_a_desired_retention_that_is_no_chance_is_refused(desired: float) -> None:
    with pytest.raises(ValueError, match="desired retention"):
        outcome(None, Rating.GOOD, 0, desired, ())
