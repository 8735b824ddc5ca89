"""Plots on shelves and pages: none cut, none lost, none on another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.tui.charts import gallery
from quizapp.tui.charts.chart import Room
from quizapp.tui.charts.layout import BETWEEN, Spaces, pages
from quizapp.tui.widgets.stats_board import NARROW, ROOMY, SHORT

ROOMS = [kind.ROOM for kind in gallery.KINDS]


def titles(width: int, height: int, spaces: Spaces) -> list[list[str]]:
    return [[gallery.KINDS[block.number].TITLE for block in page] for page in pages(ROOMS, width, height, spaces)]


def test_the_first_page_of_a_wide_terminal_is_the_year_and_three_plots_below() -> None:
    first = pages(ROOMS, 112, 33, ROOMY)[0]
    assert titles(112, 33, ROOMY)[0] == ["Activity", "Coming reviews", "Retention", "Stability"]
    assert [block.y for block in first] == [0, first[1].y, first[1].y, first[1].y]
    assert first[-1].x + first[-1].width == 112


def test_a_small_terminal_has_one_column_and_two_plots_on_its_first_page() -> None:
    assert titles(76, 19, NARROW)[0] == ["Activity", "Coming reviews"]
    assert all(block.x == 0 for page in pages(ROOMS, 76, 19, NARROW) for block in page)


@settings(max_examples=60)
@given(
    rooms=st.lists(
        st.tuples(st.integers(1, 120), st.integers(0, 60), st.integers(1, 12), st.integers(0, 5)), max_size=9
    ),
    width=st.integers(56, 112),
    height=st.integers(16, 60),
    spaces=st.sampled_from([ROOMY, SHORT, NARROW]),
)
def test_every_plot_has_its_place_and_no_two_overlap(
    rooms: list[tuple[int, int, int, int]], width: int, height: int, spaces: Spaces
) -> None:
    made = [Room(least, least + more, rows, rows + extra, rows + 2 * extra) for least, more, rows, extra in rooms]
    laid = pages(made, width, height, spaces)
    assert [block.number for page in laid for block in page] == list(range(len(made)))
    for page in laid:
        for before, block in pairwise(page):
            if block.y == before.y:
                assert block.x >= before.x + before.width + BETWEEN
            else:
                assert block.y >= before.y + spaces.heading + before.rows + spaces.between
        for block in page:
            assert block.x + block.width <= width
            assert block.y + spaces.heading + block.rows <= height
            assert block.rows >= made[block.number].least_rows
