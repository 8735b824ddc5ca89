"""Every card beside what the log says of it: what searches look through and rows are made of."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import repeat
from math import isnan
from typing import NamedTuple

from quizapp.model import NEW_CARD, Card, CardState, Schedule
from quizapp.scheduling.leech import is_leech
from quizapp.scheduling.recall import recall_of
from quizapp.search.expression import Property, Rated, State
from quizapp.search.index import SearchIndex
from quizapp.search.numbers import numbers
from quizapp.search.progress import Progress
from quizapp.search.standing import standing


class BrowseRow(NamedTuple):
    """A card as a list of cards shows it. `retrievability` is the recall predicted today, None when new.

    `buried` is for today. An orphan is what is left of a card that has progress and no deck any more.
    """

    card: Card
    state: CardState
    retrievability: float | None
    buried: bool
    leech: bool
    orphan: bool


class Sort(StrEnum):
    """What rows are ordered by.

    `DECK` is the order of the decks and of their files, `POSITION` the place in a file, whichever deck it is.
    """

    DECK = "deck"
    POSITION = "position"
    DUE = "due"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    LAPSES = "lapses"


class Table:
    """All rows of an index at one moment. When the log has grown, make another on the same index.

    What a search needs of it, a column or an order of the rows, is worked out at the first need and kept:
    searching as one types pays for it once.
    """

    def __init__(self, index: SearchIndex, progress: Progress) -> None:
        self.index = index
        self.progress = progress
        self._numbers: dict[Property, list[float]] = {}
        self._standing: dict[State, list[bool]] = {}
        self._rated: dict[Rated, frozenset[str]] = {}
        self._orders: dict[tuple[Sort, bool], list[int]] = {}

    def row(self, row: int) -> BrowseRow:
        return row_of(self.index.card(row), self.progress, orphan=row >= self.index.first_orphan)

    def numbers(self, prop: Property) -> list[float]:
        """Return the column of a property; see `quizapp.search.numbers`."""
        if prop not in self._numbers:
            self._numbers[prop] = numbers(prop, self._schedules, self.progress)
        return self._numbers[prop]

    def standing(self, state: State) -> list[bool]:
        """Return the column of a state; see `quizapp.search.standing`."""
        if state not in self._standing:
            self._standing[state] = standing(state, self._states, self.index.first_orphan, self.progress)
        return self._standing[state]

    def rated(self, wanted: Rated) -> frozenset[str]:
        """Return the ids of the cards that were answered so."""
        if wanted not in self._rated:
            today = self.progress.today
            answers = self.progress.rated(today - wanted.days + 1, today)
            self._rated[wanted] = frozenset(i for i, rating in answers if wanted.rating in (None, rating))
        return self._rated[wanted]

    def order(self, sort: Sort, descending: bool) -> list[int]:
        """Return all rows in order. Equals stay in deck order; what has no number comes last either way."""
        key = (sort, descending)
        if key not in self._orders:
            self._orders[key] = self._ordered(sort, descending)
        return self._orders[key]

    def _ordered(self, sort: Sort, descending: bool) -> list[int]:
        rows = range(len(self.index.cards))
        if sort is Sort.DECK:
            return list(rows[::-1] if descending else rows)
        if sort is Sort.POSITION:
            column = [float(card.position) for card in self.index.cards]
        else:
            column = self.numbers(Property(sort.value))
        placed = [row for row in rows if not isnan(column[row])]
        placed.sort(key=column.__getitem__, reverse=descending)
        return placed + [row for row in rows if isnan(column[row])]

    @cached_property
    def _states(self) -> list[CardState]:
        return list(map(self.progress.states.get, self.index.card_ids, repeat(NEW_CARD)))

    @cached_property
    def _schedules(self) -> list[Schedule | None]:
        return [state.schedule for state in self._states]


def row_of(card: Card, progress: Progress, *, orphan: bool) -> BrowseRow:
    """Return one card beside what the log says of it."""
    state = progress.states.get(card.card_id, NEW_CARD)
    schedule = state.schedule
    recall = recall_of(schedule, progress.today, progress.parameters) if schedule else None
    return BrowseRow(
        card=card,
        state=state,
        retrievability=recall.retrievability if recall else None,
        buried=state.buried_on == progress.today,
        leech=schedule is not None and is_leech(schedule.lapses, progress.leech_lapses),
        orphan=orphan,
    )
