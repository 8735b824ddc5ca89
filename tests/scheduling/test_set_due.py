from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, learning, schedule, schedules

from quizapp.errors import UsageError
from quizapp.model import Schedule
from quizapp.scheduling.set_due import check_due_day, set_due


@given(schedules, st.integers(TODAY, TODAY + 900))
def test_only_the_due_day_and_the_interval_change(before: Schedule, day: int) -> None:
    after = set_due(before, day)
    assert after == before._replace(due_on=day, interval_days=day - before.last_review_on)


def test_a_card_with_a_step_pending_stays_as_it_is() -> None:
    assert set_due(learning(), TODAY + 3) == learning()


def test_an_interval_is_never_negative() -> None:
    assert set_due(schedule(ago=0), TODAY - 5).interval_days == 0


def test_a_day_that_has_passed_is_refused_with_its_date() -> None:
    check_due_day(TODAY, TODAY)
    with pytest.raises(UsageError, match=r"^Wed 2 Oct has passed. Choose today or a later day.$"):
        check_due_day(TODAY - 2, TODAY)
