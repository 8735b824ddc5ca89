"""Answer buttons: the share of each rating, by the phase of the card before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, percent
from quizapp.model import Phase, Rating
from quizapp.stats.buttons import Buttons
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, figure, fitting
from quizapp.tui.lines import BLANK, line

_NAMES = 12
_WIDEST = 14


@dataclass(frozen=True)
class AnswerButtons(Chart):
    """A point is a phase that had an answer."""

    buttons: Buttons

    TITLE: ClassVar[str] = "Answer buttons"
    ROOM: ClassVar[Room] = Room(36, 52, 9, 9, 12)
    NOTHING: ClassVar[str] = "No reviews in these days."

    def headline(self, width: int) -> Content:
        again = sum(counts[0] for counts in self._phases.values())
        total = sum(map(sum, self._phases.values()))
        return figure(percent(again / total), f"Again of {count(total, 'answer')}")

    @property
    def points(self) -> int:
        return len(self._phases)

    @property
    def first_point(self) -> int:
        return list(self._phases).index(Phase.REVIEW) if Phase.REVIEW in self._phases else 0

    def tell(self, at: int, width: int) -> Content:
        phase, counts = list(self._phases.items())[at]
        shares = ", ".join(
            f"{rating.label} {percent(number / sum(counts))}" for rating, number in zip(Rating, counts, strict=True)
        )
        return fitting(width, f"{sum(counts):,} {phase.label}", shares, f"{percent(counts[0] / sum(counts))} Again")

    def draw(self, place: Place) -> list[Content]:
        cells = min((place.width - _NAMES) // 4, _WIDEST)
        rows = [line(" " * _NAMES, (("".join(rating.label.ljust(cells) for rating in Rating)).rstrip(), "$muted"))]
        airy = place.rows >= 1 + 3 * len(self._phases)
        for number, (phase, counts) in enumerate(self._phases.items()):
            marked, total = number == place.at, sum(counts)
            shares = "".join(percent(part / total).ljust(cells) for part in counts)
            bars = "".join(_bar(part / total, cells - 1).ljust(cells) for part in counts)
            rows += [
                line((phase.label.ljust(_NAMES), "b $ink" if marked else "$muted"), (shares, "$soft")),
                line(" " * _NAMES, (bars, "$accent" if marked else "$heat3")),
                *([BLANK] if airy else []),
            ]
        return rows[: place.rows]

    def hit(self, place: Place, column: int, row: int) -> int | None:
        number = (row - 1) // (3 if place.rows >= 1 + 3 * len(self._phases) else 2)
        return number if 0 <= number < self.points else None

    @property
    def table(self) -> Table:
        return Table(
            (Column("phase before", right=False), Column("answers"), *(Column(rating.label) for rating in Rating)),
            [
                (
                    phase.label,
                    f"{sum(counts):,}",
                    *(f"{number:,}  {percent(number / sum(counts)):>5}" for number in counts),
                )
                for phase, counts in self._phases.items()
            ],
        )

    @cached_property
    def _phases(self) -> Buttons:
        return {phase: counts for phase, counts in self.buttons.items() if sum(counts)}


def _bar(share: float, cells: int) -> str:
    return "━" * max(round(share * cells), 1) if share else ""
