"""What else can be done from here: a key, what it is called, what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import acting, line, text
from quizapp.tui.widgets.drawn import Drawn


class Offer(NamedTuple):
    """One line of the list; `call` is the screen's action, whose key stands before it."""

    word: str
    does: str
    call: str


class Offers(Drawn):
    """One row an offer, in three columns."""

    DEFAULT_CSS = """
    Offers { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        self._offers = tuple(offers)
        self.styles.height = len(self._offers)
        self.display = bool(self._offers)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        names = [self.key(offer.call) for offer in self._offers]
        keys = max(map(cells_of, names), default=0) + 2
        words = max((cells_of(offer.word) for offer in self._offers), default=0) + 2
        return [
            acting(
                line(
                    (name.ljust(keys), "b $soft"),
                    (offer.word.ljust(words), "$soft"),
                    text(offer.does, "$muted", max(width - keys - words, 0)),
                ),
                offer.call,
            )
            for offer, name in zip(self._offers, names, strict=True)
        ]
