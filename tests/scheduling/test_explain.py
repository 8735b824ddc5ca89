from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from schedule_builders import CARD, DAY, NO_FUZZ, action, histories, ids, review, settings_action

from quizapp.model import ActionKind, Event, Rating, SchedulingSettings
from quizapp.scheduling.explain import explain
from quizapp.scheduling.replay import replay
from quizapp.scheduling.settings import SettingsTimeline

DEFAULTS = SettingsTimeline()
UNFUZZED = SettingsTimeline([settings_action("", NO_FUZZ)])
AGAIN, HARD, GOOD, EASY = Rating


def test_the_whole_story_of_a_card() -> None:
    """DAY is Friday 4 October 2024; the learner looks three days before the card is due."""
    first, second, third = ids(3)
    events: list[Event] = [
        review(first, GOOD, DAY),
        review(second, GOOD, DAY, minute=10),
        review(third, GOOD, DAY + 2),
    ]
    assert explain(CARD, events, UNFUZZED, today=DAY + 10) == [
        "Due on Thursday, 11 days after the last answer.",
        "Predicted recall today: 92 %, 8 days after the last answer.",
        "Settings: desired retention 90 %, learning steps 1 min and 10 min, relearning steps 10 min, "
        "intervals up to 36,500 days, fuzz off, default FSRS-6 parameters.",
        "Fri 4 Oct: Good on a new card. Stability 2.3 days, difficulty 2.1. "
        "Learning step 2 of 2: back after 10 min.",
        "Fri 4 Oct: Good in phase Learning, on the day of the last answer. "
        "Stability 2.3 days → 2.3 days, difficulty 2.1 → 2.1. "
        "Recall falls to 90 % after 2.3 days: back after 2 days.",
        "Sun 6 Oct: Good in phase Review, 2 days after the last answer; predicted recall 91 %. "
        "Stability 2.3 days → 11 days, difficulty 2.1 → 2.1. "
        "Recall falls to 90 % after 11 days: back after 11 days.",
    ]


def told(events: list[Event], timeline: SettingsTimeline = DEFAULTS, today: int = DAY) -> str:
    return "\n".join(explain(CARD, events, timeline, today=today, leech_lapses=1))


def test_a_card_without_answers_is_new() -> None:
    assert told([]) == "New: it comes among the new cards of a day, in the order of its deck."


def test_a_pending_step_is_due_at_an_hour_of_the_learners_day() -> None:
    text = told([review("1", AGAIN, DAY)])
    assert text.startswith("Due Fri 4 Oct at 13:01. Learning step 1 of 2: back after 1 min.")


def test_an_overdue_card_has_been_due_since_a_day() -> None:
    assert told([review("1", EASY, DAY)], UNFUZZED, DAY + 20).startswith("Due since Sat 12 Oct, 8 days after")


def test_fuzz_names_its_range_and_the_seeds_place_in_it() -> None:
    assert "fuzz allows 6 to 10 days: back after 6 days (the seed falls at 16.7 % of the range)." in told(
        [review("1", EASY, DAY)]
    )


def test_an_interval_chosen_otherwise_is_told_as_the_logs() -> None:
    assert "back after 9 days (the days were balanced)." in told([review("1", EASY, DAY, interval_days=9)])


def test_the_longest_interval_allowed_is_named() -> None:
    short = SettingsTimeline([settings_action("", replace(NO_FUZZ, maximum_interval_days=5))])
    assert "back after 5 days, the longest interval allowed." in told([review("1", EASY, DAY)], short)


def test_a_lapse_and_a_leech_are_named() -> None:
    text = told([review("1", EASY, DAY), review("2", AGAIN, DAY + 8)])
    assert "A lapse. Relearning step 1 of 1: back after 10 min." in text
    assert "A leech, with 1 lapse: " in text


def test_a_clock_set_back_is_named() -> None:
    assert "with the clock set back before the last answer, so no time counts." in told(
        [review("1", EASY, DAY), review("2", GOOD, DAY - 3)]
    )


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ActionKind.SUSPEND, "Suspended: it does not come until it is unsuspended."),
        (ActionKind.BURY, "Buried: it does not come today."),
        (ActionKind.SUSPEND, "Fri 4 Oct: suspended."),
        (ActionKind.UNBURY, "Fri 4 Oct: no longer buried."),
        (ActionKind.RESET, "Fri 4 Oct: reset; the card is new again."),
    ],
)
def test_acts_are_named(kind: ActionKind, sentence: str) -> None:
    assert sentence in told([action("1", kind)]).splitlines()


def test_the_card_that_progress_came_from_is_named_in_clean_text() -> None:
    assert "carried over from deck/old." in told([action("1", ActionKind.CARRY, **{"from": "deck/\x1bold"})])


def test_changed_settings_are_named_where_they_change() -> None:
    timeline = SettingsTimeline(
        [settings_action("1+", SchedulingSettings(desired_retention=0.925, relearning_steps_ms=()))]
    )
    text = told([review("1", EASY, DAY), review("2", GOOD, DAY + 8)], timeline)
    assert "From here on: desired retention 92.5 %, learning steps 1 min and 10 min, relearning" in text
    assert "relearning steps none" in text


@given(histories)
def test_the_last_sentence_tells_the_interval_that_holds(history: list[tuple[Rating, int]]) -> None:
    day, events = DAY, []
    for event_id, (rating, gap) in zip(ids(len(history)), history, strict=True):
        day += gap
        events.append(review(event_id, rating, day))
    schedule = replay(CARD, events, DEFAULTS).schedule
    assert schedule
    last = explain(CARD, events, DEFAULTS, today=day)[-1]
    if schedule.due_on is not None:
        assert f"back after {schedule.interval_days:,} day" in last
    else:
        assert f"{schedule.phase.label} step {(schedule.step or 0) + 1} of " in last
