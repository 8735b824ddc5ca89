"""Spreading what has piled up: every card once, the days evenly, what would be lost first."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, cards_of, due_counts, easy_days, schedule, schedules, with_weekday

from quizapp.clock import day_to_date
from quizapp.model import EVERY_DAY, EasyDays, Schedule
from quizapp.scheduling.balance import share_of
from quizapp.scheduling.engine import retrievability
from quizapp.study.backlog import MAX_DAYS, BacklogPlan, days_for, spread_backlog

backlogs = st.lists(schedules, max_size=60).map(cards_of)
spans = st.integers(1, 20)
late_starts = st.integers(0, 10)


def spread(
    backlog: dict[str, Schedule],
    days: int,
    due: dict[int, int] | None = None,
    *,
    first_in: int = 0,
    easy: EasyDays = EVERY_DAY,
) -> BacklogPlan:
    return spread_backlog(
        backlog,
        today=TODAY,
        days=days,
        due=due or {},
        parameters=(),
        first_on=TODAY + first_in,
        easy_days=easy,
    )


@given(backlogs, spans, due_counts, late_starts, easy_days)
def test_every_card_gets_exactly_one_day_of_the_span(
    backlog: dict[str, Schedule], days: int, due: dict[int, int], first_in: int, easy: EasyDays
) -> None:
    plan = spread(backlog, days, due, first_in=first_in, easy=easy)
    first = TODAY + first_in
    assert plan.due_on.keys() == backlog.keys()
    assert all(first <= day < first + days for day in plan.due_on.values())
    assert [load.day for load in plan.days] == list(range(first, first + days))
    placed = Counter(plan.due_on.values())
    assert all(load.after == due.get(load.day, 0) + placed[load.day] for load in plan.days)
    assert sum(load.before for load in plan.days) == sum(load.after for load in plan.days)
    assert plan == spread(dict(reversed(backlog.items())), days, due, first_in=first_in, easy=easy)


@given(backlogs, spans, due_counts)
def test_no_day_is_fuller_than_it_has_to_be(backlog: dict[str, Schedule], days: int, due: dict[int, int]) -> None:
    plan = spread(backlog, days, due)
    placed = set(plan.due_on.values())
    emptiest = min(load.after for load in plan.days)
    assert all(load.after <= emptiest + 1 for load in plan.days if load.day in placed)


@given(backlogs, spans, due_counts, easy_days)
def test_easy_days_take_their_share(
    backlog: dict[str, Schedule], days: int, due: dict[int, int], easy: EasyDays
) -> None:
    plan = spread(backlog, days, due, easy=easy)
    open_days = [load for load in plan.days if share_of(load.day, easy)]
    placed = set(plan.due_on.values())
    if open_days:
        assert all(share_of(day, easy) for day in placed)
        for load in open_days:
            if load.day in placed:
                fullness = load.after / share_of(load.day, easy)
                assert all(fullness <= (other.after + 1) / share_of(other.day, easy) + 1e-9 for other in open_days)


@given(backlogs, spans)
def test_only_cards_that_leave_today_are_moved(backlog: dict[str, Schedule], days: int) -> None:
    overdue = {card_id: each._replace(due_on=TODAY - 3) for card_id, each in backlog.items()}
    plan = spread(overdue, days)
    assert plan.moves == {card_id: day for card_id, day in plan.due_on.items() if day > TODAY}


def test_after_a_holiday_to_come_every_card_of_it_is_moved() -> None:
    backlog = cards_of([schedule(due_in=number) for number in range(7)])
    plan = spread(backlog, 3, first_in=7)
    assert plan.moves == plan.due_on
    assert [load.after for load in plan.days] == [3, 2, 2]
    assert plan.days[0].before == 7


def test_what_falls_fastest_comes_first_not_what_has_fallen_furthest() -> None:
    fading = schedule(6.0, ago=7, due_in=-1)
    long_lost = schedule(0.5, ago=300, due_in=-299)
    stable = schedule(300.0, ago=310, due_in=-10)
    plan = spread({"a/stable": stable, "a/lost": long_lost, "a/fading": fading}, 3)
    assert sorted(plan.due_on, key=lambda card_id: plan.due_on[card_id])[0] == "a/fading"
    assert plan.due_on["a/stable"] > TODAY


@given(st.lists(schedules, min_size=1, max_size=6).map(cards_of), st.integers(1, 4))
def test_the_order_keeps_nearly_as_much_recall_as_any_could(backlog: dict[str, Schedule], days: int) -> None:
    plan = spread(backlog, days)
    slots = sorted(plan.due_on.values())

    def recall(card_id: str, day: int) -> float:
        return retrievability(backlog[card_id].memory, day - backlog[card_id].last_review_on, ())

    kept = sum(recall(card_id, day) for card_id, day in plan.due_on.items())
    best = max(sum(map(recall, order, slots)) for order in permutations(backlog))
    assert best - 0.01 * len(backlog) <= kept <= best + 1e-9


@given(st.integers(0, 2_000), st.integers(1, 100), due_counts, easy_days)
def test_days_for_a_limit_are_the_fewest_that_keep_it(
    cards: int, per_day: int, due: dict[int, int], easy: EasyDays
) -> None:
    days = days_for(cards, per_day, first_on=TODAY, due=due, easy_days=easy)

    def room(days: int) -> int:
        span = range(TODAY, TODAY + days)
        return sum(max(int(per_day * share_of(day, easy)) - due.get(day, 0), 0) for day in span)

    assert room(days) >= cards or days == MAX_DAYS
    assert days == 1 or room(days - 1) < cards


@given(backlogs, st.integers(1, 60), due_counts)
def test_a_spread_over_the_days_for_a_limit_keeps_it(
    backlog: dict[str, Schedule], per_day: int, due: dict[int, int]
) -> None:
    days = days_for(len(backlog), per_day, first_on=TODAY, due=due)
    if days < MAX_DAYS:
        plan = spread(backlog, days, due)
        assert all(plan_day.after <= max(per_day, due.get(plan_day.day, 0)) for plan_day in plan.days)


def test_a_limit_that_days_off_and_other_cards_use_up_ends_after_a_year() -> None:
    sunday = next(day for day in range(7) if day_to_date(TODAY + day).weekday() == 6)
    assert days_for(10, 5, first_on=TODAY + sunday, due={}, easy_days=with_weekday({6: 0.0})) == 3
    assert days_for(10, 0, first_on=TODAY, due={}) == MAX_DAYS


@pytest.mark.parametrize(("days", "first_in"), [(0, 0), (366, 0), (3, -1)])
def test_a_span_that_cannot_be_is_a_programming_error(days: int, first_in: int) -> None:
    with pytest.raises(ValueError, match="cannot be spread"):
        spread({}, days, first_in=first_in)
