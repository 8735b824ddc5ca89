"""What runs of answers come to, in numbers that add up: so a long run need not be counted anew each time.

Of the first so many answers of a log, for a few such numbers, a tally is kept. The tally of any run is the difference
of the two kept ones that are nearest to its ends, and what lies between those and the ends is counted one by one.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import neg, sub
from typing import TYPE_CHECKING, NamedTuple

from quizapp.stats.codes import FORGOTTEN, HOURS, KINDS, LAPSED, LEVELS, MATURE, REVIEWED
from quizapp.stats.recall_bins import NUMBERS

if TYPE_CHECKING:
    from quizapp.stats.columns import Columns

MOST_KEPT = 8
FIRST_EVERY = 1 << 14
"""Answers from one kept tally to the next, until there are more than eight; then twice as many, and so on."""


class Tally(NamedTuple):
    """Answers and what they came to; each list by the numbers that columns have for it.

    `cards`, `decks`, `hours` and `kinds` count answers, the `_ms` beside them the milliseconds these took; `outcomes`
    counts them as well, `reviewed` by deck those in phase Review and `lapsed` those rated Again among them. `levels`
    and `bins` count answers by predicted recall and by bin of RMSE(bins), `levels_missed` and `bins_missed` those
    rated Again, `bins_levels` is the sum of predicted recall in `LEVELS`.
    """

    cards: list[int]
    cards_ms: list[int]
    decks: list[int]
    decks_ms: list[int]
    hours: list[int]
    hours_ms: list[int]
    kinds: list[int]
    kinds_ms: list[int]
    outcomes: list[int]
    reviewed: list[int]
    lapsed: list[int]
    levels: list[int]
    levels_missed: list[int]
    bins: list[int]
    bins_missed: list[int]
    bins_levels: list[int]

    @classmethod
    def of(cls, answers: Columns) -> Tally:
        """Return the tally of answers, counted one by one."""
        made = cls.none(answers)
        made.add(answers)
        return made

    @classmethod
    def none(cls, answers: Columns, *kept: Kept) -> Tally:
        """Return a tally of no answer, or the difference of a kept one and one before it.

        Args:
            answers: some that have as many cards and decks as those that will be counted.
        """
        cards, decks = len(answers.card_ids), len(answers.deck_ids)
        amounts = [length for length in (cards, decks, HOURS, len(KINDS)) for _ in range(2)]
        lengths = (*amounts, 2 * MATURE, decks, decks, LEVELS, LEVELS, *[NUMBERS] * 3)
        return cls(*map(_difference, lengths, zip(*kept, strict=True) if kept else repeat(())))

    def add(self, answers: Columns, times: int = 1) -> None:
        """Add answers; -1 times takes them away."""
        durations: Iterable[int] = answers.duration_ms
        levels: Iterable[int] = answers.level
        if times < 0:
            durations, levels = map(neg, durations), map(neg, levels)
        cards, cards_ms, decks_ms = self.cards, self.cards_ms, self.decks_ms
        hours_ms, kinds_ms, bins_levels = self.hours_ms, self.kinds_ms, self.bins_levels
        for card, deck, hour, kind, ms, number, level in zip(
            answers.card, answers.deck, answers.hour, answers.kind, durations, answers.bin, levels, strict=True
        ):
            cards[card] += times
            cards_ms[card] += ms
            decks_ms[deck] += ms
            hours_ms[hour] += ms
            kinds_ms[kind] += ms
            bins_levels[number] += level
        outcomes = answers.outcome.tobytes()
        forgotten = outcomes.translate(FORGOTTEN)
        for counts, values in (
            (self.decks, answers.deck),
            (self.hours, answers.hour),
            (self.kinds, answers.kind),
            (self.outcomes, outcomes),
            (self.reviewed, compress(answers.deck, outcomes.translate(REVIEWED))),
            (self.lapsed, compress(answers.deck, outcomes.translate(LAPSED))),
            (self.levels, answers.level),
            (self.levels_missed, compress(answers.level, forgotten)),
            (self.bins, answers.bin),
            (self.bins_missed, compress(answers.bin, forgotten)),
        ):
            for number, found in Counter(values).items():
                counts[number] += times * found

    def kept(self) -> Kept:
        """Return the same to be kept: without what is 0 at the ends, so that it is the same however many cards are."""
        return tuple(_without_end(numbers) for numbers in self)


Kept = tuple["array[int]", ...]


@dataclass
class Tallies:
    """The tallies of the first `every` answers of a log, of the first 2 · `every` ones, and so on."""

    every: int = field(default_factory=lambda: FIRST_EVERY)
    kept: list[Kept] = field(default_factory=list)

    def follow(self, answers: Columns) -> None:
        """Take in a log that has grown; what it began with is as it was, and in order."""
        running = None
        while (start := len(self.kept) * self.every) + self.every <= len(answers):
            running = running or self._up_to(answers, len(self.kept))
            running.add(answers.part(start, start + self.every))
            self.kept.append(running.kept())
            if len(self.kept) > MOST_KEPT:
                self.every, self.kept, running = 2 * self.every, self.kept[1::2], None

    def between(self, answers: Columns, low: int, high: int) -> Tally:
        """Return the tally of the answers from one place to before another, of those that were taken in."""
        before, after = (min(round(place / self.every), len(self.kept)) for place in (low, high))
        if before >= after:
            return Tally.of(answers.part(low, high))
        made = self._up_to(answers, after, before)
        self._move(made, answers, after * self.every, high, 1)
        self._move(made, answers, before * self.every, low, -1)
        return made

    def _up_to(self, answers: Columns, number: int, since: int = 0) -> Tally:
        """Return what a kept tally has, less what one before it has."""
        return Tally.none(answers, *[self.kept[at - 1] for at in (number, since) if at])

    @staticmethod
    def _move(made: Tally, answers: Columns, place: int, to: int, times: int) -> None:
        """Count the answers between two places: times over when the second is later, else as often less."""
        if place < to:
            made.add(answers.part(place, to), times)
        elif to < place:
            made.add(answers.part(to, place), -times)


def _difference(length: int, kept: Sequence[Sequence[int]]) -> list[int]:
    """Return the first numbers less the second ones, where there are any, and zeros behind, so many in all."""
    numbers = list(kept[0]) if kept else []
    for less in kept[1:]:
        numbers[: len(less)] = map(sub, numbers, less)
    numbers.extend([0] * (length - len(numbers)))
    return numbers


def _without_end(numbers: list[int]) -> array[int]:
    end = len(numbers)
    while end and not numbers[end - 1]:
        end -= 1
    return array("Q", numbers[:end])
