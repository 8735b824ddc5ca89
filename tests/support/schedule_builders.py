"""Reviews, actions and Hypothesis strategies for the scheduling tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from quizapp.model import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    Action,
    ActionKind,
    Kind,
    Phase,
    Rating,
    Review,
    Schedule,
    SchedulingSettings,
)
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import settings_to_detail

CARD = "deck/note"
DAY = 20_000
NO_FUZZ = SchedulingSettings(fuzz=False)

ratings = st.sampled_from(Rating)
gaps = st.integers(0, 400)
"""Study days between two reviews."""
histories = st.lists(st.tuples(ratings, gaps), min_size=1, max_size=12)
steps_ms = st.lists(st.integers(1, 2 * DAY_MS), max_size=3).map(tuple)
settings = st.builds(
    SchedulingSettings,
    desired_retention=st.floats(0.7, 0.99),
    learning_steps_ms=steps_ms,
    relearning_steps_ms=steps_ms,
    maximum_interval_days=st.integers(1, 36_500),
    fuzz=st.booleans(),
)


def noon(day: int) -> int:
    return day * DAY_MS + 12 * HOUR_MS


def days_of(history: Iterable[tuple[Rating, int]], first_day: int = DAY) -> list[tuple[Rating, int]]:
    """Return ratings with the study day of each, from ratings with the gap before each."""
    day, dated = first_day, []
    for rating, gap in history:
        day += gap
        dated.append((rating, day))
    return dated


def answer(schedule: Schedule | None, rating: Rating, day: int, settings: SchedulingSettings = NO_FUZZ) -> Schedule:
    return schedule_review(CARD, schedule, rating, reviewed_at=noon(day), study_day=day, settings=settings)


def answered(history: Iterable[tuple[Rating, int]], settings: SchedulingSettings = NO_FUZZ) -> Schedule | None:
    """Return the schedule after ratings given with the gap before each."""
    schedule = None
    for rating, day in days_of(history):
        schedule = answer(schedule, rating, day, settings)
    return schedule


def in_review(settings: SchedulingSettings = NO_FUZZ) -> Schedule:
    """Return the schedule of a card that graduated with Easy and was rated Good when it came back."""
    schedule = answer(None, Rating.EASY, DAY, settings)
    return answer(schedule, Rating.GOOD, DAY + schedule.interval_days, settings)


def review(
    event_id: str, rating: Rating, day: int, *, interval_days: int = 0, card_id: str = CARD, minute: int = 0
) -> Review:
    return Review(
        review_id=event_id,
        card_id=card_id,
        deck_id="deck",
        device_id="device",
        reviewed_at=noon(day) + minute * MINUTE_MS,
        utc_offset_minutes=60,
        study_day=day,
        rating=rating,
        phase=Phase.NEW,
        elapsed_days=None,
        duration_ms=1000,
        kind=Kind.QUESTION,
        answer=None,
        stability_days=1.0,
        difficulty=1.0,
        retrievability_before=None,
        interval_days=interval_days,
    )


def action(
    event_id: str, kind: ActionKind, day: int = DAY, *, target_id: str | None = None, **detail: object
) -> Action:
    card_id = None if kind is ActionKind.SETTINGS else CARD
    return Action(event_id, kind, card_id, "device", noon(day), 60, day, target_id, detail)


def settings_action(event_id: str, settings: SchedulingSettings) -> Action:
    return action(event_id, ActionKind.SETTINGS, **settings_to_detail(settings))


def ids(number: int) -> Sequence[str]:
    """Return event ids in the order of the acts."""
    return [f"{index:06}" for index in range(number)]
