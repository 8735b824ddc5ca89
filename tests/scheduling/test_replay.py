"""The replay against the slow way: one `schedule_review` after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import CARD, DAY, action, gaps, ids, ratings, review, settings, settings_action

from quizapp.model import NEW_CARD, Action, ActionKind, CardState, Event, Rating, Review, SchedulingSettings
from quizapp.scheduling.engine import DEFAULT_PARAMETERS
from quizapp.scheduling.replay import Row, replay, replay_many
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.undone import live_events

DEFAULTS = SettingsTimeline()
ACTS = (
    ActionKind.BURY,
    ActionKind.UNBURY,
    ActionKind.SUSPEND,
    ActionKind.UNSUSPEND,
    ActionKind.RESET,
    ActionKind.CARRY,
)
AGAIN, HARD, GOOD, EASY = Rating
OTHER_WEIGHTS = (0.4, 1.2, 3.1, 15.7, *DEFAULT_PARAMETERS[4:20], 0.2)

some_settings = st.one_of(
    settings, st.builds(replace, settings, parameters=st.sampled_from([(), OTHER_WEIGHTS]))
)
happenings = st.lists(
    st.one_of(
        st.tuples(ratings, gaps | st.integers(-400, -1)),
        st.tuples(ratings, gaps),
        st.tuples(st.sampled_from(ACTS), gaps),
        some_settings,
    ),
    max_size=20,
)
"""What happens to a card and around it: answers and acts, with the days before each, and new settings."""


def logged(happenings: Sequence[object]) -> tuple[list[Event], SettingsTimeline]:
    """Return a card's events as the program makes them, and the settings beside them."""
    day, changes = DAY, []
    events: list[Event] = []
    for event_id, happening in zip(ids(len(happenings)), happenings, strict=True):
        if isinstance(happening, SchedulingSettings):
            changes.append(settings_action(event_id, happening))
            continue
        what, gap = happening  # type: ignore[misc]
        day = max(day + gap, 400)
        if isinstance(what, Rating):
            events.append(review(event_id, what, day))
        else:
            events.append(action(event_id, what, day))
    timeline = SettingsTimeline(changes)
    return with_intervals(events, timeline), timeline


def with_intervals(events: Sequence[Event], timeline: SettingsTimeline) -> list[Event]:
    """Return the events with the interval in each review that the program would have put there."""
    told: list[Event] = []
    for event in events:
        schedule = incremental([*told, event], timeline).schedule
        if isinstance(event, Review) and schedule:
            told.append(event._replace(interval_days=schedule.interval_days))
        else:
            told.append(event)
    return told


def incremental(events: Sequence[Event], timeline: SettingsTimeline) -> CardState:
    """Return the state as a session keeps it: each event applied to the state before it."""
    state = NEW_CARD
    for event in events:
        state = state._replace(last_event_id=event.event_id)
        if isinstance(event, Review):
            schedule = schedule_review(
                CARD,
                state.schedule,
                event.rating,
                reviewed_at=event.reviewed_at,
                study_day=event.study_day,
                settings=timeline.at(event.event_id),
                chosen_interval_days=event.interval_days or None,
            )
            state = state._replace(schedule=schedule)
        elif event.kind in (ActionKind.SUSPEND, ActionKind.UNSUSPEND):
            state = state._replace(suspended=event.kind is ActionKind.SUSPEND)
        elif event.kind is ActionKind.BURY:
            state = state._replace(buried_on=event.study_day)
        elif event.kind is ActionKind.UNBURY:
            state = state._replace(buried_on=None)
        elif event.kind is ActionKind.RESET:
            state = state._replace(schedule=None)
    return state


def rows_of(card_id: str, events: Sequence[Event]) -> list[Row]:
    """Return events as a database hands them over: plain values."""
    return [
        (card_id, e.review_id, int(e.rating), e.reviewed_at, e.study_day, e.interval_days)
        if isinstance(e, Review)
        else (card_id, e.action_id, e.kind.value, e.acted_at, e.study_day, 0)
        for e in events
    ]


@given(happenings)
def test_replay_equals_what_was_kept_answer_by_answer(happenings: list[object]) -> None:
    events, timeline = logged(happenings)
    assert replay(CARD, events, timeline) == incremental(events, timeline)


@given(happenings)
def test_replay_gives_what_the_events_say(happenings: list[object]) -> None:
    events, timeline = logged(happenings)
    for end, event in enumerate(events, start=1):
        if isinstance(event, Review):
            schedule = replay(CARD, events[:end], timeline).schedule
            assert schedule
            assert schedule.interval_days == event.interval_days


@given(st.dictionaries(st.text("abc/#", min_size=1), happenings, max_size=4))
def test_replaying_many_cards_equals_replaying_each(world: dict[str, list[object]]) -> None:
    logs = {card_id: logged(happenings) for card_id, happenings in world.items()}
    timeline = next((timeline for _, timeline in logs.values()), DEFAULTS)
    cards = [(card_id, rows_of(card_id, events)) for card_id, (events, _) in logs.items() if events]
    expected = {card_id: replay(card_id, events, timeline) for card_id, (events, _) in logs.items() if events}
    assert dict(replay_many(cards, timeline)) == expected


@given(happenings, st.data())
def test_undoing_the_newest_is_as_if_it_had_not_happened(
    happenings: list[object], data: st.DataObject
) -> None:
    events, timeline = logged(happenings)
    taken = data.draw(st.integers(0, len(events)))
    undos = [
        action(f"9{index:05}", ActionKind.UNDO, target_id=event.event_id)
        for index, event in enumerate(reversed(events[taken:]))
    ]
    assert live_events([*events, *undos]) == events[:taken]
    assert replay(CARD, live_events([*events, *undos]), timeline) == incremental(events[:taken], timeline)


def test_a_card_without_events_is_new() -> None:
    assert replay(CARD, [], DEFAULTS) == NEW_CARD
    assert list(replay_many([], DEFAULTS)) == []


@pytest.mark.parametrize(
    ("acts", "suspended", "buried_on"),
    [
        ([ActionKind.SUSPEND], True, None),
        ([ActionKind.SUSPEND, ActionKind.UNSUSPEND], False, None),
        ([ActionKind.BURY], False, DAY),
        ([ActionKind.BURY, ActionKind.UNBURY], False, None),
        ([ActionKind.SUSPEND, ActionKind.BURY, ActionKind.RESET], True, DAY),
    ],
)
def test_acts_set_a_card_aside_and_bring_it_back(
    acts: list[ActionKind], suspended: bool, buried_on: int | None
) -> None:
    events = [action(event_id, act) for event_id, act in zip(ids(9), acts, strict=False)]
    state = replay(CARD, events, DEFAULTS)
    assert (state.suspended, state.buried_on) == (suspended, buried_on)
    assert state.last_event_id == events[-1].event_id


def test_a_reset_card_starts_anew_with_its_reps_and_lapses() -> None:
    first, second, reset, again = ids(4)
    events = [review(first, EASY, DAY), review(second, AGAIN, DAY + 8), action(reset, ActionKind.RESET)]
    assert replay(CARD, events, DEFAULTS).schedule is None
    anew = replay(CARD, [*events, review(again, GOOD, DAY + 10)], DEFAULTS).schedule
    assert anew == replay(CARD, [review(again, GOOD, DAY + 10)], DEFAULTS).schedule


def test_each_review_is_replayed_under_the_settings_that_held_for_it() -> None:
    events = [review(event_id, GOOD, DAY + 10 * index) for index, event_id in enumerate(ids(6))]
    changes = [
        settings_action(events[2].event_id + "+", SchedulingSettings(parameters=OTHER_WEIGHTS)),
        settings_action(events[4].event_id + "+", SchedulingSettings(desired_retention=0.8)),
    ]
    timeline = SettingsTimeline(changes)
    states = [replay(CARD, events[:end], timeline) for end in range(1, 7)]
    assert states == [incremental(events[:end], timeline) for end in range(1, 7)]
    assert states[2] == replay(CARD, events[:3], DEFAULTS)
    assert states[3] != replay(CARD, events[:4], DEFAULTS)


def test_carried_progress_goes_on_where_the_other_card_stood() -> None:
    history = [review(event_id, GOOD, DAY + 5 * index) for index, event_id in enumerate(ids(4))]
    theirs = with_intervals([event._replace(card_id="deck/old") for event in history], DEFAULTS)
    carry = action("000010", ActionKind.CARRY, **{"from": "deck/old"})
    state = replay(CARD, [*theirs, carry], DEFAULTS)
    assert state == replay(CARD, theirs, DEFAULTS)._replace(last_event_id="000010")
    assert isinstance(carry, Action)


def test_carried_reviews_newer_than_own_ones_keep_the_settings_of_their_time() -> None:
    events = [review(event_id, GOOD, DAY + 5 * index) for index, event_id in enumerate(ids(6))]
    carried_first = [*events[3:], *events[:3]]
    timeline = SettingsTimeline([settings_action("000002+", SchedulingSettings(parameters=OTHER_WEIGHTS))])
    assert replay(CARD, carried_first, timeline) == incremental(carried_first, timeline)


def test_a_card_reviewed_on_ever_later_days_is_due_ever_later() -> None:
    events = [review(event_id, GOOD, DAY + 40 * index) for index, event_id in enumerate(ids(8))]
    due = [replay(CARD, events[:end], DEFAULTS).schedule.due_on or 0 for end in range(2, 9)]  # type: ignore[union-attr]
    assert all(earlier < later for earlier, later in pairwise(due))
