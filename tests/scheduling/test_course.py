"""The course of a card: the path of a learner who always answers Good on the day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, learning, schedule, schedules
from schedule_builders import CARD, NO_FUZZ, noon, settings

from quizapp.model import Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.course import FIRST_RATINGS, Point, answered, course, first_point, point_of
from quizapp.scheduling.schedule import schedule_review


@given(schedules, settings)
def test_a_course_is_what_schedule_review_gives_without_fuzz(before: Schedule, settings: SchedulingSettings) -> None:
    settings = replace(settings, fuzz=False)
    previous = before
    for point in list(course(point_of(before, TODAY), TODAY + 200, settings))[1:]:
        previous = schedule_review(
            CARD,
            previous,
            Rating.GOOD,
            reviewed_at=noon(point.last_on),
            study_day=point.last_on,
            settings=settings,
        )
        assert point == Point(previous.memory, previous.last_review_on, previous.due_on)


@pytest.mark.parametrize("first", Rating)
@given(settings=settings)
def test_a_new_card_stands_where_its_learning_steps_lead(first: Rating, settings: SchedulingSettings) -> None:
    settings = replace(settings, fuzz=False)
    after: Schedule | None = None
    rating = first
    while after is None or after.phase is not Phase.REVIEW:
        after = schedule_review(CARD, after, rating, reviewed_at=noon(TODAY), study_day=TODAY, settings=settings)
        rating = Rating.GOOD
    assert first_point(TODAY, first, settings) == Point(after.memory, TODAY, after.due_on)


@given(schedules, st.integers(1, 400))
def test_a_course_goes_forward_and_ends_on_the_last_review_before_the_day(before: Schedule, days: int) -> None:
    points = list(course(point_of(before, TODAY), TODAY + days, NO_FUZZ))
    assert all(one.due_on == other.last_on < other.due_on for one, other in pairwise(points))
    assert points[-1].due_on >= TODAY + days
    assert all(TODAY <= point.last_on < TODAY + days for point in points[1:])


def test_what_is_overdue_or_in_learning_comes_today() -> None:
    assert point_of(schedule(due_in=-9), TODAY).due_on == TODAY
    assert point_of(schedule(due_in=9), TODAY).due_on == TODAY + 9
    assert point_of(learning(), TODAY).due_on == TODAY


def test_a_forgotten_card_is_relearned_on_the_same_day() -> None:
    point = point_of(schedule(50.0), TODAY)
    again, good = (answered(point, TODAY, rating, NO_FUZZ) for rating in (Rating.AGAIN, Rating.GOOD))
    assert again.last_on == TODAY < again.due_on < good.due_on
    assert again.recall_on(TODAY, NO_FUZZ) == 1.0 > again.recall_on(TODAY + 9, NO_FUZZ)


def test_first_ratings_are_shares_of_all() -> None:
    assert set(FIRST_RATINGS) == set(Rating)
    assert sum(FIRST_RATINGS.values()) == pytest.approx(1.0)
