"""Another due day: what a learner sets by hand, and what an exam or a backlog moves cards to.

The memory stays as it is. FSRS asks how long ago a card was answered, not when it was due: a card that was
moved is answered as early or as late as it comes, and its next interval follows from that.
"""

from __future__ import annotations

from quizapp import humanize
from quizapp.errors import UsageError
from quizapp.model import Schedule


def set_due(schedule: Schedule, due_on: int) -> Schedule:
    """Return the schedule with another due day; while a step is pending it stays as it is.

    The interval becomes the days from the last answer to the due day.
    """
    if schedule.due_on is None:
        return schedule
    return schedule._replace(due_on=due_on, interval_days=max(due_on - schedule.last_review_on, 0))


def check_due_day(due_on: int, today: int) -> None:
    """Raise a UsageError where a day has passed, so that no card can be set due on it."""
    if due_on < today:
        raise UsageError(f"{humanize.short_date(due_on, today)} has passed. Choose today or a later day.")
