"""The bins of RMSE(bins), against the names that the benchmark's formula gives them."""

from __future__ import annotations

from math import floor, log

from hypothesis import given
from hypothesis import strategies as st

from quizapp.stats.recall_bins import bin_of

days = st.integers(1, 36_500)
counts = st.integers(1, 2_000)


def name(elapsed_days: int, number: int, lapses: int) -> tuple[float, float, float]:
    return (
        round(2.48 * 3.62 ** floor(log(elapsed_days) / log(3.62)), 2),
        round(1.99 * 1.89 ** floor(log(number) / log(1.89))),
        round(1.65 * 1.73 ** floor(log(lapses) / log(1.73))) if lapses else 0,
    )


@given(st.tuples(days, counts, st.integers(0, 500)), st.tuples(days, counts, st.integers(0, 500)))
def test_answers_share_a_bin_just_where_the_benchmark_gives_it_the_same_name(
    first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    assert (bin_of(*first) == bin_of(*second)) == (name(*first) == name(*second))


@given(days, counts, st.integers(0, 2_000))
def test_a_bin_is_a_number_from_1_that_two_bytes_hold(elapsed: int, number: int, lapses: int) -> None:
    assert 1 <= bin_of(elapsed, number, lapses) < 65_536
