"""The answers that hold, column by column, as every figure over the log reads them.

A million answers are worked through in pure Python only where loops run in C: counting, compressing and summing
`array` columns, and cutting them by day with bisect. So whatever a figure would have to work out for each answer
stands in a column already, made once when the log is read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import compress
from typing import Any, NamedTuple

from quizapp.model import Kind, Phase

Row = tuple[str, int, int, int, int, int, int, int | None, int, str, float | None, int]
"""An answer as the log has it: review id, number of the card, instant, offset in minutes, study day, rating, phase
before, elapsed days, duration in ms, kind, recall predicted, interval it led to in days."""

Carry = tuple[str, int, int]
"""Progress carried from one card to another: event id, number of the card it comes from, of the one it goes to."""

Reset = tuple[str, int, int]
"""A reset: event id, number of the card, study day."""

class Change(NamedTuple):
    """What changed a memory without an answer on that very card, before the answer at a place: a reset leaves stability
    0, progress that was carried to the card later the stability it had then."""

    place: int
    card: int
    study_day: int
    stability_days: float


MATURE_DAYS = 21
"""From this interval on a card is mature, as Anki has it."""

MATURE = 16
"""Added to the outcome of an answer on a mature card."""

LEVELS = 10_000
"""Predicted recall is kept in this many parts of 1, never as 0 or as 1: 0 stands for none.

Finer parts would be slower to count: 65,536 counters are more than a processor keeps at hand.
"""

KINDS = tuple(Kind)

TYPE_CODES = "iBHIBBIHHfB"
"""How wide each column is, as `array` names it."""


LOTS = 256
"""How many parts cards are put into, so that some of the parts can stand for all."""


def lot_of(card: int) -> int:
    """Return the part that a card belongs to, by its number, from 0 to 255.

    Multiples of the golden ratio spread evenly over all and over any regular part of them (Knuth, The Art of Computer
    Programming, vol. 3, 6.4). Not every second or third card: siblings follow each other, so a part might have all
    fronts and no back of them.
    """
    return card * 2_654_435_769 % 2**32 >> 24


def outcome_of(phase: int, rating: int, *, mature: bool = False) -> int:
    """Return the number that stands for a phase before an answer, its rating, and whether the card was mature."""
    return phase * 4 + rating - 1 + MATURE * mature


FORGOTTEN = bytes(number % 4 == 0 for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the answer was Again."""

REVIEWED = bytes(number % MATURE // 4 == Phase.REVIEW for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the card was in phase Review."""

LAPSED = bytes(map(min, FORGOTTEN, REVIEWED))
"""Turns outcomes, by `bytes.translate`, into 1 where both hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Answers by study day, within a day by event id. All columns have the same length.

    `hour` is of the local wall time under the offset of then. `deck` and `card` are indexes into `deck_ids` and
    `card_ids`. `outcome` is as `outcome_of` makes it. `kind` is an index into `KINDS`. `level` is predicted recall in
    `LEVELS`, 0 where nothing was predicted or the card had been answered on the same day before; `bin` is the bin of
    RMSE(bins) then (see `quizapp.stats.recall_bins`), else 0. `stability` is in days, after the answer, as the replay
    has it, and `lot` as `lot_of` gives it. `changes` are what else changed memories, by place; only columns of a whole
    log have them.
    """

    card_ids: Sequence[str]
    deck_ids: Sequence[str]
    changes: Sequence[Change]
    study_day: array[int]
    hour: array[int]
    deck: array[int]
    card: array[int]
    outcome: array[int]
    kind: array[int]
    duration_ms: array[int]
    level: array[int]
    bin: array[int]
    stability: array[float]
    lot: array[int]

    def __len__(self) -> int:
        return len(self.study_day)

    @classmethod
    def empty(cls, card_ids: Sequence[str] = (), deck_ids: Sequence[str] = ()) -> Columns:
        """Return columns of no answer, to be filled."""
        made: Iterator[array[Any]] = (array(code) for code in TYPE_CODES)
        return cls(card_ids, deck_ids, (), *made)

    def between(self, first_day: int | None = None, last_day: int | None = None) -> Columns:
        """Return the answers of the study days from the first to the last, both included; None is no bound."""
        low = 0 if first_day is None else bisect_left(self.study_day, first_day)
        high = len(self) if last_day is None else bisect_right(self.study_day, last_day)
        if (low, high) == (0, len(self)):
            return self
        return self._each(lambda column: column[low : max(low, high)])

    def where(self, mask: bytes | bytearray) -> Columns:
        """Return the answers at which the mask is not 0."""
        return self._each(lambda column: array(column.typecode, compress(column, mask)))

    def of_cards(self, wanted: Callable[[str], bool]) -> Columns:
        """Return the answers on the cards whose id is wanted."""
        flags = bytes(map(wanted, self.card_ids))
        return self.where(bytes(map(flags.__getitem__, self.card)))

    def by_day(self) -> Iterator[tuple[int, slice]]:
        """Yield each study day that has an answer, ascending, with where its answers stand."""
        at = 0
        while at < len(self):
            day = self.study_day[at]
            end = bisect_right(self.study_day, day, at)
            yield day, slice(at, end)
            at = end

    def sorted_by_day(self, *, in_order: bool) -> Columns:
        """Return the same by study day: a clock set back, or a log merged from elsewhere, leaves days out of order.

        Args:
            in_order: they are by study day already.
        """
        order: Sequence[int] = range(len(self))
        if not in_order:
            order = sorted(order, key=self.study_day.tolist().__getitem__)
            ordered = self._each(lambda column: array(column.typecode, map(column.__getitem__, order)))
            return replace(ordered, changes=self._changes_by_day(ordered.study_day, order))
        return replace(self, changes=self._changes_by_day(self.study_day, order)) if self.changes else self

    def arrays(self) -> list[array[Any]]:
        """Return the columns themselves, in the order of `TYPE_CODES`."""
        return [getattr(self, field.name) for field in fields(self)[3:]]

    def _each(self, change: Callable[[array[Any]], array[Any]]) -> Columns:
        return Columns(self.card_ids, self.deck_ids, (), *map(change, self.arrays()))

    def _changes_by_day(self, days: Sequence[int], order: Sequence[int]) -> tuple[Change, ...]:
        """Return the changes with their places among answers that were put in order."""
        moved = []
        for change in self.changes:
            low, high = bisect_left(days, change.study_day), bisect_right(days, change.study_day)
            moved.append(change._replace(place=bisect_left(order, change.place, low, high)))
        return tuple(sorted(moved, key=lambda change: (change.place, change.study_day)))
