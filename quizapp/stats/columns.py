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
from functools import cached_property
from itertools import compress
from typing import Any, NamedTuple

from quizapp.stats.tally import Tallies, Tally

TYPE_CODES = "iBIIBBIHHfB"
"""How wide each column is, as `array` names it."""

CARD_TYPE_CODES = "IB"
"""How wide the columns of cards are."""

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


@dataclass(frozen=True)
class Columns:
    """Answers by study day, within a day by event id. All columns have the same length.

    `hour` is of the local wall time under the offset of then. `deck` and `card` are indexes into `deck_ids` and
    `card_ids`. `outcome` is as `outcome_of` makes it. `kind` is an index into `KINDS`. `level` is predicted recall in
    `LEVELS`, 0 where nothing was predicted or the card had been answered on the same day before; `bin` is the bin of
    RMSE(bins) then (see `quizapp.stats.recall_bins`), else 0. `stability` is in days, after the answer, as the replay
    has it, and `lot` as `lot_of` gives it. Of each card by its number, `card_decks` has the number of its deck and
    `card_lots` its lot. `changes` are what else changed memories, by place; only columns of a whole log have them, and
    its `tallies`. `whole` is what a run of answers was cut from, and where.
    """

    card_ids: Sequence[str]
    deck_ids: Sequence[str]
    card_decks: array[int]
    card_lots: array[int]
    changes: Sequence[Change]
    tallies: Tallies | None
    whole: tuple[Columns, int, int] | None
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
    def empty(cls) -> Columns:
        """Return columns of no answer, to be filled."""
        card_decks, card_lots = (array(code) for code in CARD_TYPE_CODES)
        made: Iterator[array[Any]] = (array(code) for code in TYPE_CODES)
        return cls((), (), card_decks, card_lots, (), None, None, *made)

    @cached_property
    def tally(self) -> Tally:
        """What the answers come to; for a run of a whole log taken from its tallies."""
        whole, low, high = self.whole or (self, 0, len(self))
        return whole.tallies.between(whole, low, high) if whole.tallies else Tally.of(self)

    def between(self, first_day: int | None = None, last_day: int | None = None) -> Columns:
        """Return the answers of the study days from the first to the last, both included; None is no bound."""
        low = 0 if first_day is None else bisect_left(self.study_day, first_day)
        high = len(self) if last_day is None else bisect_right(self.study_day, last_day)
        if (low, high) == (0, len(self)):
            return self
        high = max(low, high)
        return replace(self.part(low, high), whole=(self, low, high) if self.tallies else None)

    def part(self, low: int, high: int) -> Columns:
        """Return the answers from one place to before another."""
        return self._each(lambda column: column[low:high])

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
        return [getattr(self, name) for name in _NAMES]

    def _each(self, change: Callable[[array[Any]], array[Any]]) -> Columns:
        cards = self.card_ids, self.deck_ids, self.card_decks, self.card_lots
        return Columns(*cards, (), None, None, *map(change, self.arrays()))

    def _changes_by_day(self, days: Sequence[int], order: Sequence[int]) -> tuple[Change, ...]:
        """Return the changes with their places among answers that were put in order."""
        moved = []
        for change in self.changes:
            low, high = bisect_left(days, change.study_day), bisect_right(days, change.study_day)
            moved.append(change._replace(place=bisect_left(order, change.place, low, high)))
        return tuple(sorted(moved, key=lambda change: (change.place, change.study_day)))


_NAMES = [field.name for field in fields(Columns)][-len(TYPE_CODES) :]
