"""A forgetting curve drawn on cells."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import DAY, review

from quizapp.model import Event, Rating
from quizapp.study.curve import ForgettingCurve, forgetting_curve
from quizapp.tui.curve_lines import LEAST_COLUMNS, LEAST_ROWS, curve_lines


def curve(*answers: tuple[int, float], today: int) -> ForgettingCurve:
    events: list[Event] = [
        review(f"{day:06}", Rating.GOOD, day, interval_days=3)._replace(stability_days=stability)
        for day, stability in answers
    ]
    found = forgetting_curve(events, today=today)
    assert found is not None
    return found


def test_the_curve_reaches_now_and_goes_on_sparsely() -> None:
    drawn = curve_lines(curve((DAY - 13, 2.3), (DAY - 11, 11.0), today=DAY), 0.9, 35, 9)
    assert [row.plain.rstrip() for row in drawn[:8]] == [
        "100 ⢱⢸⠢⡀    ┊",
        "    ⠈⣾ ⠈⠢⢄⡀ ┊",
        " 90 ┈⠙┈┈┈┈⠈⠒●⡀┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
        "            ┊ ⠈ ⠂⠠ ⡀",
        "            ┊       ⠈ ⠂⠠ ⡀⢀",
        "            ┊               ⠁⠐ ⠂⠠ ⠄",
        "            ┊",
        " 70         ┊",
    ]
    assert " today " in drawn[8].plain


def test_styles_tell_past_from_future() -> None:
    drawn = curve_lines(curve((DAY - 13, 2.3), (DAY - 11, 11.0), today=DAY), 0.9, 35, 9)
    styles = {row.plain[span.start : span.end]: str(span.style) for row in drawn for span in row.spans}
    assert styles["●"] == "b $ink"
    assert styles["⢱"] == "$accent"
    assert styles["⢀"] == "$muted"
    assert styles["┈"] == styles["┊"] == "$faint"


def test_an_answer_of_today_begins_the_curve_at_the_left() -> None:
    drawn = curve_lines(curve((DAY, 2.3), today=DAY), 0.9, 35, 9)
    assert drawn[0].plain.startswith("100 ●")
    assert drawn[-1].plain.startswith("    today ")


@pytest.mark.parametrize("retention", [0.7, 0.85, 0.97])
def test_the_desired_retention_is_labelled(retention: float) -> None:
    drawn = curve_lines(curve((DAY - 30, 9.0), today=DAY), retention, 40, 12)
    labelled = [row.plain for row in drawn if row.plain.startswith(f" {retention * 100:.0f} ")]
    assert "┈" in labelled[0]


@given(
    st.lists(st.tuples(st.integers(0, 400), st.floats(0.01, 2_000)), min_size=1, max_size=12),
    st.integers(0, 3_000),
    st.integers(LEAST_COLUMNS, 90),
    st.integers(LEAST_ROWS, 14),
)
def test_every_curve_fits_its_cells(gaps: list[tuple[int, float]], since: int, columns: int, rows: int) -> None:
    days = list(accumulate((gap for gap, _ in gaps), initial=DAY))[1:]
    answers = dict(zip(days, (stability for _, stability in gaps), strict=True))
    drawn = curve_lines(curve(*answers.items(), today=days[-1] + since), 0.9, columns, rows)
    assert len(drawn) == rows
    assert {row.cell_length for row in drawn} == {columns}
    assert sum(row.plain.count("●") for row in drawn) == 1
    assert "today" in drawn[-1].plain
