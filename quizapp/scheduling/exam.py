"""An exam: the day on which cards should be remembered best, and when each is reviewed for the last time.

Until shortly before the exam FSRS schedules as ever. Then comes the *last pass*: as many days right before
the exam as it takes to see every card once more at so many cards a day. A card whose interval would reach
into the pass or beyond the exam is due in the pass instead; after that review its ordinary schedule goes on.
Within the pass late is better, but a stable card hardly loses anything by coming first, so it leaves the days
next to the exam to the shaky ones: each goes to the first day that costs it at most a hundredth of recall, or
to the nearest one with room. The exam day itself is no day of study.

Learners ask for an interval limit that shrinks towards the exam
(https://forums.ankiweb.net/t/deadline-exam-date-feature/56675,
https://github.com/open-spaced-repetition/fsrs4anki-helper/issues/456). By itself it piles up all cards on the
last day, as that thread fears, and where a day has a limit it gains next to nothing
(`tests/bench/bench_planning.py` simulates it). Spreading the pass is what makes it work.

Where a card is put is recorded as its due day (see `quizapp.scheduling.set_due`); replay knows of no exams.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from quizapp import humanize
from quizapp.errors import UsageError
from quizapp.model import EVERY_DAY, EasyDays, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.balance import share_of, shares_of
from quizapp.scheduling.course import Point, answered, point_of

LAST_PASS_DAYS = 7
"""How long the last pass is where nothing else was asked for; a third of the time left where that is less."""

SLACK = 0.01
"""The recall on the exam day that a card may lose by coming earlier in the last pass."""


class LastPass(NamedTuple):
    """The days from `first_on` to the one before `exam_on`, and the cards a day that each takes."""

    first_on: int
    exam_on: int
    per_day: int

    def days_from(self, day: int) -> range:
        """Return the days of the pass that do not come before `day`."""
        return range(max(self.first_on, day), self.exam_on)


def check_exam_day(exam_on: int, today: int) -> None:
    """Raise a UsageError where no day is left before an exam."""
    if exam_on <= today:
        when = "is today" if exam_on == today else "has passed"
        date = humanize.short_date(exam_on, today)
        raise UsageError(f"{date} {when}. Choose a day from tomorrow on for the exam.")


def last_pass(
    cards: int, *, today: int, exam_on: int, per_day: int | None = None, easy_days: EasyDays = EVERY_DAY
) -> LastPass:
    """Return the last pass of so many cards: the fewest days right before the exam that have room for them.

    It begins today at the earliest, also where that leaves some cards without room.

    Args:
        per_day: cards a day; None for what a week takes, or a third of the time where that is less.
    Raises:
        UsageError: the exam is not ahead.
    """
    check_exam_day(exam_on, today)
    ahead = range(today, exam_on)
    if per_day is None:
        usual = ahead[-max(1, min(LAST_PASS_DAYS, len(ahead) // 3)) :]
        per_day = ceil(cards / sum(shares_of(usual, easy_days)))
    per_day = max(per_day, 1)
    first_on, room = exam_on - 1, _room_on(exam_on - 1, per_day, easy_days)
    while room < cards and first_on > today:
        first_on -= 1
        room += _room_on(first_on, per_day, easy_days)
    return LastPass(first_on, exam_on, per_day)


def exam_due_on(
    schedule: Schedule,
    plan: LastPass,
    *,
    today: int,
    due: Mapping[int, int],
    settings: SchedulingSettings,
    easy_days: EasyDays = EVERY_DAY,
) -> int | None:
    """Return the day of the last pass to which a card that was just answered goes; None to leave its due day.

    That is a day from tomorrow to the one before the exam, the same for the same arguments. Left alone is a
    card with a step pending, one due before the pass, and one answered in it. The plan has room for every card;
    where cards were added since and all is full, the least full day takes one more.

    Args:
        schedule: after the answer, given today.
        due: cards of this exam due by study day, without this one.
    """
    if schedule.due_on is None or schedule.due_on < plan.first_on or today >= plan.first_on:
        return None
    days = plan.days_from(today + 1)
    placed = place(point_of(schedule, today), days, plan, due, settings, easy_days)
    return _least_full(days, due, easy_days) if placed is None else placed


def place(
    point: Point,
    days: range,
    plan: LastPass,
    due: Mapping[int, int],
    settings: SchedulingSettings,
    easy_days: EasyDays = EVERY_DAY,
) -> int | None:
    """Return the day with room that is nearest to the first one good enough for a card; None without room.

    Args:
        days: the days that may be taken.
    """
    roomy = [day for day in days if due.get(day, 0) < _room_on(day, plan.per_day, easy_days)]
    if not roomy:
        return None

    def recall(day: int) -> float:
        return answered(point, day, Rating.GOOD, settings).recall_on(plan.exam_on, settings)

    *earlier, last = days
    enough = recall(last) - SLACK
    wanted = days[bisect_left(earlier, True, key=lambda day: recall(day) >= enough)]
    return min(roomy, key=lambda day: (abs(day - wanted), -day))


def _least_full(days: range, due: Mapping[int, int], easy_days: EasyDays) -> int:
    allowed = [day for day, share in zip(days, shares_of(days, easy_days), strict=True) if share]
    return min(allowed, key=lambda day: (due.get(day, 0), -day))


def _room_on(day: int, per_day: int, easy_days: EasyDays) -> int:
    return ceil(per_day * share_of(day, easy_days))
