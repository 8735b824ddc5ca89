"""The numbers that properties compare and columns sort by."""

from __future__ import annotations

from math import floor, inf, isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_builders import STARTS_AT, learning, progress, reviewed

from quizapp.model import DAY_MS, HOUR_MS, CardState, MemoryState, Schedule
from quizapp.scheduling.engine import DEFAULT_PARAMETERS, retrievability
from quizapp.search.expression import Property, Within
from quizapp.search.numbers import at_retrievability, bounds, numbers


def scheduled(state: CardState) -> Schedule:
    assert state.schedule is not None
    return state.schedule


KNOWN = scheduled(reviewed(40.2, due_in=-3, difficulty=9.1, interval=38, lapses=8, reps=12))


def number(prop: Property, schedule: Schedule | None) -> float:
    (one,) = numbers(prop, [schedule], progress())
    return one


@pytest.mark.parametrize(
    ("prop", "expected"),
    [
        (Property.STABILITY, 40.2),
        (Property.DIFFICULTY, 9.1),
        (Property.RETRIEVABILITY, -5 / 40.2),
        (Property.INTERVAL, 38),
        (Property.LAPSES, 8),
        (Property.REPS, 12),
        (Property.DUE, -3),
    ],
)
def test_a_property_is_read_off_the_schedule(prop: Property, expected: float) -> None:
    assert number(prop, KNOWN) == expected


def test_a_new_card_has_no_lapses_and_reps_and_nothing_else() -> None:
    known = {prop: number(prop, None) for prop in Property}
    assert {prop for prop, one in known.items() if isnan(one)} == set(Property) - {"lapses", "reps"}
    assert known[Property.LAPSES] == known[Property.REPS] == 0


def test_steps_come_between_the_reviews_of_their_day_and_those_of_the_next() -> None:
    coming = [
        reviewed(due_in=-1),
        learning(STARTS_AT - 1),
        reviewed(due_in=0),
        learning(STARTS_AT + HOUR_MS),
        learning(STARTS_AT + DAY_MS - 1),
        reviewed(due_in=1),
    ]
    places = numbers(Property.DUE, [state.schedule for state in coming], progress())
    assert places == sorted(set(places))


@pytest.mark.parametrize(("hours", "days"), [(-1, -1), (0, 0), (23, 0), (24, 1), (72, 3)])
def test_a_step_is_due_in_the_study_days_until_its_instant(hours: int, days: int) -> None:
    due = number(Property.DUE, learning(STARTS_AT + hours * HOUR_MS).schedule)
    for asked in range(-3, 5):
        low, high = bounds(Within(Property.DUE, asked - 0.5, asked + 0.5), ())
        assert (low <= due < high) == (asked == days)


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(-60, 60))
def test_the_bounds_of_a_range_of_days_hold_the_days_that_it_holds(low: float, high: float, due: float) -> None:
    first, beyond = bounds(Within(Property.DUE, low, high), ())
    assert (first <= due < beyond) == (low <= floor(due) < high)


def test_days_without_a_bound_have_none() -> None:
    assert bounds(Within(Property.DUE, -inf, inf), ()) == (-inf, inf)


weights = st.floats(0.1, 0.8).map(lambda decay: (*DEFAULT_PARAMETERS[:20], decay))


@given(st.floats(0.01, 1), st.floats(0.1, 5000), st.one_of(st.just(()), weights))
def test_at_retrievability_is_the_inverse_of_the_forgetting_curve(
    recall: float, stability: float, parameters: tuple[float, ...]
) -> None:
    elapsed = -at_retrievability(recall, parameters) * stability
    assert retrievability(MemoryState(stability, 5.0), elapsed, parameters) == pytest.approx(recall)


def test_every_recall_lies_between_nothing_and_certainty() -> None:
    assert at_retrievability(0, ()) == -inf
    assert at_retrievability(-0.1, ()) == -inf
    assert at_retrievability(1, ()) == 0
    assert at_retrievability(1.1, ()) == inf


@given(st.lists(st.tuples(st.floats(0.1, 5000), st.integers(-3, 2000)), min_size=2, max_size=2))
def test_the_number_for_retrievability_orders_cards_as_recall_does(cards: list[tuple[float, int]]) -> None:
    schedules = [reviewed(stability, elapsed=elapsed).schedule for stability, elapsed in cards]
    one, other = numbers(Property.RETRIEVABILITY, schedules, progress())
    recalls = [retrievability(MemoryState(stability, 5.0), elapsed, ()) for stability, elapsed in cards]
    assert one != other or recalls[0] == pytest.approx(recalls[1])
    assert one >= other or recalls[0] <= recalls[1]
