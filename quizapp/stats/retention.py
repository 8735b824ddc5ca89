"""True retention: the share of reviews that were not Again, of cards in phase Review. Source: the log.

A card is mature from an interval of 21 days on, else young, as Anki has it. The interval that counts is the one that
led to the review. Learning and relearning steps do not count, as in Anki's table of true retention.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from quizapp.clock import date_to_day, day_to_date
from quizapp.model import Phase, Rating
from quizapp.stats.chance import Range, band, wilson
from quizapp.stats.codes import MATURE, outcome_of
from quizapp.stats.columns import Columns


class Retained(NamedTuple):
    """Reviews of cards in phase Review, and how many of them were not Again."""

    reviews: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """Return the share recalled, None without a review."""
        return self.recalled / self.reviews if self.reviews else None

    @property
    def interval(self) -> Range:
        """Return the range that holds the true share at 95 %, after Wilson."""
        return wilson(self.recalled, self.reviews)


class Month(NamedTuple):
    """A calendar month, by the study day of its first. `band` is what chance alone allows around what is asked for."""

    first_day: int
    retained: Retained
    band: Range


class Retention(NamedTuple):
    """What was retained of what was reviewed. `target` is the desired retention of now, 0 to 1.

    `decks` has only decks with such a review, the most reviewed first; `months` only months with one, ascending.
    """

    target: float
    total: Retained
    young: Retained
    mature: Retained
    decks: dict[str, Retained]
    months: tuple[Month, ...]


def retention(columns: Columns, target: float) -> Retention:
    """Return the true retention, as a whole, of young and of mature cards, by deck and by month."""
    young, mature = (_retained(columns.tally.outcomes, mature=mature) for mature in (False, True))
    return Retention(
        target=target,
        total=_both(young, mature),
        young=young,
        mature=mature,
        decks=_decks(columns),
        months=_months(columns, target),
    )


def _retained(outcomes: Sequence[int], *, mature: bool) -> Retained:
    """Return what was retained, given how many answers had each outcome."""
    counts = [outcomes[outcome_of(Phase.REVIEW, rating, mature=mature)] for rating in Rating]
    return Retained(sum(counts), sum(counts[1:]))


def _both(young: Retained, mature: Retained) -> Retained:
    return Retained(young.reviews + mature.reviews, young.recalled + mature.recalled)


def _decks(columns: Columns) -> dict[str, Retained]:
    found = [
        (deck_id, Retained(reviewed, reviewed - lapsed))
        for deck_id, reviewed, lapsed in zip(
            columns.deck_ids, columns.tally.reviewed, columns.tally.lapsed, strict=True
        )
        if reviewed
    ]
    return dict(sorted(found, key=lambda item: (-item[1].reviews, item[0])))


def _months(columns: Columns, target: float) -> tuple[Month, ...]:
    outcomes = columns.outcome.tobytes()
    found = []
    for first, days in groupby(columns.by_day(), key=lambda item: day_to_date(item[0]).replace(day=1)):
        places = [place for _, place in days]
        part = outcomes[places[0].start : places[-1].stop]
        counts = list(map(part.count, range(2 * MATURE)))
        retained = _both(*(_retained(counts, mature=mature) for mature in (False, True)))
        if retained.reviews:
            found.append(Month(date_to_day(first), retained, band(target, retained.reviews)))
    return tuple(found)
