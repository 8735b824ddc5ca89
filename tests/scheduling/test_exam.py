"""The last pass before an exam, and where a single review goes."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import (
    SETTINGS,
    TODAY,
    due_counts,
    easy_days,
    learning,
    schedule,
    schedules,
    some_schedules,
    with_weekday,
)

from quizapp.clock import day_to_date
from quizapp.errors import UsageError
from quizapp.model import EasyDays, Rating, Schedule
from quizapp.scheduling.balance import share_of
from quizapp.scheduling.course import answered, point_of
from quizapp.scheduling.exam import SLACK, LastPass, exam_due_on, last_pass, place

EXAM = TODAY + 30
PASS = LastPass(EXAM - 7, EXAM, 10)

passes = st.builds(
    lambda length, ahead, per_day: LastPass(TODAY + ahead - length, TODAY + ahead, per_day),
    st.integers(1, 20),
    st.integers(20, 60),
    st.integers(1, 40),
)


@given(some_schedules, passes, due_counts, easy_days)
def test_a_card_goes_to_a_day_of_the_pass_after_today_with_room_where_there_is_any(
    after: Schedule, plan: LastPass, due: dict[int, int], easy: EasyDays
) -> None:
    day = exam_due_on(after, plan, today=TODAY, due=due, settings=SETTINGS, easy_days=easy)
    if day is not None:
        assert max(TODAY + 1, plan.first_on) <= day < plan.exam_on
        days = plan.days_from(TODAY + 1)
        roomy = [each for each in days if due.get(each, 0) < -(-plan.per_day * share_of(each, easy) // 1)]
        assert day in roomy or not roomy
        assert share_of(day, easy) > 0 or not any(share_of(each, easy) for each in days)
    again = exam_due_on(after, plan, today=TODAY, due=dict(reversed(due.items())), settings=SETTINGS, easy_days=easy)
    assert day == again


@pytest.mark.parametrize(
    ("after", "today"),
    [
        pytest.param(learning(), TODAY, id="a step is pending"),
        pytest.param(schedule(due_in=22), TODAY, id="due before the pass"),
        pytest.param(schedule(due_in=60), PASS.first_on, id="answered in the pass"),
        pytest.param(schedule(due_in=60), EXAM, id="the exam is today"),
        pytest.param(schedule(due_in=60), EXAM + 1, id="the exam is over"),
    ],
)
def test_some_cards_keep_their_due_day(after: Schedule, today: int) -> None:
    assert exam_due_on(after, PASS, today=today, due={}, settings=SETTINGS) is None


def test_where_the_pass_is_full_the_least_full_day_takes_one_more() -> None:
    full = dict.fromkeys(range(EXAM - 7, EXAM), PASS.per_day + 2) | {EXAM - 4: PASS.per_day + 1}
    assert exam_due_on(schedule(due_in=60), PASS, today=TODAY, due=full, settings=SETTINGS) == EXAM - 4


def test_shaky_cards_come_next_to_the_exam_and_stable_ones_first() -> None:
    days = [
        exam_due_on(schedule(stability, due_in=60), PASS, today=TODAY, due={}, settings=SETTINGS)
        for stability in (2.0, 10.0, 40.0, 400.0)
    ]
    assert days == sorted(days, reverse=True)
    assert days[-1] == EXAM - 7
    assert (days[0] or 0) >= EXAM - 2


@given(schedules, passes)
def test_where_there_is_room_a_place_costs_next_to_nothing(after: Schedule, plan: LastPass) -> None:
    day = exam_due_on(after, plan, today=TODAY, due={}, settings=SETTINGS)
    if day is not None:
        point = point_of(after, TODAY)
        here, best = (
            answered(point, each, Rating.GOOD, SETTINGS).recall_on(plan.exam_on, SETTINGS)
            for each in (day, plan.exam_on - 1)
        )
        assert here >= best - SLACK - 1e-9


@given(st.lists(schedules, min_size=1, max_size=5), st.integers(1, 2))
def test_places_chosen_by_the_shakiest_first_are_close_to_the_best_there_are(
    cards: list[Schedule], per_day: int
) -> None:
    """Compared with every way of putting the cards into the pass."""
    points = sorted((point_of(card, TODAY) for card in cards), key=lambda point: point.memory.stability_days)
    plan = last_pass(len(cards), today=TODAY, exam_on=TODAY + 10, per_day=per_day)
    worth = [
        {
            day: answered(point, day, Rating.GOOD, SETTINGS).recall_on(plan.exam_on, SETTINGS)
            for day in plan.days_from(TODAY)
        }
        for point in points
    ]
    due: dict[int, int] = {}
    reached = 0.0
    for index, point in enumerate(points):
        day = place(point, plan.days_from(TODAY), plan, due, SETTINGS)
        assert day is not None
        due[day] = due.get(day, 0) + 1
        reached += worth[index][day]
    slots = [day for day in plan.days_from(TODAY) for _ in range(per_day)]
    best = max(
        sum(worth[index][day] for index, day in enumerate(days)) for days in set(permutations(slots, len(points)))
    )
    assert best - 0.025 * len(points) <= reached <= best + 1e-9


@given(st.integers(0, 3_000), st.integers(1, 120), st.integers(1, 80) | st.none(), easy_days)
def test_a_pass_ends_before_the_exam_begins_no_earlier_than_today_and_is_no_longer_than_it_has_to_be(
    cards: int, ahead: int, per_day: int | None, easy: EasyDays
) -> None:
    plan = last_pass(cards, today=TODAY, exam_on=TODAY + ahead, per_day=per_day, easy_days=easy)
    assert TODAY <= plan.first_on < plan.exam_on == TODAY + ahead
    room = [-(-plan.per_day * share_of(day, easy) // 1) for day in plan.days_from(TODAY)]
    assert sum(room) >= cards or plan.first_on == TODAY
    assert len(room) == 1 or sum(room[1:]) < cards


@pytest.mark.parametrize(
    ("cards", "ahead", "days", "per_day"),
    [(700, 60, 7, 100), (701, 60, 7, 101), (90, 9, 3, 30), (50, 2, 1, 50), (50, 1, 1, 50), (0, 30, 1, 1)],
)
def test_a_pass_takes_a_week_or_a_third_of_the_time(cards: int, ahead: int, days: int, per_day: int) -> None:
    exam_on = TODAY + ahead
    assert last_pass(cards, today=TODAY, exam_on=exam_on) == LastPass(exam_on - days, exam_on, per_day)


def test_days_off_are_no_days_of_the_pass() -> None:
    off = with_weekday({day_to_date(EXAM - 2).weekday(): 0.0})
    assert last_pass(20, today=TODAY, exam_on=EXAM, per_day=10, easy_days=off).first_on == EXAM - 3
    assert last_pass(66, today=TODAY, exam_on=EXAM, easy_days=off) == LastPass(EXAM - 7, EXAM, 11)


@pytest.mark.parametrize(
    ("exam_on", "sentence"),
    [
        (TODAY, "Fri 4 Oct is today. Choose a day from tomorrow on for the exam."),
        (TODAY - 1, "Thu 3 Oct has passed. Choose a day from tomorrow on for the exam."),
    ],
)
def test_an_exam_that_is_not_ahead_is_refused(exam_on: int, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        last_pass(10, today=TODAY, exam_on=exam_on)
    assert str(refused.value) == sentence
