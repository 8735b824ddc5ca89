"""What another desired retention would mean for the days to come of an opened collection."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.collection.opened import Collection
from quizapp.model import Schedule
from quizapp.scheduling.workload import HORIZON_DAYS, Workload, retention_change

LATELY_DAYS = 30
LEAST_DAYS = 7
"""From how many days on what was done lately is told."""


class RetentionPreview(NamedTuple):
    """Cards a day over the next three months, before and after; `lately` is what was answered, None when too short."""

    workload: Workload
    lately: float | None


def preview_retention(collection: Collection, desired_retention: float) -> RetentionPreview:
    """Return what it would mean to change desired retention; nothing is recorded."""
    settings = collection.settings
    schedules: list[Schedule] = []
    new = 0
    for card_id in collection.cards:
        state = collection.states.get(card_id)
        if state is None or state.schedule is None:
            new += not (state and state.suspended)
        elif not state.suspended:
            schedules.append(state.schedule)
    workload = retention_change(
        schedules,
        desired_retention,
        today=collection.today(),
        new_per_day=min(settings.study.new_per_day, -(-new // HORIZON_DAYS)),
        settings=settings.scheduling,
    )
    return RetentionPreview(workload, _lately(collection))


def _lately(collection: Collection) -> float | None:
    """Return the cards a day of the last month, or of the days since the first answer in it."""
    today = collection.today()
    reviews = collection.store.reviews_between(today - LATELY_DAYS, today - 1)
    cards = {(review.study_day, review.card_id) for review in reviews}
    days = today - min((day for day, _ in cards), default=today)
    return len(cards) / days if days >= LEAST_DAYS else None
