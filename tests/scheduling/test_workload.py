"""What a desired retention costs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import fsrs_rs_python as rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import SETTINGS, TODAY, learning, schedule, some_schedules

from quizapp.model import Schedule
from quizapp.scheduling.engine import DEFAULT_PARAMETERS
from quizapp.scheduling.workload import SAMPLE, Workload, cards_a_day, retention_change

collections = st.lists(some_schedules, max_size=20)
retentions = st.floats(0.7, 0.99)


def at(retention: float, schedules: list[Schedule], new_per_day: int = 0, days: int = 90) -> float:
    return cards_a_day(
        schedules,
        today=TODAY,
        new_per_day=new_per_day,
        settings=replace(SETTINGS, desired_retention=retention),
        days=days,
    )


@given(collections, st.integers(0, 30), retentions, retentions)
def test_cards_a_day_rise_with_desired_retention(
    schedules: list[Schedule], new_per_day: int, one: float, other: float
) -> None:
    lower, higher = sorted((one, other))
    assert at(lower, schedules, new_per_day) <= at(higher, schedules, new_per_day)


@given(collections, retentions, st.integers(0, 30))
def test_cards_a_day_add_up_over_cards_and_new_ones(
    schedules: list[Schedule], retention: float, new_per_day: int
) -> None:
    together = at(retention, schedules, new_per_day)
    apart = sum(at(retention, [each]) for each in schedules) + at(retention, [], new_per_day)
    assert together == pytest.approx(apart)


@given(collections, retentions)
def test_a_change_that_is_none_costs_nothing(schedules: list[Schedule], retention: float) -> None:
    settings = replace(SETTINGS, desired_retention=retention)
    change = retention_change(schedules, retention, today=TODAY, new_per_day=3, settings=settings)
    assert change.before == change.after
    assert change.ratio == 1.0


def test_without_cards_nothing_is_to_do() -> None:
    assert retention_change([], 0.95, today=TODAY, new_per_day=0, settings=SETTINGS) == Workload(0.0, 0.0)
    assert Workload(0.0, 0.0).ratio == 1.0


def test_due_days_that_stand_stay() -> None:
    assert at(0.99, [schedule(due_in=89)]) == at(0.7, [schedule(due_in=89)]) == 1 / 90
    assert at(0.99, [schedule(due_in=90)]) == 0
    assert at(0.9, [learning()]) > 0


def test_a_sample_stands_for_a_large_collection() -> None:
    many = [schedule(5.0 + number % 97, due_in=number % 41) for number in range(3 * SAMPLE)]
    exact = sum(at(0.9, many[first : first + SAMPLE]) for first in range(0, len(many), SAMPLE))
    assert at(0.9, many) == pytest.approx(exact, rel=0.01)


@pytest.mark.parametrize("retention", [0.8, 0.85, 0.95, 0.97])
def test_the_ratio_is_that_of_the_simulator_of_fsrs(retention: float) -> None:
    days, new_per_day = 180, 20

    def simulated(retention: float) -> float:
        config = rs.default_simulator_config()
        config.learn_span, config.learn_limit = days, new_per_day
        config.deck_size, config.max_cost_perday = days * new_per_day, 1e9
        result = rs.simulate(DEFAULT_PARAMETERS, retention, config, 1)
        return sum(result.review_cnt_per_day) / days + new_per_day

    ratio = at(retention, [], new_per_day, days) / at(0.9, [], new_per_day, days)
    assert ratio == pytest.approx(simulated(retention) / simulated(0.9), rel=0.1)


def test_more_retention_costs_ever_more() -> None:
    costs = [at(retention / 100, [schedule(30.0)] * 5, 10) for retention in range(80, 100, 3)]
    rises = [after - before for before, after in pairwise(costs)]
    assert rises[-1] > 3 * rises[0]
