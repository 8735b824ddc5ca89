"""The card under the cursor, beside a list of cards."""

from __future__ import annotations

from textual.content import Content

from quizapp.search.table import BrowseRow
from quizapp.tui import card_lines
from quizapp.tui.browser import Facts
from quizapp.tui.widgets.drawn import Drawn


class CardPreview(Drawn):
    """Shows as much of what is known of a card as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[BrowseRow, Facts] | None = None

    def show(self, row: BrowseRow, facts: Facts) -> None:
        self._shown = row, facts
        self.redraw()

    def clear(self) -> None:
        self._shown = None
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        return card_lines.preview(*self._shown, width, height) if self._shown else []
