"""Knowledge over time: how many cards would have been recalled on each day. Source: the log, by FSRS-6.

The sum of retrievability over cards, as `quizapp.stats.memory` has it for today: a card stands on a day as its last
answer up to the end of that day left it, by the forgetting curve of the weights that are in force now. Suspended cards
are in it. Progress that was carried to a card counts from when it was made, answers that were taken back never, and
a card that was reset is not known until it is answered again.

Of very many cards some stand for all but on the last day: with 100,000 of them that is within a few in a thousand.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from quizapp.sampling import LOTS
from quizapp.scheduling.engine import forgetting_curve
from quizapp.stats.columns import Columns

MOST_POINTS = 130
DAILY = 90
"""Days that are shown one by one; more of them are shown by weeks, or by several weeks."""

WEEK = 7

WORKED_OUT = 300_000
"""How often retrievability is worked out, about, at most."""


class Knowledge(NamedTuple):
    """Study days, ascending, the last of them today, and the number of cards that would be recalled on each.

    They begin with the first answer, or the first day that was asked for, and are as far apart as it takes to have
    no more than 130.
    """

    days: tuple[int, ...]
    known: tuple[float, ...]


def knowledge(
    columns: Columns,
    card_ids: Iterable[str],
    known_now: float,
    *,
    today: int,
    first_day: int | None = None,
    parameters: Sequence[float] = (),
    worked_out: int = WORKED_OUT,
) -> Knowledge:
    """Return how knowledge of some cards came to be, in cards.

    Args:
        columns: all answers that hold, of all cards.
        card_ids: the cards that count.
        known_now: sum of their retrievability today.
        first_day: where the curve is to begin, None for the first answer.
        parameters: FSRS-6's weights that are in force, empty for the defaults.
        worked_out: how often retrievability may be worked out, about.
    """
    wanted = frozenset(card_ids)
    days = _days(_first_day(columns, wanted), first_day, today)
    lots = LOTS * worked_out // (len(days) * len(wanted) or 1)
    sample = _sample(columns, wanted, lots)
    if lots < LOTS and not any(sample):
        lots, sample = LOTS, _sample(columns, wanted, LOTS)
    sampled = sample.count(1)
    scale = len(wanted) / sampled if lots < LOTS else 1.0
    decay, factor = forgetting_curve(tuple(parameters))
    known = []
    for day, (last_on, stability) in zip(days[:-1], _standings(columns, sample, lots, days[:-1]), strict=True):
        recalls = [
            (1 + factor * (day - on) / held) ** decay
            for on, held in zip(last_on.values(), stability.values(), strict=True)
        ]
        known.append(sum(recalls) * scale)
    return Knowledge(days, (*known, known_now))


def _sample(columns: Columns, wanted: frozenset[str], lots: int) -> bytes:
    """Return 1 for each card, by its number, that is wanted and of the first so many lots."""
    if lots >= LOTS:
        return bytes(map(wanted.__contains__, columns.card_ids))
    flags = bytearray(len(columns.card_ids))
    for number in _places_of(columns.card_lots, lots):
        flags[number] = columns.card_ids[number] in wanted
    return bytes(flags)


def _places_of(lot: array[int], lots: int) -> list[int]:
    """Return where a lot is one of the first so many, ascending; searching bytes is quick, and leaves few."""
    flags = lot.tobytes().translate(bytes(number < lots for number in range(LOTS)))
    return [found.start() for found in re.finditer(b"\1", flags)]


def cut(whole: Knowledge, first_day: int | None, today: int) -> Knowledge | None:
    """Return the same curve from a later day on; None where that would have points which the whole leaves out."""
    known = dict(zip(*whole, strict=True))
    days = _days(whole.days[0], first_day, today)
    return Knowledge(days, tuple(map(known.__getitem__, days))) if known.keys() >= set(days) else None


def _days(first: int | None, wanted: int | None, today: int) -> tuple[int, ...]:
    start = min(today if first is None else first if wanted is None else max(first, wanted), today)
    every = 1 if today - start <= DAILY else WEEK
    while (today - start) // every >= MOST_POINTS:
        every += WEEK
    return tuple(reversed(range(today, start - 1, -every)))


def _first_day(columns: Columns, wanted: frozenset[str]) -> int | None:
    """Return the study day of the first answer on the cards, None without one."""
    card_ids = columns.card_ids
    answered = (day for day, card in zip(columns.study_day, columns.card, strict=True) if card_ids[card] in wanted)
    given = (
        change.study_day for change in columns.changes if change.stability_days and card_ids[change.card] in wanted
    )
    return min((*islice(answered, 1), *given), default=None)


def _standings(
    columns: Columns, flags: bytes, lots: int, days: Sequence[int]
) -> Iterator[tuple[dict[int, int], dict[int, float]]]:
    """Yield for each day, by card in the same order, the day of the last answer up to then and the stability after it.

    They are the same two dictionaries every time.
    """
    changes = [change for change in columns.changes if flags[change.card]]
    on, cards, stabilities = columns.study_day, columns.card, columns.stability
    if flags.count(1) < len(columns.card_ids) - columns.card_ids.count(""):
        places: Iterable[int] = range(len(cards)) if lots >= LOTS else _places_of(columns.lot, lots)
        places = [place for place in places if flags[cards[place]]]
        on, cards = (array(column.typecode, map(column.__getitem__, places)) for column in (on, cards))
        stabilities = array(stabilities.typecode, map(stabilities.__getitem__, places))
        changes = [change._replace(place=bisect_left(places, change.place)) for change in changes]
    last_on: dict[int, int] = {}
    stability: dict[int, float] = {}
    at, next_change = 0, 0
    for day in days:
        end = bisect_right(on, day)
        while next_change < len(changes) and changes[next_change].study_day <= day:
            place, card, changed_on, held = changes[next_change]
            last_on.update(zip(cards[at:place], on[at:place], strict=True))
            stability.update(zip(cards[at:place], stabilities[at:place], strict=True))
            at, next_change = place, next_change + 1
            if held:
                last_on[card], stability[card] = changed_on, held
            elif card in last_on:
                del last_on[card], stability[card]
        last_on.update(zip(cards[at:end], on[at:end], strict=True))
        stability.update(zip(cards[at:end], stabilities[at:end], strict=True))
        at = end
        yield last_on, stability
