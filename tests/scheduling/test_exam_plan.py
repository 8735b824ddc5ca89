"""The plan for an exam: what a learner is told before saying yes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import SETTINGS, TODAY, cards_of, easy_days, learning, schedule, schedules, some_schedules

from quizapp.errors import UsageError
from quizapp.model import EasyDays, Schedule
from quizapp.scheduling.exam_plan import ExamPlan, exam_plan

decks = st.lists(some_schedules, max_size=25).map(cards_of)
ahead = st.integers(1, 60)


def plan_of(
    cards: dict[str, Schedule],
    new: int = 0,
    *,
    days: int = 30,
    usual: int = 5,
    new_per_day: int | None = None,
    per_day: int | None = None,
) -> ExamPlan:
    return exam_plan(
        cards,
        new,
        today=TODAY,
        exam_on=TODAY + days,
        settings=SETTINGS,
        usual_new_per_day=usual,
        new_per_day=new_per_day,
        per_day=per_day,
    )


@given(decks, st.integers(0, 25), ahead, st.integers(1, 12) | st.none(), easy_days)
def test_cards_are_only_moved_into_the_last_pass_and_each_to_one_day(
    cards: dict[str, Schedule], new: int, days: int, per_day: int | None, easy: EasyDays
) -> None:
    plan, same = (
        exam_plan(
            each,
            new,
            today=TODAY,
            exam_on=TODAY + days,
            settings=SETTINGS,
            usual_new_per_day=3,
            per_day=per_day,
            easy_days=easy,
        )
        for each in (cards, dict(cards))
    )
    assert plan == same
    last = plan.last_pass
    for card_id, day in plan.due_on.items():
        due_on = cards[card_id].due_on
        assert TODAY <= last.first_on <= day < last.exam_on == TODAY + days
        assert due_on is not None
        assert due_on >= last.first_on
        assert due_on != day
    for day in range(last.first_on, last.exam_on):
        assert list(plan.due_on.values()).count(day) <= last.per_day


@given(decks, st.integers(0, 25), ahead, st.integers(0, 8) | st.none())
def test_every_day_until_the_exam_is_told_and_every_new_card_is_begun_or_counted_unseen(
    cards: dict[str, Schedule], new: int, days: int, new_per_day: int | None
) -> None:
    plan = plan_of(cards, new, days=days, new_per_day=new_per_day)
    assert [each.day for each in plan.days] == list(range(TODAY, TODAY + days))
    assert sum(each.new for each in plan.days) + plan.unseen == new
    assert all(each.new <= plan.new_per_day and each.reviews >= 0 for each in plan.days)
    assert new_per_day is None or plan.new_per_day <= new_per_day
    assert new_per_day is not None or plan.unseen == 0


@given(st.lists(schedules, min_size=1, max_size=25).map(cards_of), st.integers(0, 25), ahead)
def test_a_plan_is_no_worse_than_none_and_recall_is_a_probability(
    cards: dict[str, Schedule], new: int, days: int
) -> None:
    plan = plan_of(cards, new, days=days)
    assert 0 <= plan.recall_without <= plan.recall_with + 0.02 <= 1.02


def test_a_plan_pays_where_cards_would_come_too_late_or_not_at_all() -> None:
    cards = cards_of([schedule(8.0, ago=5, due_in=3 + number % 9) for number in range(60)])
    plan = plan_of(cards, new=80, usual=2)
    assert plan.recall_without < 0.85
    assert plan.recall_with > 0.97
    assert plan.new_per_day == 4
    assert plan.unseen == 0


def test_new_cards_are_begun_before_the_last_pass_and_no_slower_than_usual() -> None:
    plan = plan_of({}, new=69, usual=1)
    assert [day.new for day in plan.days][:24] == [3] * 23 + [0]
    assert plan_of({}, new=69, usual=20).new_per_day == 20


def test_new_cards_that_there_is_no_time_for_are_unseen_and_count_as_forgotten() -> None:
    plan = plan_of({}, new=100, days=10, new_per_day=5)
    assert plan.unseen == 50
    assert plan.recall_with < 0.5


def test_cards_beyond_what_the_days_have_room_for_keep_their_due_day() -> None:
    cards = cards_of([schedule(10.0 + number, due_in=40) for number in range(30)])
    plan = plan_of(cards, days=10, per_day=2)
    assert set(plan.due_on) == set(list(cards)[:20])


def test_a_card_due_before_the_pass_is_left_alone_and_has_room_kept_for_it() -> None:
    cards = cards_of([schedule(4.0, ago=2, due_in=2), *[schedule(90.0, due_in=80)] * 6])
    plan = plan_of(cards, days=30, per_day=1)
    assert "deck/000" not in plan.due_on
    assert len({*plan.last_pass.days_from(TODAY)} - {*plan.due_on.values()}) == 1


def test_cards_answered_in_the_last_pass_or_in_learning_are_not_moved() -> None:
    cards = cards_of([schedule(30.0, ago=0, due_in=30), learning()])
    assert plan_of(cards, days=1).due_on == {}


def test_an_exam_without_cards_asks_for_nothing() -> None:
    plan = plan_of({})
    assert (plan.recall_with, plan.recall_without, plan.due_on, plan.unseen) == (0, 0, {}, 0)
    assert all(day.cards == 0 for day in plan.days)


def test_an_exam_in_the_past_is_refused() -> None:
    with pytest.raises(UsageError, match="has passed"):
        plan_of({}, days=-3)
