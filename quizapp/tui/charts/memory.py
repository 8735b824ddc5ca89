"""How the cards that were answered stand today: stability, difficulty and predicted recall, cards by bin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, decimal, interval, percent
from quizapp.stats.memory import STABILITY_LABELS, Memory
from quizapp.tui.charts.bars import bars
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting

_DIFFICULTIES = ("1, easiest", *(str(number) for number in range(2, 10)), "10, hardest")
_TENTHS = ("under 10 %", *(f"{tenth}0–{tenth}9 %" for tenth in range(1, 9)), "90 % and up")


@dataclass(frozen=True)
class _OfCards(Chart):
    """Counts of cards by bin. A point is a bin."""

    memory: Memory

    NOTHING: ClassVar[str] = "No card has been answered yet."
    NAMES: ClassVar[tuple[str, ...]]
    BIN: ClassVar[str]

    @property
    def counts(self) -> tuple[int, ...]:
        raise NotImplementedError

    @property
    def points(self) -> int:
        return len(self.counts) if self.memory.cards else 0

    @property
    def first_point(self) -> int:
        """Return the fullest bin."""
        return max(range(len(self.counts)), key=self.counts.__getitem__)

    def tell(self, at: int, width: int) -> Content:
        share = percent(self.counts[at] / self.memory.cards)
        return fitting(width, count(self.counts[at], "card"), f"{self.NAMES[at]}, {share} of all", self.NAMES[at])

    def draw(self, place: Place) -> list[Content]:
        return bars(list(zip(self.NAMES, self.counts, strict=True)), place)

    def hit(self, place: Place, column: int, row: int) -> int | None:
        return row if 0 <= row < self.points else None

    @property
    def table(self) -> Table:
        return Table(
            (Column(self.BIN, right=False), Column("cards"), Column("share")),
            [
                (name, f"{cards:,}", percent(cards / max(self.memory.cards, 1)))
                for name, cards in zip(self.NAMES, self.counts, strict=True)
            ],
        )


class Stability(_OfCards):
    """Cards by the days until their predicted recall falls to 90 %."""

    TITLE: ClassVar[str] = "Stability"
    ROOM: ClassVar[Room] = Room(23, 29, 9, 9, 9)
    NAMES: ClassVar[tuple[str, ...]] = STABILITY_LABELS
    BIN: ClassVar[str] = "stability"

    def headline(self, width: int) -> Content:
        middle = self.memory.median_stability_days or 0.0
        cards = count(self.memory.cards, "card")
        return fitting(width, interval(middle), f"median of {cards}", f"median, {cards}", "median")

    @property
    def counts(self) -> tuple[int, ...]:
        return self.memory.stability


class Difficulty(_OfCards):
    """Cards by FSRS difficulty."""

    TITLE: ClassVar[str] = "Difficulty"
    ROOM: ClassVar[Room] = Room(23, 30, 10, 10, 10)
    NAMES: ClassVar[tuple[str, ...]] = _DIFFICULTIES
    BIN: ClassVar[str] = "difficulty"

    def headline(self, width: int) -> Content:
        cards = count(self.memory.cards, "card")
        return fitting(width, decimal(self.memory.mean_difficulty or 0.0), f"mean of {cards}", "mean")

    @property
    def counts(self) -> tuple[int, ...]:
        return self.memory.difficulty


class RecallNow(_OfCards):
    """Cards by the recall that is predicted today, the highest first."""

    TITLE: ClassVar[str] = "Recall now"
    ROOM: ClassVar[Room] = Room(23, 30, 10, 10, 10)
    NAMES: ClassVar[tuple[str, ...]] = _TENTHS[::-1]
    BIN: ClassVar[str] = "predicted recall"

    def headline(self, width: int) -> Content:
        mean, known = percent(self.memory.mean_retrievability or 0.0), f"mean, {round(self.memory.known):,}"
        return fitting(width, mean, f"{known} of {count(self.memory.cards, 'card')} known", f"{known} known", "mean")

    @property
    def counts(self) -> tuple[int, ...]:
        return self.memory.retrievability[::-1]
