"""A reader finds round numbers and the beginnings of months along a plot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.clock import date_to_day
from quizapp.report.axis import floor_to, month_step, months, round_steps, some


@pytest.mark.parametrize(
    ("largest", "steps"),
    [
        (0, ()),
        (0.4, ()),
        (1, (1,)),
        (3, (1, 2, 3)),
        (4, (2, 4)),
        (21, (10, 20)),
        (30, (10, 20, 30)),
        (1662, (500, 1000, 1500)),
    ],
)
def test_steps_are_round(largest: float, steps: tuple[float, ...]) -> None:
    assert round_steps(largest) == steps


@given(st.floats(1, 1e9))
def test_there_are_one_to_three_steps_and_none_above_the_largest(largest: float) -> None:
    steps = round_steps(largest)
    assert 1 <= len(steps) <= 3
    assert steps[-1] <= largest * (1 + 1e-9)


def test_some_of_the_steps_keep_the_last() -> None:
    assert some([1, 2, 3, 4, 5], 9) == [1, 2, 3, 4, 5]
    assert some([1, 2, 3, 4, 5], 3) == [1, 3, 5]
    assert some([1, 2, 3, 4], 3) == [2, 4]


def test_a_value_is_brought_down_to_a_step() -> None:
    assert floor_to(0.89, 0.1) == pytest.approx(0.8)
    assert floor_to(0.3, 0.1) == pytest.approx(0.3)


def test_months_are_named_where_they_begin() -> None:
    named = list(months(day(2025, 11, 2), day(2026, 3, 1), 8))
    assert [name for _, name in named] == ["Dec", "2026", "Feb", "Mar"]
    assert named[0][0] == day(2025, 12, 1)


def test_long_spans_name_only_years() -> None:
    named = months(day(2016, 2, 29), day(2026, 3, 1), 6)
    assert [name for _, name in named] == ["2018", "2020", "2022", "2024", "2026"]


@given(st.integers(1, 1200), st.integers(3, 12))
def test_never_more_months_are_named_than_have_room(number: int, most: int) -> None:
    assert number / month_step(number, most) <= max(most, number / 120)


def day(year: int, month: int, of_month: int) -> int:
    return date_to_day(date(year, month, of_month))
