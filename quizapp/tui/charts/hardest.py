"""Hardest cards and leeches: those that lapsed most often, each a row that leads to all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from textual.content import Content

from quizapp.humanize import count, decimal
from quizapp.stats.hardest import Hard
from quizapp.stats.leeches import Leech
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.lines import apart, flush, line, text

_NUMBER = 6


class _Row(NamedTuple):
    """A card; `hard` is None of a leech that is not among the hardest, `leech` of a card that is none."""

    card_id: str
    lapses: int
    hard: Hard | None
    leech: Leech | None

    @property
    def standing(self) -> str:
        return "" if self.leech is None else "leech, suspended" if self.leech.suspended else "leech"


@dataclass(frozen=True)
class HardestCards(Chart):
    """The hardest cards, then the leeches that are not among them. `prompts` has what they ask. A point is a card."""

    hardest: tuple[Hard, ...]
    leeches: tuple[Leech, ...]
    prompts: Mapping[str, str]

    TITLE: ClassVar[str] = "Hardest cards"
    ROOM: ClassVar[Room] = Room(52, 112, 3, 10, 10)
    NOTHING: ClassVar[str] = "No card in review has been forgotten."

    def headline(self, width: int) -> Content:
        leeches = f"{len(self.leeches):,} {'leech' if len(self.leeches) == 1 else 'leeches'}"
        lapses = count(self._rows[0].lapses, "lapse")
        if self.leeches:
            return fitting(width, leeches, f"among them, up to {lapses}", "")
        return fitting(width, lapses, "at most")

    @property
    def points(self) -> int:
        return len(self._rows)

    @property
    def first_point(self) -> int:
        return 0

    def tell(self, at: int, width: int) -> Content:
        row = self._rows[at]
        parts = [f"a {row.standing}"] if row.standing else []
        if row.hard is not None:
            parts.insert(0, f"in {count(row.hard.reviews, 'review')}, difficulty {decimal(row.hard.difficulty)}")
        return fitting(width, count(row.lapses, "lapse"), ", ".join(parts), "")

    def draw(self, place: Place) -> list[Content]:
        top = self._top(place)
        return [
            self._row(row, place.width, marked=at == place.at)
            for at, row in enumerate(self._rows[top : top + place.rows], start=top)
        ]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        number = row + self._top(place)
        return number if 0 <= number < self.points else None

    def card_id(self, at: int) -> str | None:
        return self._rows[at].card_id

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
                    self.prompts.get(row.card_id, row.card_id),
                    f"{row.lapses:,}",
                    f"{row.hard.reviews:,}" if row.hard else "",
                    decimal(row.hard.difficulty) if row.hard else "",
                    row.standing,
                )
                for row in self._rows
            ],
        )

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        leeches = {leech.card_id: leech for leech in self.leeches}
        hardest = [_Row(hard.card_id, hard.lapses, hard, leeches.pop(hard.card_id, None)) for hard in self.hardest]
        return *hardest, *(_Row(leech.card_id, leech.lapses, None, leech) for leech in leeches.values())

    @staticmethod
    def _top(place: Place) -> int:
        """Return the first card that is shown: the one under the cursor is in sight."""
        return max((place.at or 0) - place.rows + 1, 0)

    def _row(self, row: _Row, width: int, *, marked: bool) -> Content:
        style = "b $ink" if marked else "$soft"
        right = Content.styled(row.standing, "$muted")
        times = flush(Content.styled(f"{row.lapses:,} ×", style), _NUMBER)
        room = max(width - _NUMBER - right.cell_length - 4, 4)
        return apart(line(times, "  ", text(self.prompts.get(row.card_id, row.card_id), style, room)), right, width)
