"""Counts, streak and forecast as home shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from study_builders import MINUTE, TODAY, by_id, deck, due_on, learning_until

from quizapp.model import CardState, StudySettings
from quizapp.study.overview import (
    Returns,
    count_queue,
    last_days,
    minutes_for,
    streak,
    summarise_deck,
)
from quizapp.study.queue import DayLog, Queue, build_queue
from quizapp.study.scope import EVERYTHING

NOW = 40 * MINUTE
DAY_END = 1000 * MINUTE
RIVERS = deck("rivers", "a", "b", "c", "d", "e")
STATES = {
    "rivers/a": due_on(TODAY),
    "rivers/b": due_on(TODAY + 3),
    "rivers/c": learning_until(40 * MINUTE),
    "rivers/d": CardState(suspended=True),
    "gone/x": due_on(TODAY + 1),
}


def today_queue() -> Queue:
    return build_queue(
        [RIVERS],
        by_id(RIVERS),
        STATES,
        now=NOW,
        today=TODAY,
        day_ends_at=DAY_END,
        log=DayLog(),
        settings=StudySettings(),
        scope=EVERYTHING,
    )


RETURNS = Returns(today_queue(), TODAY, DAY_END)


def test_a_deck_counts_what_today_asks_of_it() -> None:
    queue = today_queue()
    summary = summarise_deck(RIVERS, STATES, count_queue(queue), RETURNS, recall=lambda schedule, day: 0.9)
    assert (summary.new, summary.learning, summary.due) == (1, 1, 1)
    assert (summary.cards, summary.suspended) == (5, 1)
    assert (summary.next_due_at, summary.next_due_on) == (40 * MINUTE, TODAY)
    assert summary.recall == 0.9


def test_a_deck_that_was_never_studied_has_no_recall() -> None:
    summary = summarise_deck(RIVERS, {}, count_queue(today_queue()), RETURNS, recall=lambda schedule, day: 0.9)
    assert (summary.recall, summary.next_due_on, summary.next_due_at) == (None, None, None)


def test_the_forecast_leaves_out_today_and_cards_without_a_deck() -> None:
    assert RETURNS.forecast(by_id(RIVERS), STATES, days=4) == (
        (TODAY + 1, 0),
        (TODAY + 2, 0),
        (TODAY + 3, 1),
        (TODAY + 4, 0),
    )
    assert RETURNS.next_day(by_id(RIVERS), STATES) == TODAY + 3
    assert RETURNS.next_day(by_id(RIVERS), {}) is None


def test_a_due_card_that_today_leaves_out_comes_tomorrow() -> None:
    states = {"rivers/a": due_on(TODAY, buried_on=TODAY), "rivers/b": learning_until(DAY_END + 1440 * MINUTE)}
    returns = Returns(Queue(()), TODAY, DAY_END)
    assert returns.forecast(by_id(RIVERS), states, days=2) == ((TODAY + 1, 1), (TODAY + 2, 1))
    summary = summarise_deck(RIVERS, states, count_queue(Queue(())), returns, recall=lambda schedule, day: 0.9)
    assert (summary.next_due_at, summary.next_due_on) == (None, TODAY + 1)


def test_minutes_are_none_for_an_empty_day_and_at_least_one_otherwise() -> None:
    assert minutes_for(Queue(()), 9000) == 0
    assert minutes_for(today_queue(), 10) == 1


def test_a_streak_may_end_yesterday() -> None:
    assert streak([TODAY - 2, TODAY - 1], TODAY) == (2, 2)
    assert streak([TODAY - 3, TODAY - 2], TODAY) == (0, 2)
    assert streak([], TODAY) == (0, 0)


@given(st.sets(st.integers(TODAY - 40, TODAY)))
def test_a_streak_equals_counting_back_day_by_day(days: set[int]) -> None:
    start = TODAY if TODAY in days else TODAY - 1
    expected = 0
    while start - expected in days:
        expected += 1
    current, longest = streak(sorted(days), TODAY)
    assert current == expected
    assert longest == max((sum(day + k in days for k in range(n)) == n) * n for n in range(41) for day in days | {0})


@given(st.sets(st.integers(TODAY - 40, TODAY)))
def test_the_last_days_end_with_today(days: set[int]) -> None:
    assert last_days(sorted(days), TODAY) == tuple(TODAY - back in days for back in range(13, -1, -1))
