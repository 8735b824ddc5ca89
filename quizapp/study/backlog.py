"""Holiday and backlog: what has piled up, spread over some days, most at risk first.

At risk is what waiting would lose: the recall of a card on the first of the days less that on the last. Low
recall alone does not tell, as it hardly falls any more (https://github.com/ankitects/anki-manual/issues/282),
and overdue days alone do not, as a year's interval takes a week late easily. Summed over a backlog, this
order keeps more recall than lowest recall, relative overdueness, due day or chance:
`tests/bench/bench_planning.py`. It is nearly the order of stability, which
https://github.com/open-spaced-repetition/fsrs4anki-helper uses to flatten a backlog.

Days are filled so that each ends up as full as the others, with what is due on them anyway. The result is a
due day for each card; those that move are recorded as one batch, which undo takes back together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
from itertools import repeat
from typing import NamedTuple

from quizapp.model import EVERY_DAY, EasyDays, Schedule
from quizapp.scheduling.balance import share_of, shares_of
from quizapp.scheduling.engine import retrievability
from quizapp.scheduling.schedule import elapsed_days

MAX_DAYS = 365
"""The most days that a backlog is spread over."""


class DayLoad(NamedTuple):
    """The cards of one study day, as things stand and once the backlog is spread."""

    day: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class BacklogPlan:
    """What spreading a backlog would do.

    `due_on` holds the day of every card of the backlog, `moves` those cards of them whose day changes.
    """

    due_on: Mapping[str, int]
    moves: Mapping[str, int]
    days: tuple[DayLoad, ...]


def spread_backlog(
    backlog: Mapping[str, Schedule],
    *,
    today: int,
    days: int,
    due: Mapping[int, int],
    parameters: tuple[float, ...],
    first_on: int | None = None,
    easy_days: EasyDays = EVERY_DAY,
) -> BacklogPlan:
    """Return the plan that spreads a backlog over so many days. Pure.

    Every card gets exactly one day, no earlier than `first_on` and no later than the last day.

    Args:
        backlog: the cards to spread, all in phase Review, by card id: those due by today or, for a holiday
            to come, by the day before `first_on`.
        due: the other cards, by the study day they are due on.
        parameters: FSRS-6's 21 weights, empty for the defaults.
        first_on: the first day that takes cards; None for today.
    Raises:
        ValueError: not 1 to 365 days, or the first day has passed.
    """
    start = today if first_on is None else first_on
    if not 1 <= days <= MAX_DAYS or start < today:
        raise ValueError(f"a backlog cannot be spread over {days} days from day {start} on day {today}")
    span = range(start, start + days)
    counts = _level(len(backlog), span, due, easy_days)
    order = sorted(backlog, key=lambda card_id: (-_at_risk(backlog[card_id], span, parameters), card_id))
    slots = [day for day, count in zip(span, counts, strict=True) for _ in repeat(None, count)]
    due_on = dict(zip(order, slots, strict=True))
    return BacklogPlan(
        due_on=due_on,
        moves={card_id: day for card_id, day in due_on.items() if day != _now_on(backlog[card_id], today)},
        days=tuple(
            DayLoad(day, due.get(day, 0) + (len(backlog) if day == start else 0), due.get(day, 0) + count)
            for day, count in zip(span, counts, strict=True)
        ),
    )


def days_for(
    cards: int, per_day: int, *, first_on: int, due: Mapping[int, int], easy_days: EasyDays = EVERY_DAY
) -> int:
    """Return over how many days a backlog has to be spread so that no day holds more than `per_day` cards.

    At most 365, also where that is not enough.
    """
    for days in range(1, MAX_DAYS):
        day = first_on + days - 1
        cards -= max(int(per_day * share_of(day, easy_days)) - due.get(day, 0), 0)
        if cards <= 0:
            return days
    return MAX_DAYS


def _level(cards: int, days: range, due: Mapping[int, int], easy_days: EasyDays) -> Sequence[int]:
    """Return how many cards each day takes so that, by its share, none is fuller than it has to be."""
    shares = shares_of(days, easy_days)
    counts = [0] * len(days)
    queue = [
        ((due.get(day, 0) + 1) / share, index)
        for index, (day, share) in enumerate(zip(days, shares, strict=True))
        if share
    ]
    heapify(queue)
    for _ in range(cards):
        fullness, index = queue[0]
        counts[index] += 1
        heapreplace(queue, (fullness + 1 / shares[index], index))
    return counts


def _at_risk(schedule: Schedule, days: range, parameters: tuple[float, ...]) -> float:
    """Return the recall that a card loses from the first to the last of the days."""
    first, last = (
        retrievability(schedule.memory, elapsed_days(schedule.last_review_on, day), parameters)
        for day in (days[0], days[-1])
    )
    return first - last


def _now_on(schedule: Schedule, today: int) -> int:
    """Return the day on which a card would come as things stand."""
    return today if schedule.due_on is None else max(schedule.due_on, today)
