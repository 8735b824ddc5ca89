"""Load balance: which day of a range an interval takes, and that replay takes the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, due_counts, easy_days, with_weekday
from schedule_builders import CARD, gaps, ids, noon, ratings, review, settings, settings_action

from quizapp.clock import day_to_date
from quizapp.model import EVERY_DAY, NEW_CARD, EasyDays, Event, Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.balance import balanced_days, balanced_interval, share_of
from quizapp.scheduling.fuzz import pick
from quizapp.scheduling.replay import replay
from quizapp.scheduling.schedule import Spread, schedule_review
from quizapp.scheduling.settings import SettingsTimeline

WEEKEND_OFF = with_weekday({5: 0.0, 6: 0.0})

fractions = st.integers(0, 2**32 - 1).map(lambda number: number / 2**32)
spreads = st.builds(
    lambda low, width, fraction: Spread(float(low), low, low + width, fraction),
    st.integers(1, 400),
    st.integers(0, 40),
    fractions,
)


@given(spreads, due_counts, easy_days)
def test_the_day_lies_in_the_range_and_is_the_same_every_time(
    days: Spread, due: dict[int, int], easy: EasyDays
) -> None:
    chosen = balanced_days(days, TODAY, due, easy)
    assert 1 <= days.low <= chosen <= days.high
    assert chosen == balanced_days(days, TODAY, dict(reversed(due.items())), easy)


@given(spreads, st.integers(0, 100))
def test_equally_full_days_give_the_choice_of_fuzz(days: Spread, each: int) -> None:
    due = dict.fromkeys(range(TODAY, TODAY + 500), each)
    assert balanced_days(days, TODAY, due) == pick(days.low, days.high, days.fraction)


def test_a_lighter_day_is_taken_more_often_and_a_full_one_hardly() -> None:
    due = dict.fromkeys(range(TODAY, TODAY + 60), 9) | {TODAY + 31: 4, TODAY + 32: 99}
    taken = Counter(balanced_days(Spread(31.0, 30, 32, number / 1000), TODAY, due) for number in range(1000))
    assert 150 < taken[30] < 250 < 750 < taken[31] < 850
    assert taken[32] < 10


@given(spreads, due_counts)
def test_a_weekday_that_is_off_is_taken_only_where_there_is_no_other(days: Spread, due: dict[int, int]) -> None:
    chosen = day_to_date(TODAY + balanced_days(days, TODAY, due, WEEKEND_OFF)).weekday()
    in_range = {day_to_date(TODAY + day).weekday() for day in range(days.low, days.high + 1)}
    assert chosen < 5 or in_range <= {5, 6}


def test_a_weekday_that_takes_less_is_taken_a_quarter_as_often() -> None:
    monday = next(day for day in range(7) if day_to_date(TODAY + 10 + day).weekday() == 0) + 10
    taken = Counter(
        balanced_days(Spread(1.0, monday, monday + 1, n / 1000), TODAY, {}, with_weekday({0: 0.5})) for n in range(1000)
    )
    assert 190 < taken[monday] < 210


def test_a_week_without_study_days_is_like_any_other() -> None:
    off = with_weekday(dict.fromkeys(range(7), 0.0))
    assert share_of(TODAY, off) == 1.0
    assert balanced_days(Spread(5.0, 3, 9, 0.5), TODAY, {}, off) == 6


@pytest.mark.parametrize("day", range(TODAY, TODAY + 7))
def test_shares_are_those_of_the_calendars_weekdays(day: int) -> None:
    weekday = day_to_date(day).weekday()
    assert share_of(day, with_weekday({weekday: 0.5})) == 0.5
    assert share_of(day, with_weekday({(weekday + 1) % 7: 0.5})) == 1.0


@given(ratings, gaps, settings, due_counts, easy_days)
def test_a_better_rating_never_comes_back_before_a_worse_one(
    first: Rating, gap: int, settings: SchedulingSettings, due: dict[int, int], easy: EasyDays
) -> None:
    previous = schedule_review(
        CARD, None, first, reviewed_at=noon(TODAY - gap), study_day=TODAY - gap, settings=settings
    )
    for before in (None, previous):
        intervals = [
            balanced_interval(CARD, before, rating, study_day=TODAY, settings=settings, due=due, easy_days=easy)
            for rating in (Rating.HARD, Rating.GOOD, Rating.EASY)
        ]
        assert intervals == sorted(intervals)


happenings = st.lists(st.tuples(ratings, gaps, due_counts), min_size=1, max_size=10)


@given(happenings, settings, easy_days)
def test_replaying_a_balanced_log_gives_exactly_the_stored_schedules(
    happenings: list[tuple[Rating, int, dict[int, int]]], settings: SchedulingSettings, easy: EasyDays
) -> None:
    """The log holds what was chosen; the replay sees neither the other cards nor the easy days."""
    timeline = SettingsTimeline([settings_action("!", settings)])
    day = TODAY
    stored: Schedule | None = None
    events: list[Event] = []
    for event_id, (rating, gap, due) in zip(ids(len(happenings)), happenings, strict=True):
        day += gap
        chosen = balanced_interval(CARD, stored, rating, study_day=day, settings=settings, due=due, easy_days=easy)
        stored = schedule_review(
            CARD,
            stored,
            rating,
            reviewed_at=noon(day),
            study_day=day,
            settings=settings,
            chosen_interval_days=chosen,
        )
        if stored.phase is Phase.REVIEW:
            assert stored.interval_days == chosen
            assert 1 <= chosen <= settings.maximum_interval_days
        events.append(review(event_id, rating, day, interval_days=stored.interval_days))
        assert replay(CARD, events, timeline) == NEW_CARD._replace(schedule=stored, last_event_id=event_id)


@given(st.integers(1, 400), due_counts)
def test_no_interval_exceeds_the_maximum(maximum: int, due: dict[int, int]) -> None:
    settings = SchedulingSettings(maximum_interval_days=maximum)
    previous: Schedule | None = None
    for day in range(TODAY, TODAY + 2_000, 400):
        chosen = balanced_interval(CARD, previous, Rating.EASY, study_day=day, settings=settings, due=due)
        assert 1 <= chosen <= maximum
        previous = schedule_review(CARD, previous, Rating.EASY, reviewed_at=noon(day), study_day=day, settings=settings)


def test_without_fuzz_there_is_nothing_to_balance() -> None:
    settings = SchedulingSettings(fuzz=False)
    full = dict.fromkeys(range(TODAY, TODAY + 60, 2), 1_000)
    for due in ({}, full):
        assert balanced_interval(CARD, None, Rating.EASY, study_day=TODAY, settings=settings, due=due) == 8


def test_balance_evens_out_the_days_and_hardly_moves_intervals() -> None:
    """Forty cards every other day, each to come back after 27 to 34 days."""
    drawn, _ = filled(lambda days, day, due: pick(days.low, days.high, days.fraction))
    even, mean = filled(balanced_days)
    _, drifted = filled(lambda days, day, due: min(range(27, 35), key=lambda n: due[day + n]))
    assert even < drawn * 2 / 3
    assert mean == pytest.approx(30.5, abs=0.5)
    assert drifted > 33


def filled(choose: Callable[[Spread, int, Counter[int]], int]) -> tuple[int, float]:
    """Return the difference between the fullest and the emptiest day, and the mean interval."""
    chance = random.Random(3)
    due: Counter[int] = Counter()
    intervals = []
    for day in range(TODAY, TODAY + 200, 2):
        for _ in range(40):
            interval = choose(Spread(30.5, 27, 34, chance.random()), day, due)
            due[day + interval] += 1
            intervals.append(interval)
    days = [due[day] for day in range(TODAY + 60, TODAY + 190)]
    return max(days) - min(days), sum(intervals) / len(intervals)


def test_easy_days_default_to_none() -> None:
    assert all(share_of(day, EVERY_DAY) == 1.0 for day in range(TODAY, TODAY + 7))
