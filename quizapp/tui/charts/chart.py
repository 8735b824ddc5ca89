"""What every plot can do: say its one figure, draw itself into a place, tell a point in words, and write its table.

A plot is made of figures and knows no screen. What it draws at 80 columns and at 200 comes from the same functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content

from quizapp.tui.lines import line

NOTHING = "Nothing to show yet."


class Place(NamedTuple):
    """Where a plot is drawn: cells, rows, and the point under the cursor, None while the cursor is elsewhere.

    `plain` asks for glyphs in place of shades: the terminal has no colours, or too few.
    """

    width: int
    rows: int
    at: int | None = None
    plain: bool = False


class Room(NamedTuple):
    """The room that a plot takes: cells it needs and can use, rows it needs, wants and can use."""

    least_width: int
    most_width: int
    least_rows: int
    rows: int
    most_rows: int


class Column(NamedTuple):
    """A column of a table. Of those that give way the widest is cut first where the table is too wide."""

    heading: str
    right: bool = True
    gives_way: bool = False


class Table(NamedTuple):
    """The same figures as a plot, in words."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


class Chart:
    """A plot. Its points are numbered from 0; without one there is nothing to draw."""

    TITLE: ClassVar[str]
    ROOM: ClassVar[Room]
    NOTHING: ClassVar[str] = NOTHING
    TELLS_BELOW: ClassVar[bool] = False
    """Whether the plot itself tells its point in words; else the words take the place of the headline."""

    def headline(self, width: int) -> Content:
        """Return the one figure that matters most, with as much of what it counts as fits."""
        raise NotImplementedError

    @property
    def points(self) -> int:
        raise NotImplementedError

    @property
    def first_point(self) -> int:
        """Return where the cursor stands at first."""
        return self.points - 1

    def tell(self, at: int, width: int) -> Content:
        """Return the values of a point in words, the figure first, as many of them as fit."""
        raise NotImplementedError

    def moved(self, at: int, columns: int, rows: int) -> int:
        """Return the point that lies so many columns and rows from another, or the last one that way."""
        return min(max(at + columns + rows, 0), self.points - 1)

    def draw(self, place: Place) -> list[Content]:
        """Return at most as many rows as the place has, none wider than it."""
        raise NotImplementedError

    def hit(self, place: Place, column: int, row: int) -> int | None:
        """Return the point that is drawn at a cell of the place."""
        return None

    def card_id(self, at: int) -> str | None:
        """Return the card that a point stands for, where it stands for one."""
        return None

    @property
    def table(self) -> Table:
        raise NotImplementedError


def figure(value: str, words: str = "") -> Content:
    """Return a figure in bold with what it counts."""
    return line((value, "b $ink"), (f" {words}" if words else "", "$muted"))


def fitting(width: int, value: str, *words: str) -> Content:
    """Return a figure with the first of these words that fit beside it, the last at any rate."""
    figures = [figure(value, each) for each in words]
    return next((each for each in figures if each.cell_length <= width), figures[-1])
