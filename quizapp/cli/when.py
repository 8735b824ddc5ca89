"""When cards come back, in words."""

from __future__ import annotations

from quizapp.clock import Clock, Moment
from quizapp.humanize import day_name, delay


def comes_back(due_at: int | None, due_on: int | None, *, clock: Clock, today: int) -> str:
    """Return `in 8 min`, `now`, `tomorrow` or `on Thursday`, whichever comes first; empty when nothing comes.

    Args:
        due_at: the instant of a learning step, in epoch milliseconds.
        due_on: a study day.
    """
    if due_at is not None:
        left = due_at - clock.now().at_ms
        return f"in {delay(left)}" if left > 0 else "now"
    return "" if due_on is None else day_name(max(due_on, today), today)


def local_time(at_ms: int, clock: Clock) -> str:
    """Return an instant as local wall time: `16:40`."""
    return f"{Moment(at_ms, clock.offset_at(at_ms)).local():%H:%M}"
