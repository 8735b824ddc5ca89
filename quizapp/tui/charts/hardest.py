"""Hardest cards: those that lapsed most often, each a row that leads to all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, decimal
from quizapp.scheduling.leech import is_leech
from quizapp.stats.hardest import Hard
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, figure, fitting
from quizapp.tui.lines import apart, flush, line, text

_NUMBER = 6


@dataclass(frozen=True)
class HardestCards(Chart):
    """`prompts` has what the cards ask, by id. A point is a card."""

    cards: tuple[Hard, ...]
    prompts: Mapping[str, str]
    leech_lapses: int

    TITLE: ClassVar[str] = "Hardest cards"
    ROOM: ClassVar[Room] = Room(52, 112, 3, 10, 10)
    NOTHING: ClassVar[str] = "No card in review has been forgotten."

    def headline(self, width: int) -> Content:
        return figure(count(self.cards[0].lapses, "lapse"), "of the hardest card")

    @property
    def points(self) -> int:
        return len(self.cards)

    @property
    def first_point(self) -> int:
        return 0

    def tell(self, at: int, width: int) -> Content:
        card = self.cards[at]
        told = f"in {count(card.reviews, 'review')}, difficulty {decimal(card.difficulty)}"
        return fitting(width, count(card.lapses, "lapse"), told + self._leech(card, ", a leech"), told)

    def draw(self, place: Place) -> list[Content]:
        drawn = []
        top = max(0, (place.at or 0) - place.rows + 1)
        for row, card in enumerate(self.cards[top : top + place.rows], start=top):
            marked = row == place.at
            right = Content.styled(self._leech(card, "leech"), "$muted")
            times = flush(Content.styled(f"{card.lapses:,} ×", "b $ink" if marked else "$soft"), _NUMBER)
            room = place.width - _NUMBER - 2 - right.cell_length - 2
            prompt = text(self.prompts.get(card.card_id, card.card_id), "b $ink" if marked else "$soft", max(room, 4))
            drawn.append(apart(line(times, "  ", prompt), right, place.width))
        return drawn

    def hit(self, place: Place, column: int, row: int) -> int | None:
        number = row + max(0, (place.at or 0) - place.rows + 1)
        return number if 0 <= number < self.points else None

    def card_id(self, at: int) -> str | None:
        return self.cards[at].card_id

    @property
    def table(self) -> Table:
        return Table(
            (
                Column("card", right=False, gives_way=True),
                Column("lapses"),
                Column("reviews"),
                Column("difficulty"),
                Column("", right=False),
            ),
            [
                (
                    self.prompts.get(card.card_id, card.card_id),
                    f"{card.lapses:,}",
                    f"{card.reviews:,}",
                    decimal(card.difficulty),
                    self._leech(card, "leech"),
                )
                for card in self.cards
            ],
        )

    def _leech(self, card: Hard, word: str) -> str:
        return word if is_leech(card.lapses, self.leech_lapses) else ""
