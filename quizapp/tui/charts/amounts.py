"""Reviews by tag and by kind of note: bars, the most answered first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, duration, percent
from quizapp.stats.activity import Amount
from quizapp.text import clean_line
from quizapp.tui.cells import crop
from quizapp.tui.charts.bars import bars
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting

_NAME_CELLS = 20
"""Of a name beside a figure; the words at the cursor and the table have more of it."""


@dataclass(frozen=True)
class _Amounts(Chart):
    """Names with what was done under them, and how many reviews there were in all. A point is a name.

    Where not all names fit, those up to the one under the cursor are shown.
    """

    amounts: tuple[tuple[str, Amount], ...]
    total: int

    NAMED: ClassVar[str]
    NOTHING: ClassVar[str] = "No reviews in these days."

    def headline(self, width: int) -> Content:
        name, most = self.amounts[0]
        share = self._share(most)
        return fitting(width, self._beside(name), f"most often, {share} of reviews", f"most often, {share}", "")

    @property
    def points(self) -> int:
        return len(self.amounts)

    @property
    def first_point(self) -> int:
        return 0

    def tell(self, at: int, width: int) -> Content:
        name, amount = self.amounts[at]
        named, taken = clean_line(name), f", {duration(amount.ms)}"
        share = f", {self._share(amount)} of all"
        return fitting(width, count(amount.reviews, "review"), named + taken + share, named + taken, named)

    def draw(self, place: Place) -> list[Content]:
        top = self._top(place)
        shown = self.amounts[top : top + place.rows]
        at = None if place.at is None else place.at - top
        return bars([(self._beside(name), amount.reviews) for name, amount in shown], place._replace(at=at))

    def hit(self, place: Place, column: int, row: int) -> int | None:
        number = row + self._top(place)
        return number if 0 <= row < place.rows and number < self.points else None

    @property
    def table(self) -> Table:
        return Table(
            (Column(self.NAMED, right=False, gives_way=True), Column("reviews"), Column("share"), Column("time")),
            [
                (name, f"{amount.reviews:,}", self._share(amount), duration(amount.ms))
                for name, amount in self.amounts
            ],
        )

    def _share(self, amount: Amount) -> str:
        return percent(amount.reviews / max(self.total, 1))

    @staticmethod
    def _beside(name: str) -> str:
        """Return a name as it stands beside a figure."""
        return crop(clean_line(name), _NAME_CELLS)

    @staticmethod
    def _top(place: Place) -> int:
        """Return the first name that is shown: the one under the cursor is in sight."""
        return max((place.at or 0) - place.rows + 1, 0)


class ReviewsByTag(_Amounts):
    """A review of a card with several tags counts for each of them."""

    TITLE: ClassVar[str] = "Tags"
    ROOM: ClassVar[Room] = Room(40, 62, 4, 6, 8)
    NAMED: ClassVar[str] = "tag"


class ReviewsByKind(_Amounts):
    """Reviews by the kind of the note that was asked."""

    TITLE: ClassVar[str] = "Kinds of notes"
    ROOM: ClassVar[Room] = Room(36, 46, 4, 6, 6)
    NAMED: ClassVar[str] = "kind"
