"""Charts of block characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.chart import bar, upright


@pytest.mark.parametrize(
    ("value", "drawn"), [(0, ""), (1, "▏"), (40, "████"), (80, "████████"), (45, "████▌"), (90, "████████")]
)
def test_a_bar_is_as_long_as_its_share_of_the_largest(value: int, drawn: str) -> None:
    assert bar(value, 80, 8) == drawn


def test_nothing_has_no_bar() -> None:
    assert bar(0, 0, 8) == ""
    assert bar(0.001, 1_000_000, 8) == "▏"


def test_columns_stand_on_one_line() -> None:
    assert upright([0, 1, 8, 16], 2) == ["   █", " ▁██"]
    assert upright([2, 1], 1, wide=3) == ["███▄▄▄"]
    assert upright([], 2) == ["", ""]


@given(st.lists(st.floats(0, 1e6), max_size=40), st.integers(1, 6))
def test_the_highest_column_takes_the_whole_height_and_none_is_lost(values: list[float], height: int) -> None:
    lines = upright(values, height)
    assert len(lines) == height
    assert [cell != " " for cell in lines[-1].ljust(len(values))] == [value > 0 for value in values]
    if any(values):
        assert "█" in lines[0]
