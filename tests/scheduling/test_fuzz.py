from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.fuzz import fraction, fuzz_range, pick, whole_days

exact = st.floats(0, 50_000)
maxima = st.integers(1, 36_500)
fractions = st.integers(0, 2**32 - 1).map(lambda number: number / 2**32)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (0.1, (1, 1)),
        (1.0, (1, 1)),
        (2.49, (2, 2)),
        (2.5, (2, 4)),
        (6.9, (5, 9)),
        (7.0, (5, 9)),
        (7.1, (5, 9)),
        (17.0, (14, 20)),
        (19.9, (17, 23)),
        (20.0, (17, 23)),
        (20.1, (17, 23)),
        (37.0, (33, 41)),
        (100.0, (93, 107)),
    ],
)
def test_ranges_are_those_of_anki(interval: float, expected: tuple[int, int]) -> None:
    assert fuzz_range(interval, 36_500) == expected


def test_the_maximum_cuts_a_range() -> None:
    assert fuzz_range(100, 99) == (92, 99)
    assert fuzz_range(100, 1) == (1, 1)
    assert fuzz_range(float("inf"), 30) == (27, 30)


@given(exact, maxima)
def test_a_range_lies_within_one_and_the_maximum_around_the_interval(interval: float, maximum: int) -> None:
    low, high = fuzz_range(interval, maximum)
    assert 1 <= low <= whole_days(interval, maximum) <= high <= maximum


@given(exact, exact, maxima, fractions)
def test_one_fraction_keeps_intervals_in_order(one: float, other: float, maximum: int, where: float) -> None:
    shorter, longer = sorted((one, other))
    assert pick(*fuzz_range(shorter, maximum), where) <= pick(*fuzz_range(longer, maximum), where)


@given(st.integers(1, 40_000), st.integers(0, 4_000), fractions)
def test_the_picked_day_lies_in_the_range(low: int, width: int, where: float) -> None:
    assert low <= pick(low, low + width, where) <= low + width


@pytest.mark.parametrize(("interval", "days"), [(0.2, 1), (1.4, 1), (1.5, 2), (2.5, 3), (50_000, 36_500)])
def test_without_fuzz_an_interval_is_rounded_half_up_and_clamped(interval: float, days: int) -> None:
    assert whole_days(interval, 36_500) == days


@given(st.text(), st.integers(0, 10_000))
def test_a_fraction_is_at_least_zero_and_below_one(card_id: str, reps: int) -> None:
    assert 0 <= fraction(card_id, reps) < 1


def test_fractions_never_change_between_machines_and_versions() -> None:
    assert [round(fraction("deck/note", reps), 6) for reps in range(3)] == [0.166831, 0.683082, 0.460486]


def test_days_are_picked_about_equally_often() -> None:
    picked = Counter(pick(9, 13, fraction(f"deck/{number}", number % 7)) for number in range(5_000))
    assert set(picked) == {9, 10, 11, 12, 13}
    assert all(900 < times < 1100 for times in picked.values())
