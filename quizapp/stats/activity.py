"""Activity: answers and the time they took, by study day, hour, deck and kind, and runs of days. Source: the log.

An answer is one rating that holds. Its time goes from the question to the rating. A day is the study day the answer
was given on, as it was on record then; an hour is of the local wall time under the offset of then.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from quizapp.model import Kind
from quizapp.stats.columns import KINDS, Columns
from quizapp.study.overview import streak

HOURS = 24


class Amount(NamedTuple):
    """Answers, and the milliseconds they took."""

    reviews: int = 0
    ms: int = 0


class Activity(NamedTuple):
    """What was done. `days` has only study days with an answer, ascending; `hours` all 24, from midnight.

    `decks` has only decks with an answer, the most answered first; so has `kinds`. `streak_days` is the run of study
    days with an answer that reaches today or yesterday, `longest_streak_days` the longest one.
    """

    total: Amount
    days: dict[int, Amount]
    hours: tuple[int, ...]
    decks: dict[str, Amount]
    kinds: dict[Kind, int]
    streak_days: int
    longest_streak_days: int


def activity(columns: Columns, today: int) -> Activity:
    """Return what was done, in answers and milliseconds.

    Args:
        today: the study day it is.
    """
    days = {
        day: Amount(place.stop - place.start, sum(columns.duration_ms[place])) for day, place in columns.by_day()
    }
    current, longest = streak(list(days), today)
    hours, kinds = columns.hour.tobytes(), columns.kind.tobytes()
    of_kind = {kind: kinds.count(number) for number, kind in enumerate(KINDS)}
    return Activity(
        total=Amount(len(columns), sum(amount.ms for amount in days.values())),
        days=days,
        hours=tuple(hours.count(hour) for hour in range(HOURS)),
        decks=_decks(columns),
        kinds={kind: count for kind, count in sorted(of_kind.items(), key=lambda item: -item[1]) if count},
        streak_days=current,
        longest_streak_days=longest,
    )


def _decks(columns: Columns) -> dict[str, Amount]:
    spent = [0] * len(columns.deck_ids)
    for deck, ms in zip(columns.deck, columns.duration_ms, strict=True):
        spent[deck] += ms
    counts = sorted(Counter(columns.deck).items(), key=lambda item: (-item[1], columns.deck_ids[item[0]]))
    return {columns.deck_ids[deck]: Amount(reviews, spent[deck]) for deck, reviews in counts}
