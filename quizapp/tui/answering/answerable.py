"""What every widget in which a card is answered has in common."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.answering.marking import Said


class Given(Message):
    """An answer is given; an empty one is *I don’t know*."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self.said = said


class Changed(Message):
    """Something else stands in the place, so Enter may do something else."""


class Answerable(Widget):
    """Stands in the answer's place of a card, which asks it how much room it wants and draws what is around it."""

    HAS_EDGES: ClassVar[bool] = False
    """Whether it is a band of one row, with half a row of the band's colour above and below."""
    advice = ""
    """How to use it, for where there is room."""
    beside = ""
    """What stands at the right end of the band, such as a unit."""

    @property
    def said(self) -> Said:
        """Return what stands there now; empty while nothing does."""
        raise NotImplementedError

    @property
    def enters(self) -> str:
        """Return in a few words what Enter does now."""
        return "Check" if self.said else "I don’t know"

    def rows(self, cells: int) -> int:
        """Return how many rows it takes in so many cells, with the edges."""
        return 3

    def below(self, cells: int, rows: int) -> list[Content]:
        """Return what stands below it, in at most so many rows."""
        return []

    def choose(self, place: int) -> None:
        """Take the option or the item there."""

    def enter(self) -> None:
        """Do what Enter does."""
        self.post_message(Given(self.said))
