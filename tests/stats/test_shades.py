"""Cells are as dark as their day was full."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.stats.shades import LEVELS, level_bounds, level_names, level_of


def test_each_shade_holds_about_as_many_days() -> None:
    bounds = level_bounds(range(17))
    assert bounds == (1, 6, 10, 14)
    assert [level_of(count, bounds) for count in (0, 1, 5, 6, 13, 14, 99)] == [0, 1, 1, 2, 3, 4, 4]
    assert level_names(bounds) == [(1, "1–5"), (2, "6–9"), (3, "10–13"), (4, "14 and more")]


def test_bounds_read_well_where_days_are_full() -> None:
    assert level_bounds([1, 1_234, 2_345, 3_456]) == (1, 1_201, 2_301, 3_401)


def test_days_that_are_alike_have_one_shade() -> None:
    assert level_bounds([30] * 9) == (1,)
    assert level_of(30, (1,)) == LEVELS
    assert level_names((1,)) == [(LEVELS, "1 and more")]


def test_without_a_review_there_is_no_shade() -> None:
    assert level_bounds([0, 0]) == (1,)
    assert level_of(0, (1,)) == 0


@given(st.lists(st.integers(0, 5_000)))
def test_more_reviews_are_never_a_lighter_shade(counts: list[int]) -> None:
    bounds = level_bounds(counts)
    levels = [level_of(count, bounds) for count in sorted(counts)]
    assert levels == sorted(levels)
    assert all((count > 0) == (level > 0) for count, level in zip(sorted(counts), levels, strict=True))
    assert not any(counts) or max(levels) == LEVELS
