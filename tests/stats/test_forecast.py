"""The forecast against answering every card day by day."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import DAY, NO_FUZZ, answer, in_review

from quizapp.model import Rating, Schedule
from quizapp.scheduling.course import FIRST_RATINGS, answered, first_point
from quizapp.stats.forecast import forecast


def begun(extra: list[int]) -> list[Schedule]:
    """Return schedules of cards that came back so many times more."""
    made = []
    for times in extra:
        schedule = in_review()
        for _ in range(times):
            assert schedule.due_on is not None
            schedule = answer(schedule, Rating.GOOD, schedule.due_on)
        made.append(schedule)
    return made


@given(st.lists(st.integers(0, 3), max_size=5), st.integers(-5, 40), st.integers(1, 60))
def test_expected_reviews_are_those_of_answering_every_card_good_when_due(
    extra: list[int], later: int, days: int
) -> None:
    today = DAY + later
    plain: Counter[int] = Counter()
    standing: Counter[int] = Counter()
    for schedule in begun(extra):
        assert schedule.due_on is not None
        due = max(schedule.due_on, today)
        standing[due] += 1
        while due < today + days:
            plain[due] += 1
            schedule = answer(schedule, Rating.GOOD, due)
            assert schedule.due_on is not None
            due = schedule.due_on
    made = forecast(begun(extra), today=today, settings=NO_FUZZ, days=days)
    assert [coming.day for coming in made.days] == list(range(today, today + days))
    assert [coming.expected for coming in made.days] == [plain[today + n] for n in range(days)]
    assert [coming.scheduled for coming in made.days] == [standing[today + n] for n in range(days)]


def test_new_cards_are_begun_day_by_day_and_come_back() -> None:
    days = 30
    plain = [0.0] * days
    for start, cards in ((0, 4), (1, 4), (2, 1)):
        for rating, share in FIRST_RATINGS.items():
            point = first_point(start, rating, NO_FUZZ)
            while point.due_on < days:
                plain[point.due_on] += cards * share
                point = answered(point, point.due_on, Rating.GOOD, NO_FUZZ)
    made = forecast([], today=DAY, settings=NO_FUZZ, new_cards=9, new_per_day=4, days=days)
    assert [coming.expected for coming in made.days] == pytest.approx(plain)
    assert made.new_days == 3


@pytest.mark.parametrize(
    ("new", "per_day", "days"), [(0, 20, 0), (1, 20, 1), (20, 20, 1), (21, 20, 2), (5, 0, None), (0, 0, 0)]
)
def test_the_time_to_finish_new_cards(new: int, per_day: int, days: int | None) -> None:
    made = forecast([], today=DAY, settings=NO_FUZZ, new_cards=new, new_per_day=per_day, days=3)
    assert made.new_days == days


def test_a_sample_of_many_cards_stands_for_all() -> None:
    one, many = begun([0, 1]), begun([0, 1]) * 1_500
    few = forecast(one, today=DAY + 5, settings=NO_FUZZ)
    all_of_them = forecast(many, today=DAY + 5, settings=NO_FUZZ)
    assert sum(c.scheduled for c in all_of_them.days) == 1_500 * sum(c.scheduled for c in few.days)
    total = sum(coming.expected for coming in few.days)
    assert sum(c.expected for c in all_of_them.days) == pytest.approx(1_500 * total, rel=0.5)


def test_no_card() -> None:
    assert all(coming[1:] == (0, 0) for coming in forecast([], today=DAY, settings=NO_FUZZ).days)
