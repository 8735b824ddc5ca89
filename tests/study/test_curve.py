"""The forgetting curve of a card and its answers by day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import DAY, action, histories, review

from quizapp.model import ActionKind, MemoryState, Rating, Review
from quizapp.scheduling.engine import retrievability
from quizapp.study.curve import ForgettingCurve, HistoryLine, forgetting_curve, history_lines, plot


def answered(
    day: int, stability: float, rating: Rating = Rating.GOOD, *, interval_days: int = 0, number: int = 0
) -> Review:
    return review(f"{day:06}{number:02}", rating, day, interval_days=interval_days)._replace(stability_days=stability)


def curve_of(*events: Review, today: int) -> ForgettingCurve:
    curve = forgetting_curve(events, today=today)
    assert curve is not None
    return curve


TWICE = (answered(DAY, 2.3), answered(DAY + 2, 11.0))


def test_recall_falls_from_one_after_each_day_of_answers() -> None:
    curve = curve_of(*TWICE, today=DAY + 13)
    assert [curve.recall(day) for day in (DAY, DAY + 2)] == [1, 1]
    assert curve.recall(DAY + 1) == retrievability(MemoryState(2.3, 1.0), 1, ())
    assert curve.recall(DAY + 13) == pytest.approx(0.9)
    assert curve.recall_before(1) == retrievability(MemoryState(2.3, 1.0), 2, ())
    assert (curve.recall_before(0), curve.recall(DAY - 1)) == (1, 1)


def test_of_the_answers_of_one_day_the_last_counts() -> None:
    curve = curve_of(answered(DAY, 0.2), answered(DAY, 2.3, number=1), today=DAY)
    assert (curve.days, curve.stabilities) == ((DAY,), (2.3,))


def test_a_card_without_answers_has_no_curve() -> None:
    assert forgetting_curve([], today=DAY) is None
    assert forgetting_curve([*TWICE, action("1", ActionKind.RESET, DAY + 3)], today=DAY + 5) is None


def test_a_reset_begins_the_curve_anew_and_other_acts_leave_it_alone() -> None:
    later = answered(DAY + 4, 3.0)
    events = [*TWICE, action("1", ActionKind.RESET), action("2", ActionKind.SUSPEND), later]
    curve = forgetting_curve(events, today=DAY + 5)
    assert curve is not None
    assert curve.days == (DAY + 4,)


def test_while_the_clock_is_set_back_no_time_passes() -> None:
    curve = curve_of(answered(DAY, 2.3), answered(DAY - 400, 5.0, number=1), today=DAY - 400)
    assert (curve.days, curve.stabilities, curve.today) == ((DAY,), (5.0,), DAY)


@pytest.mark.parametrize(
    ("first", "last", "stability", "ahead"),
    [(13, 2, 11.0, 33), (0, 0, 0.1, 7), (0, 0, 900.0, 30), (100, 3, 30_000.0, 300), (700, 650, 5.0, 350)],
)
def test_the_curve_looks_four_stabilities_ahead_within_what_can_be_read(
    first: int, last: int, stability: float, ahead: int
) -> None:
    events = [answered(DAY, 5.0), answered(DAY + last, stability, number=1)]
    assert curve_of(*events, today=DAY + first).last_day == DAY + first + ahead


def columns(dots: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for column, row in dots:
        found.setdefault(column, []).append(row)
    return found


def test_a_plot_shows_the_past_the_days_to_come_and_today() -> None:
    shown = plot(curve_of(*TWICE, today=DAY + 13), 93, 31)
    past, ahead = columns(shown.past), columns(shown.ahead)
    assert (min(past), max(past), min(ahead), max(ahead)) == (0, 26, 27, 92)
    assert shown.now == (26, shown.row(0.9)) == (26, 10)
    assert past[4] == list(range(shown.row(retrievability(MemoryState(2.3, 1.0), 2, ())) + 1))
    assert shown.lowest == 0.7


def test_the_bottom_goes_lower_where_the_curve_does() -> None:
    shown = plot(curve_of(answered(DAY, 0.1), today=DAY + 40), 60, 20)
    assert shown.lowest == 0.3
    assert (shown.row(1), shown.row(0.3)) == (0, 19)


@given(histories, st.floats(0.01, 2000), st.integers(0, 3000), st.integers(2, 120), st.integers(2, 60))
def test_every_plot_fills_its_width_without_holes_and_stays_inside(
    history: list[tuple[Rating, int]], stability: float, since: int, width: int, height: int
) -> None:
    day, events = DAY, []
    for number, (rating, gap) in enumerate(history):
        day += gap
        events.append(answered(day, stability * (number + 1), rating, number=number))
    shown = plot(curve_of(*events, today=day + since), width, height)
    drawn = columns([*shown.past, *shown.ahead])
    assert list(drawn) == list(range(width))
    assert all(0 <= row < height for rows in drawn.values() for row in rows)
    assert all(rows == list(range(rows[0], rows[-1] + 1)) for rows in drawn.values())
    assert all(here[0] - before[-1] <= 1 for before, here in pairwise(drawn.values()))
    column, row = shown.now
    assert 0 <= column < width
    assert 0 <= row < height


def test_the_answers_of_a_day_stand_together_oldest_first() -> None:
    events = [
        answered(DAY, 0.3, Rating.AGAIN),
        answered(DAY, 2.3, Rating.GOOD, interval_days=2, number=1),
        action("1", ActionKind.BURY, DAY + 1),
        answered(DAY + 2, 11.0, Rating.EASY, interval_days=11),
    ]
    assert history_lines(events) == [
        HistoryLine(DAY, (Rating.AGAIN, Rating.GOOD), 2),
        HistoryLine(DAY + 2, (Rating.EASY,), 11),
    ]


def test_answers_from_before_a_reset_are_still_told() -> None:
    events = [*TWICE, action("1", ActionKind.RESET, DAY + 3)]
    assert [line.study_day for line in history_lines(events)] == [DAY, DAY + 2]
