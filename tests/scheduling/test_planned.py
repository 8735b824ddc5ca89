"""An answer with all that is planned around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, due_counts, easy_days, schedule, schedules
from schedule_builders import CARD, noon, ratings, review, settings, settings_action

from quizapp.model import Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.exam import LastPass
from quizapp.scheduling.planned import Planned, Surroundings, plan_previews, plan_review
from quizapp.scheduling.replay import replay
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.set_due import set_due
from quizapp.scheduling.settings import SettingsTimeline

exams = st.builds(
    lambda length, ahead, per_day: LastPass(TODAY + ahead - length, TODAY + ahead, per_day),
    st.integers(1, 10),
    st.integers(-3, 60),
    st.integers(1, 30),
)
surroundings = st.builds(Surroundings, due_counts, easy_days, exams | st.none(), due_counts)


def planned(previous: Schedule | None, rating: Rating, settings: SchedulingSettings, around: Surroundings) -> Planned:
    return plan_review(
        CARD,
        previous,
        rating,
        reviewed_at=noon(TODAY),
        study_day=TODAY,
        settings=settings,
        around=around,
    )


@given(schedules | st.none(), ratings, settings, surroundings)
def test_what_is_decided_is_on_record_and_replay_follows_from_that_alone(
    previous: Schedule | None, rating: Rating, settings: SchedulingSettings, around: Surroundings
) -> None:
    after = planned(previous, rating, settings, around)
    again = schedule_review(
        CARD,
        previous,
        rating,
        reviewed_at=noon(TODAY),
        study_day=TODAY,
        settings=settings,
        chosen_interval_days=after.schedule.interval_days,
    )
    assert again == after.schedule
    assert after.result == (again if after.due_on is None else set_due(again, after.due_on))
    assert after.due_on is None or TODAY < after.due_on < around.exam.exam_on  # type: ignore[union-attr]
    assert after.due_on != after.schedule.due_on or after.due_on is None


@given(ratings, settings, surroundings)
def test_the_log_of_a_first_answer_replays_to_the_schedule_of_its_review(
    rating: Rating, settings: SchedulingSettings, around: Surroundings
) -> None:
    after = planned(None, rating, settings, around)
    event = review("000001", rating, TODAY)._replace(interval_days=after.schedule.interval_days)
    timeline = SettingsTimeline([settings_action("000000", settings)])
    assert replay(CARD, [event], timeline).schedule == after.schedule


@given(schedules | st.none(), settings, surroundings)
def test_previews_are_what_the_answers_then_give(
    previous: Schedule | None, settings: SchedulingSettings, around: Surroundings
) -> None:
    shown = plan_previews(CARD, previous, now=noon(TODAY), study_day=TODAY, settings=settings, around=around)
    for rating, preview in shown.items():
        after = planned(previous, rating, settings, around).result
        assert preview.schedule == after
        assert preview.interval_days == after.interval_days
        assert (preview.delay_ms is None) == (after.phase is Phase.REVIEW)


@given(schedules | st.none(), ratings, settings)
def test_where_nothing_is_planned_fsrs_and_the_seed_decide(
    previous: Schedule | None, rating: Rating, settings: SchedulingSettings
) -> None:
    plain = schedule_review(CARD, previous, rating, reviewed_at=noon(TODAY), study_day=TODAY, settings=settings)
    assert planned(previous, rating, settings, Surroundings()) == Planned(plain, None)


def test_an_interval_beyond_the_exam_ends_in_its_last_pass() -> None:
    around = Surroundings(exam=LastPass(TODAY + 13, TODAY + 20, 50))
    after = planned(schedule(40.0, ago=40, due_in=0), Rating.GOOD, SchedulingSettings(), around)
    assert (after.schedule.due_on or 0) > TODAY + 20
    assert TODAY + 13 <= (after.result.due_on or 0) < TODAY + 20
    assert after.result.interval_days == (after.due_on or 0) - TODAY
