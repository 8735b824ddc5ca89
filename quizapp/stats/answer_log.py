"""A log that is read into columns, answer by answer as they came, and can be read on where it ended."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quizapp.model import Rating
from quizapp.sampling import lot_of
from quizapp.stats.codes import KINDS, LEVELS, MATURE, MATURE_DAYS
from quizapp.stats.columns import Carry, Columns, Reset, Row
from quizapp.stats.memories import Act, Memories, Weights
from quizapp.stats.recall_bins import bin_of
from quizapp.stats.tally import Tallies

_KIND_NUMBERS = {kind.value: number for number, kind in enumerate(KINDS)}
_CHUNK = 20_000
_MOST = 0xFFFF_FFFF
"""What a number of four bytes holds: milliseconds and days of a stranger's may be more."""

_NEVER = "~"
"""Above every event id."""

Undone = frozenset[str] | set[str]


def columns_of(
    rows: Iterable[Row],
    card_ids: Sequence[str],
    *,
    undone: Undone = frozenset(),
    carries: Iterable[Carry] = (),
    resets: Iterable[Reset] = (),
    weights: Iterable[tuple[str, tuple[float, ...]]] = (),
) -> Columns:
    """Return the columns of a whole log; see `AnswerLog.add`."""
    log = AnswerLog()
    log.add(rows, card_ids, undone=undone, carries=carries, resets=resets, weights=weights)
    return log.columns()


class AnswerLog:
    """Answers in the order of their events, and what they mean for the next one on each card.

    Of each card, by its number: `turns` counts the day it was new and the days on which it was answered since,
    `lapses` the Agains among the first answers of those days, `intervals` has the interval it has now. `in_order`
    tells that no answer has a study day before that of one that came earlier; only then are
    there `tallies`.
    """

    def __init__(self) -> None:
        self.answers = Columns.empty()
        self.turns, self.lapses, self.intervals = (array("I") for _ in range(3))
        self.memories = Memories()
        self.tallies = Tallies()
        self.in_order = True

    def columns(self) -> Columns:
        """Return the answers by study day. They may be the ones here, and grow when answers are added."""
        changes = self.memories.changes()
        return replace(self.answers, changes=changes, tallies=self.tallies).sorted_by_day(in_order=self.in_order)

    def add(
        self,
        rows: Iterable[Row],
        card_ids: Sequence[str],
        *,
        undone: Undone = frozenset(),
        carries: Iterable[Carry] = (),
        resets: Iterable[Reset] = (),
        weights: Iterable[tuple[str, tuple[float, ...]]] = (),
    ) -> None:
        """Take in answers that came after all that are here.

        Args:
            rows: the answers by event id.
            card_ids: the id of each card by its number, those known before as they were; holes are empty.
            undone: ids of the answers to leave out.
            carries: those that came after all that is here and hold, by event id; so with `resets`.
            weights: FSRS-6's, empty for the defaults, with the id of the event that put them in force; likewise.
        """
        self.answers = answers = _with_cards(self.answers, card_ids)
        for known, start in ((self.turns, 1), (self.lapses, 0), (self.intervals, 0)):
            known.extend([start] * (len(card_ids) - len(known)))
        left = list(carries)
        acts = [(event_id, card, source, 0) for event_id, source, card in left]
        acts = sorted([*acts, *((event_id, card, 0, day) for event_id, card, day in resets)])
        in_force = list(weights)
        acts_at, weights_at = _Places(event_id for event_id, *_ in acts), _Places(event_id for event_id, _ in in_force)
        for chunk in _chunks(rows, undone):
            ids, cards, instants, offsets, days, ratings, phases, elapsed, durations, kinds, recalls, intervals = zip(
                *chunk, strict=True
            )
            acts_at.look(ids, len(answers))
            weights_at.look(ids, len(answers))
            before = answers.study_day[-1:].tolist()
            self.in_order = self.in_order and [*before, *days] == sorted([*before, *days])
            answers.study_day.extend(days)
            answers.hour.extend([(at // 60_000 + off) // 60 % 24 for at, off in zip(instants, offsets, strict=True)])
            answers.deck.extend(map(answers.card_decks.__getitem__, cards))
            answers.card.extend(cards)
            answers.lot.extend(map(answers.card_lots.__getitem__, cards))
            answers.kind.extend(map(_KIND_NUMBERS.__getitem__, kinds))
            answers.duration_ms.extend([min(ms, _MOST) for ms in durations])
            bins = self._follow(ids, cards, ratings, phases, elapsed, intervals, left)
            counted = [b if recall is not None else 0 for b, recall in zip(bins, recalls, strict=True)]
            answers.bin.extend(counted)
            answers.level.extend(
                [
                    min(max(round(recall * LEVELS), 1), LEVELS - 1) if b else 0
                    for b, recall in zip(counted, recalls, strict=True)
                ]
            )
        self._carry_until(_NEVER, left)
        self.memories.follow(
            answers,
            [Act(at, *act) for at, (_, *act) in zip(acts_at.all(len(answers)), acts, strict=True)],
            [Weights(at, held) for at, (_, held) in zip(weights_at.all(len(answers)), in_force, strict=True)],
        )
        if self.in_order:
            self.tallies.follow(answers)
        else:  # the runs that are asked for are of study days, and those are not of this order
            self.tallies = Tallies()

    def _follow(
        self,
        ids: Sequence[str],
        cards: Sequence[int],
        ratings: Sequence[int],
        phases: Sequence[int],
        elapsed: Sequence[int | None],
        intervals: Sequence[int],
        carries: list[Carry],
    ) -> array[int]:
        """Put down the outcome of each answer; return its bin of RMSE(bins), 0 on the day of the answer before."""
        outcomes = self.answers.outcome
        bins = array("H")
        turns, lapses, before = self.turns, self.lapses, self.intervals
        next_carry = carries[0][0] if carries else _NEVER
        for event_id, card, rating, phase, days, interval in zip(
            ids, cards, ratings, phases, elapsed, intervals, strict=True
        ):
            if event_id > next_carry:
                next_carry = self._carry_until(event_id, carries)
            outcome = phase * 4 + rating - 1
            outcomes.append(outcome + MATURE if before[card] >= MATURE_DAYS and phase else outcome)
            before[card] = interval if interval < _MOST else _MOST
            if not phase:  # a new card, or one that was reset
                turns[card], lapses[card] = 1, 0
            if days:
                turns[card] += 1
                bins.append(bin_of(days, turns[card], lapses[card]))
                if rating == Rating.AGAIN:
                    lapses[card] += 1
            else:
                bins.append(0)
        return bins

    def _carry_until(self, event_id: str, carries: list[Carry]) -> str:
        """Give cards what was carried to them before an event; return the id of the carry after that."""
        while carries and carries[0][0] < event_id:
            _, source, card = carries.pop(0)
            self.turns[card] += self.turns[source] - 1
            self.lapses[card] += self.lapses[source]
            self.intervals[card] = self.intervals[card] or self.intervals[source]
        return carries[0][0] if carries else _NEVER


class _Places:
    """For events, by id, the number of answers before each, found out while answers are read."""

    def __init__(self, event_ids: Iterable[str]) -> None:
        self._ids = list(event_ids)
        self._places: list[int] = []

    def look(self, ids: Sequence[str], before: int) -> None:
        """Take in the ids of the next answers, with the number of those before them."""
        for event_id in self._ids[len(self._places) :]:
            if event_id > ids[-1]:
                return
            self._places.append(before + bisect_left(ids, event_id))

    def all(self, answers: int) -> list[int]:
        """Return the places, given the number of all answers."""
        return self._places + [answers] * (len(self._ids) - len(self._places))


def _with_cards(answers: Columns, card_ids: Sequence[str]) -> Columns:
    """Return the same columns with the cards there are now, whose decks and lots they are given."""
    decks, lots = answers.card_decks, answers.card_lots
    known = len(decks)
    firsts = sorted(dict(zip(reversed(decks), range(known - 1, -1, -1), strict=True)).values())
    numbers = {_deck_id(card_ids[card]): number for number, card in enumerate(firsts)}
    decks.extend([numbers.setdefault(_deck_id(card_id), len(numbers)) for card_id in card_ids[known:]])
    lots.extend(map(lot_of, range(known, len(card_ids))))
    return Columns(card_ids, tuple(numbers), decks, lots, (), None, None, *answers.arrays())


def _deck_id(card_id: str) -> str:
    return card_id.partition("/")[0]


def _chunks(rows: Iterable[Row], undone: Undone) -> Iterator[list[Row]]:
    held = iter(rows) if not undone else (row for row in rows if row[0] not in undone)
    while chunk := list(islice(held, _CHUNK)):
        yield chunk
