"""The replay: a card's state as a fold of its events, so that stored states can be thrown away and rebuilt.

Actions never change a schedule but for `reset`, which starts it anew. So a fold keeps the reviews since the
last reset and walks them under the settings that held for each. Of all but the last only memory, phase, step
and lapses matter: elapsed days come from the days on which a card was reviewed, not from the days it was due.
That is why a rebuild makes one schedule a card and not one a review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quizapp.model import ActionKind, CardState, Event, MemoryState, Phase, Rating, Review, Schedule
from quizapp.scheduling.engine import memory_after
from quizapp.scheduling.schedule import elapsed_days, schedule_review
from quizapp.scheduling.set_due import set_due
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.steps import move

Row = tuple[Any, str, Any, int, int, int]
"""An event as plain values: what names its card to the caller, event id, what, instant, study day, interval in days.

They are the rows of the log as the database gives them: to make a million others costs half as much as folding them.
`what` is the rating's number (int) for a review and the kind's name (str) for an action. In place of an interval a
`set_due` has its due day, any other action 0.
"""


def replay(card_id: str, events: Iterable[Event], timeline: SettingsTimeline) -> CardState:
    """Return the state that a card's events lead to.

    - bury sets `buried_on` to its study day, unbury takes that back; suspend and unsuspend likewise.
    - reset forgets the schedule, reps and lapses too; a card that was suspended or buried stays so.
    - set_due moves the due day, until the next review; while a step is pending it changes nothing.
    - carry changes nothing by itself: put the events of the card that progress comes from before it.

    Args:
        events: those of the card that hold (see `live_events`), in order.
    """
    return _fold(card_id, (_row(card_id, event) for event in events), timeline)


def replay_many(
    cards: Iterable[tuple[str, Iterable[Row]]], timeline: SettingsTimeline
) -> Iterator[tuple[str, CardState]]:
    """Yield the state of every card, each equal to what `replay` gives.

    Args:
        cards: the id of each card with its events that hold, sorted by event id.
    """
    for card_id, rows in cards:
        yield card_id, _fold(card_id, rows, timeline)


def _fold(card_id: str, rows: Iterable[Row], timeline: SettingsTimeline) -> CardState:
    reviews: list[Row] = []
    suspended = False
    buried_on: int | None = None
    due_on: int | None = None
    event_id = ""
    for row in rows:
        _, event_id, what, _, study_day, number = row
        if not isinstance(what, str):
            reviews.append(row)
            due_on = None
        elif what in (ActionKind.SUSPEND, ActionKind.UNSUSPEND):
            suspended = what == ActionKind.SUSPEND
        elif what in (ActionKind.BURY, ActionKind.UNBURY):
            buried_on = study_day if what == ActionKind.BURY else None
        elif what == ActionKind.SET_DUE:
            due_on = number
        elif what == ActionKind.RESET:
            reviews.clear()
            due_on = None
    schedule = _schedule(card_id, reviews, timeline)
    if schedule and due_on is not None:
        schedule = set_due(schedule, due_on)
    return CardState(schedule, suspended, buried_on, event_id)


def _schedule(card_id: str, reviews: list[Row], timeline: SettingsTimeline) -> Schedule | None:
    """Return the schedule after the reviews: the last in full, upon a short account of those before it."""
    if not reviews:
        return None
    _, event_id, rating, reviewed_at, study_day, interval_days = reviews.pop()
    return schedule_review(
        card_id,
        _account(reviews, timeline) if reviews else None,
        Rating(rating),
        reviewed_at=reviewed_at,
        study_day=study_day,
        settings=timeline.at(event_id),
        chosen_interval_days=interval_days,
    )


def _account(reviews: list[Row], timeline: SettingsTimeline) -> Schedule:
    """Return a schedule that holds what the next review asks for: all but due day, instant and interval."""
    phase, lapses = Phase.NEW, 0
    step: int | None = None
    memory: MemoryState | None = None
    _, first_id, _, last_at, last_on, _ = reviews[0]
    settings, from_id, until_id = timeline.span(first_id)
    learning, relearning = settings.learning_steps_ms, settings.relearning_steps_ms
    history: list[tuple[int, int]] = []
    for _, event_id, rating, reviewed_at, study_day, _ in reviews:
        if event_id < from_id or (until_id is not None and event_id >= until_id):
            memory = memory_after(memory, history, settings.parameters)
            history = []
            settings, from_id, until_id = timeline.span(event_id)
            learning, relearning = settings.learning_steps_ms, settings.relearning_steps_ms
        history.append((rating, elapsed_days(last_on, study_day)))
        phase, step, _, lapse = move(phase, step, rating, learning, relearning)
        lapses += lapse
        last_at, last_on = reviewed_at, study_day
    return Schedule(
        phase=phase,
        memory=memory_after(memory, history, settings.parameters),
        step=step,
        due_on=None,
        due_at=None,
        interval_days=0,
        last_review_at=last_at,
        last_review_on=last_on,
        reps=len(reviews),
        lapses=lapses,
    )


def _row(card_id: str, event: Event) -> Row:
    if isinstance(event, Review):
        return card_id, event.review_id, event.rating, event.reviewed_at, event.study_day, event.interval_days
    due_on = int(str(event.detail["due_on"])) if event.kind is ActionKind.SET_DUE else 0
    return card_id, event.action_id, event.kind, event.acted_at, event.study_day, due_on
