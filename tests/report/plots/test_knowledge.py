"""The curve of cards known, thinned where there are more days than pixels."""

from __future__ import annotations

from drawings import marks
from hypothesis import given
from hypothesis import strategies as st
from made_up_learner import TODAY

from quizapp.report.plots.knowledge import MOST_MARKS, knowledge, thinned


def test_days_stand_across_by_their_distance_and_say_what_was_known() -> None:
    block = knowledge([TODAY - 10, TODAY - 5, TODAY], [1.2, 8.0, 4.0], 20)
    assert block is not None
    first, middle, last = marks(block)
    assert middle.said == "Tue 17 Nov 2026: 8 cards known"
    assert [mark.shapes["dot"]["cx"] for mark in (first, middle, last)] == [0, 50, 100]
    assert middle.shapes["dot"]["cy"] < last.shapes["dot"]["cy"] < first.shapes["dot"]["cy"]  # type: ignore[operator]
    assert (block.figure, block.unit) == ("4 cards", "known on 22 Nov 2026, of 20 seen by now")


def test_ten_years_have_no_more_marks_than_a_screen_can_show() -> None:
    days = range(TODAY - 3650, TODAY + 1)
    block = knowledge(days, [float(day - days[0]) for day in days], 4000)
    assert block is not None
    assert len(marks(block)) == len(block.table.rows) == MOST_MARKS
    assert block.table.rows[0] == ("Sun 22 Nov 2026", "3,650")


def test_a_single_day_is_no_curve() -> None:
    assert knowledge([], [], 0) is None
    assert knowledge([TODAY], [3.0], 3) is None


@given(st.integers(0, 5000), st.integers(2, 200))
def test_thinned_places_keep_both_ends(length: int, most: int) -> None:
    places = thinned(length, most)
    assert len(places) <= max(most, 0)
    assert places == sorted(set(places))
    assert not length or (places[0], places[-1]) == (0, length - 1)
