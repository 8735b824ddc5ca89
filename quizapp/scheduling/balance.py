"""Load balance: within the days that fuzz allows, the lighter a day is, the likelier it is taken.

A day is light or full against the week around it. Against the other days of the range it would not do: days
further ahead are always emptier, so every interval would drift to the late end of its range, and cards would
come back less well known than the learner asked for; taking simply the lightest day is worst. Anki met that
drift too (https://github.com/ankitects/anki/pull/3230) and leans the other way to make up for it.

What draws is the seed that fuzz has anyway: a day with twice the cards is taken a quarter as often. So equally
full days give exactly the choice of fuzz, and a better rating never comes back before a worse one, as one
fraction draws for all of them over the same weights.

The choice looks at other cards, so it is made once, when the answer is given, and the review keeps it:
`schedule_review` takes it as `chosen_interval_days`, where replay finds it in the log.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate

from quizapp.model import EVERY_DAY, EasyDays, Schedule, SchedulingSettings
from quizapp.scheduling.engine import outcome
from quizapp.scheduling.schedule import Spread, elapsed_days, spread

_MONDAY = 3
"""What brings a study day to its weekday: 1970-01-01 was a Thursday."""


def share_of(day: int, easy_days: EasyDays) -> float:
    """Return the share that a study day takes; 1 where every weekday is off, as then no day is easier."""
    return easy_days[(day + _MONDAY) % 7] if any(easy_days) else 1.0


def shares_of(days: range, easy_days: EasyDays) -> list[float]:
    """Return the share of each day; 1 for all where all of them are off, as cards must go somewhere."""
    shares = [share_of(day, easy_days) for day in days]
    return shares if any(shares) else [1.0] * len(shares)


def balanced_days(days: Spread, study_day: int, due: Mapping[int, int], easy_days: EasyDays = EVERY_DAY) -> int:
    """Return an interval of the range, the likelier the fewer cards its day holds.

    The same for the same arguments. A weekday that is off is taken only where the whole range is off; one
    that takes less counts as fuller than it is.

    Args:
        days: the range, and the seed's place in it.
        study_day: the day of the answer, from which intervals count.
        due: cards due by study day, without the one that is answered.
    """
    allowed = range(study_day + days.low, study_day + days.high + 1)
    weights = [
        (share * _lightness(day, study_day, due)) ** 2
        for day, share in zip(allowed, shares_of(allowed, easy_days), strict=True)
    ]
    upto = list(accumulate(weights))
    return days.low + bisect(upto, days.fraction * upto[-1])


def _lightness(day: int, study_day: int, due: Mapping[int, int]) -> float:
    """Return how many times as full as a day the week around it is, as far as that is still to come."""
    week = range(max(day - 3, study_day + 1), day + 4)
    return (sum(due.get(near, 0) for near in week) + len(week)) / len(week) / (due.get(day, 0) + 1)


def balanced_interval(
    card_id: str,
    previous: Schedule | None,
    rating: int,
    *,
    study_day: int,
    settings: SchedulingSettings,
    due: Mapping[int, int],
    easy_days: EasyDays = EVERY_DAY,
) -> int:
    """Return what to give `schedule_review` as `chosen_interval_days`; unused where a step is pending.

    Args:
        previous: schedule before the answer; None for a new card.
        due: cards due by study day, without this one.
    """
    if previous is None:
        memory, elapsed, reps = None, 0, 0
    else:
        memory, reps = previous.memory, previous.reps
        elapsed = elapsed_days(previous.last_review_on, study_day)
    exact = outcome(memory, rating, elapsed, settings.desired_retention, settings.parameters).interval_days
    return balanced_days(spread(card_id, exact, reps, settings), study_day, due, easy_days)
