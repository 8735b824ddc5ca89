"""An answer with all that is planned around it: load balance, easy days, and the exam a card is studied for.

What a plan decides looks at other cards and at the calendar, so it is decided once and put on record: the
balanced interval in the review itself, a day in the last pass of an exam as a due day set right after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizapp.model import EVERY_DAY, EasyDays, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.balance import balanced_interval
from quizapp.scheduling.exam import LastPass, exam_due_on
from quizapp.scheduling.schedule import Preview, schedule_review
from quizapp.scheduling.set_due import set_due


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an answer is planned around.

    `due` counts all cards, `exam_due` those of the card's exam, by the study day they are due on and without
    the card itself. Where nothing is known, the answer is scheduled by FSRS and the seed alone.
    """

    due: Mapping[int, int] = field(default_factory=dict)
    easy_days: EasyDays = EVERY_DAY
    exam: LastPass | None = None
    exam_due: Mapping[int, int] = field(default_factory=dict)


class Planned(NamedTuple):
    """What follows from an answer: the schedule that the review leads to, and the day to set due after it.

    `due_on` is None where the schedule stands as it is. `result` is what the card has in the end.
    """

    schedule: Schedule
    due_on: int | None

    @property
    def result(self) -> Schedule:
        return self.schedule if self.due_on is None else set_due(self.schedule, self.due_on)


def plan_review(
    card_id: str,
    previous: Schedule | None,
    rating: Rating,
    *,
    reviewed_at: int,
    study_day: int,
    settings: SchedulingSettings,
    around: Surroundings,
) -> Planned:
    """Return what follows from one answer; see `schedule_review` for the arguments."""
    schedule = schedule_review(
        card_id,
        previous,
        rating,
        reviewed_at=reviewed_at,
        study_day=study_day,
        settings=settings,
        chosen_interval_days=balanced_interval(
            card_id,
            previous,
            rating,
            study_day=study_day,
            settings=settings,
            due=around.due,
            easy_days=around.easy_days,
        ),
    )
    if around.exam is None:
        return Planned(schedule, None)
    day = exam_due_on(
        schedule,
        around.exam,
        today=study_day,
        due=around.exam_due,
        settings=settings,
        easy_days=around.easy_days,
    )
    return Planned(schedule, None if day == schedule.due_on else day)


def plan_previews(
    card_id: str,
    previous: Schedule | None,
    *,
    now: int,
    study_day: int,
    settings: SchedulingSettings,
    around: Surroundings,
) -> dict[Rating, Preview]:
    """Return what each rating would lead to at the instant `now`: what `plan_review` then gives."""
    result = {}
    for rating in Rating:
        planned = plan_review(
            card_id,
            previous,
            rating,
            reviewed_at=now,
            study_day=study_day,
            settings=settings,
            around=around,
        )
        after = planned.result
        delay_ms = None if after.due_at is None else after.due_at - now
        result[rating] = Preview(after, after.interval_days, delay_ms)
    return result
