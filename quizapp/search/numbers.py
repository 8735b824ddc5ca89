"""The numbers of cards: what `prop:` compares and columns sort by.

Each property is a column with a number for every row, `nan` where a card has none: nothing compares with
`nan`, so no range holds such a card.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf, isfinite, nan

from quizapp.model import DAY_MS, Schedule
from quizapp.scheduling.engine import DEFAULT_PARAMETERS
from quizapp.search.expression import Property, Within
from quizapp.search.progress import Progress


def numbers(prop: Property, schedules: Sequence[Schedule | None], progress: Progress) -> list[float]:
    """Return the column of a property.

    Two columns hold something else than what is shown, in the same order; `bounds` allows for it. Due is in
    days with a fraction, for steps that come during a day. Retrievability stands as minus the elapsed time
    counted in stabilities: FSRS-6's recall depends on that quotient alone and falls with it, so a hundred
    thousand cards take no power each.
    """
    match prop:
        case Property.STABILITY:
            return [s.memory.stability_days if s else nan for s in schedules]
        case Property.DIFFICULTY:
            return [s.memory.difficulty if s else nan for s in schedules]
        case Property.RETRIEVABILITY:
            today = progress.today
            return [-max(today - s.last_review_on, 0) / s.memory.stability_days if s else nan for s in schedules]
        case Property.INTERVAL:
            return [float(s.interval_days) if s else nan for s in schedules]
        case Property.LAPSES:
            return [float(s.lapses) if s else 0.0 for s in schedules]
        case Property.REPS:
            return [float(s.reps) if s else 0.0 for s in schedules]
        case Property.DUE:
            return [_days_until_due(s, progress) if s else nan for s in schedules]


def bounds(wanted: Within, parameters: tuple[float, ...]) -> tuple[float, float]:
    """Return a range as one of the column: its first number, and the first beyond it."""
    match wanted.prop:
        case Property.RETRIEVABILITY:
            return at_retrievability(wanted.low, parameters), at_retrievability(wanted.high, parameters)
        case Property.DUE:
            return _whole(wanted.low), _whole(wanted.high)
        case _:
            return wanted.low, wanted.high


def at_retrievability(recall: float, parameters: tuple[float, ...]) -> float:
    """Return the column's number for a recall: the inverse of the engine's `retrievability`."""
    if recall <= 0:
        return -inf
    if recall > 1:
        return inf
    exponent = -1 / (parameters or DEFAULT_PARAMETERS)[20]
    stabilities: float = (recall**exponent - 1) / (0.9**exponent - 1)
    return -stabilities


def _whole(days: float) -> float:
    return ceil(days) if isfinite(days) else days


def _days_until_due(schedule: Schedule, progress: Progress) -> float:
    """Return the study days from today until a card is due, below 0 when it is overdue."""
    if schedule.due_on is not None:
        return float(schedule.due_on - progress.today)
    return ((schedule.due_at or 0) - progress.today_starts_at) / DAY_MS
