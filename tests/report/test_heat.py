"""Cells are as dark as their day was full."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.report.heat import LEVELS, level, level_names, level_starts


def test_each_level_holds_about_as_many_days() -> None:
    starts = level_starts(range(17))
    assert starts == (1, 6, 10, 14)
    assert [level(value, starts) for value in (0, 1, 5, 6, 13, 14, 99)] == [0, 1, 1, 2, 3, 4, 4]
    assert level_names(starts) == [(1, "1–5"), (2, "6–9"), (3, "10–13"), (4, "14 and more")]


def test_days_that_are_alike_have_one_level() -> None:
    assert level_starts([30] * 9) == (1,)
    assert level(30, (1,)) == LEVELS
    assert level_names((1,)) == [(LEVELS, "1 and more")]


def test_without_a_review_there_is_no_level() -> None:
    assert level_starts([0, 0]) == ()
    assert level(0, ()) == 0
    assert level_names(()) == []


@given(st.lists(st.integers(0, 50)))
def test_more_reviews_are_never_a_lower_level(values: list[int]) -> None:
    starts = level_starts(values)
    levels = [level(value, starts) for value in sorted(values)]
    assert levels == sorted(levels)
    assert all((value > 0) == (at > 0) for value, at in zip(sorted(values), levels, strict=True))
    assert not any(values) or max(levels) == LEVELS
