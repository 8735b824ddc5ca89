"""What the memory of each card was after every answer, as the replay of the log gives it.

Worked out from the answers that hold and not read from the log: an answer that was taken back or merged in since
makes it other than what was on record then. A card that progress was carried to has a history of more than its own
answers: those are followed singly, being few.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from quizapp.model import MemoryState
from quizapp.scheduling.engine import histories
from quizapp.stats.columns import Change, Columns

TOGETHER = 250_000
"""Answers that the engine gets at once: with many it is quick, and all of them would take much memory."""

_NEVER = 2**31 - 1
"""Above every study day: no time has passed since the last answer where there was none."""

_ANSWER = 2**31 - 1
"""Above the number of every act: an answer comes after the acts at its place."""


class Act(NamedTuple):
    """A reset of a card on a study day or, where `source` is not 0, that it was given the progress of another.

    `place` is the number of answers before it.
    """

    place: int
    card: int
    source: int
    study_day: int


class Inherited(NamedTuple):
    """An answer or a reset that is part of the history of a card it was not given to, with the stability after.

    `rank` is its number among the acts, or that of an answer.
    """

    place: int
    rank: int
    card: int
    study_day: int
    stability_days: float


class Weights(NamedTuple):
    """FSRS-6's weights, in force from the answer at a place on; empty for the defaults."""

    place: int
    parameters: tuple[float, ...]


class Memories:
    """The memory of each card, by its number, after all answers so far, and what led there but for these.

    A card without memory has stability 0.
    """

    def __init__(self) -> None:
        self.stability = array("f")
        self.difficulty = array("f")
        self.last_on = array("i")
        self.acts: list[Act] = []
        self.inherited: list[Inherited] = []
        self.weights: list[Weights] = [Weights(0, ())]

    def follow(self, answers: Columns, acts: Iterable[Act] = (), weights: Iterable[Weights] = ()) -> None:
        """Give every answer that has none yet the stability after it.

        Args:
            answers: in the order of their events.
            acts: those that came after all that are here, in their order; so with `weights`.
        """
        since, known = len(answers.stability), len(self.acts)
        answers.stability.frombytes(bytes(answers.stability.itemsize * (len(answers) - since)))
        missing = len(answers.card_ids) - len(self.stability)
        self.stability.extend([0] * missing)
        self.difficulty.extend([0] * missing)
        self.last_on.extend([_NEVER] * missing)
        self.acts += acts
        self.weights += weights
        resets = [act for act in self.acts[known:] if not act.source]
        for low, high, parameters in self._spans(since, len(answers)):
            now = [act for act in resets if act.place < high or high == len(answers)]
            del resets[: len(now)]
            self._follow(answers, low, high, parameters, now)
        carried = {act.card for act in self.acts[known:] if act.source}
        if carried:
            self._carry(answers, carried)

    def changes(self) -> tuple[Change, ...]:
        """Return what changed memories but for answers on their own cards, in order, by place among the answers."""
        found = [
            Inherited(act.place, rank, act.card, act.study_day, 0.0)
            for rank, act in enumerate(self.acts)
            if not act.source
        ]
        found += self.inherited
        return tuple(Change(place, card, day, stability) for place, _, card, day, stability in sorted(found))

    def _spans(self, since: int, end: int) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        """Yield from where to where answers have the same weights, with these; never too many at once."""
        cuts = {*range(since, end, TOGETHER), *(at for at, _ in self.weights if since < at < end), end}
        low = since
        for high in sorted(cuts - {since}) or [end]:
            yield low, high, self._parameters_at(low)
            low = high

    def _parameters_at(self, place: int) -> tuple[float, ...]:
        return self.weights[bisect_right(self.weights, place, key=lambda held: held.place) - 1].parameters

    def _follow(
        self, answers: Columns, low: int, high: int, parameters: tuple[float, ...], resets: Iterable[Act]
    ) -> None:
        runs: dict[int, _Run] = {}
        ended: list[_Run] = []
        at = low
        for reset in resets:
            self._gather(answers, at, reset.place, runs)
            at = reset.place
            if reset.card in runs:
                ended.append(runs[reset.card])
            self.last_on[reset.card] = _NEVER
            runs[reset.card] = _Run(None, [], [])
        self._gather(answers, at, high, runs)
        numbered = [*((None, run) for run in ended), *runs.items()]
        filled = [(card, run) for card, run in numbered if run.reviews]
        for (card, run), (stabilities, memory) in zip(
            filled, histories([(run.memory, run.reviews) for _, run in filled], parameters), strict=True
        ):
            for place, stability in zip(run.places, stabilities, strict=True):
                answers.stability[place] = stability
            if card is not None:
                self.stability[card], self.difficulty[card] = memory
        for card, run in runs.items():
            if not run.reviews:
                self.stability[card] = self.difficulty[card] = 0

    def _gather(self, answers: Columns, low: int, high: int, runs: dict[int, _Run]) -> None:
        """Add answers to the runs of their cards."""
        last_on = self.last_on
        for place, card, outcome, day in zip(
            range(low, high),
            answers.card[low:high],
            answers.outcome[low:high],
            answers.study_day[low:high],
            strict=True,
        ):
            run = runs.get(card)
            if run is None:
                run = runs[card] = _Run(self._memory(card), [], [])
            run.places.append(place)
            before = last_on[card]
            run.reviews.append((outcome % 4 + 1, day - before if day > before else 0))
            last_on[card] = day

    def _memory(self, card: int) -> MemoryState | None:
        stability = self.stability[card]
        return MemoryState(stability, self.difficulty[card]) if stability else None

    def _carry(self, answers: Columns, carried: Collection[int]) -> None:
        """Give the cards that progress was carried to, and their answers, what follows from all of their history."""
        pasts = _Pasts(answers, self.acts)
        self.inherited = [event for event in self.inherited if event.card not in carried]
        for card in carried:
            memory: MemoryState | None = None
            last_on = _NEVER
            for event in pasts.of(card):
                if event.rating:
                    elapsed = event.study_day - last_on if event.study_day > last_on else 0
                    review = (memory, [(event.rating, elapsed)])
                    [(_, memory)] = histories([review], self._parameters_at(event.place))
                    last_on = event.study_day
                else:
                    memory, last_on = None, _NEVER
                stability = memory.stability_days if memory else 0.0
                if event.card != card:
                    self.inherited.append(Inherited(event.place, event.rank, card, event.study_day, stability))
                elif event.rating:
                    answers.stability[event.place] = stability
            self.stability[card], self.difficulty[card] = memory or (0, 0)
            self.last_on[card] = last_on


class _Run(NamedTuple):
    """Answers on a card, one after the other: its memory before, their places, rating and elapsed days of each."""

    memory: MemoryState | None
    places: list[int]
    reviews: list[tuple[int, int]]


class _Event(NamedTuple):
    """An answer, or a reset, which has rating 0."""

    place: int
    rank: int
    card: int
    study_day: int
    rating: int


class _Pasts:
    """Histories of cards that progress was carried to, as `quizapp.scheduling.replay` reads them."""

    def __init__(self, answers: Columns, acts: Sequence[Act]) -> None:
        self._events: defaultdict[int, list[_Event]] = defaultdict(list)
        self._carries: defaultdict[int, list[tuple[tuple[int, int], int]]] = defaultdict(list)
        concerned = bytearray(len(answers.card_ids))
        for rank, act in enumerate(acts):
            if act.source:
                self._carries[act.card].append(((act.place, rank), act.source))
                concerned[act.card] = concerned[act.source] = 1
            else:
                self._events[act.card].append(_Event(act.place, rank, act.card, act.study_day, 0))
        for place in compress(range(len(answers)), map(concerned.__getitem__, answers.card)):
            card = answers.card[place]
            rating = answers.outcome[place] % 4 + 1
            self._events[card].append(_Event(place, _ANSWER, card, answers.study_day[place], rating))

    def of(self, card: int) -> list[_Event]:
        """Return a card's own events, and those of each card it got progress of that are older than the carry."""
        until: dict[int, tuple[int, int]] = {}
        waiting = [(card, (_ANSWER, 0))]
        while waiting:
            source, end = waiting.pop()
            if end <= until.get(source, (-1, -1)):
                continue
            until[source] = end
            waiting += [(other, at) for at, other in self._carries[source] if at < end]
        return sorted(event for source, end in until.items() for event in self._events[source] if event[:2] < end)
