"""The cards of a note as they will be studied; nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.model import Card, Deck, Phase
from quizapp.study.scope import Progress
from quizapp.tui.actions import STUDIO_TRY, bindings
from quizapp.tui.lines import line
from quizapp.tui.screens.page import Sheet
from quizapp.tui.sitting import Asked
from quizapp.tui.widgets.card import CardView
from quizapp.tui.widgets.ratings import Ratings


class StudioTryScreen(Sheet):
    """One card after another: its question, then its answer, then back to the note."""

    PLACE = "Try it"
    ACTIONS = STUDIO_TRY
    BINDINGS = bindings(STUDIO_TRY)
    CSS_PATH = "studio_try.tcss"
    MANUAL = "studio"

    def __init__(self, cards: Sequence[Card], deck: Deck) -> None:
        super().__init__()
        self.card, self.bar = CardView(), Ratings()
        self._cards, self._deck = cards, deck
        self._at = 0

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.card, self.bar, id="desk"),)

    def on_mount(self) -> None:
        self._show()

    def action_take(self) -> None:
        if not self.card.revealed:
            self.card.reveal()
            self._offer()
        elif self._at + 1 < len(self._cards):
            self._at += 1
            self._show()
        else:
            self.dismiss()

    def action_hint(self) -> None:
        self.card.hint()

    def action_page_up(self) -> None:
        self.card.scroll_pages(-1)

    def action_page_down(self) -> None:
        self.card.scroll_pages(1)

    def _show(self) -> None:
        card = self._cards[self._at]
        progress = Progress(self._at, len(self._cards), 0)
        self.card.show(Asked(card, self._deck, Phase.NEW, False, {}, None, progress, aside="Try it"))
        self.header.show(
            line((f"{self._at + 1}", "$soft"), (f" of {len(self._cards)}", "$muted")),
            Content.styled("nothing is counted", "$muted"),
            done=self._at / len(self._cards),
        )
        self._offer()

    def _offer(self) -> None:
        last = self._at + 1 == len(self._cards)
        label = "Show answer" if not self.card.revealed else "Back to the note" if last else "Next card"
        self.bar.offer(label, self.key("take"))
