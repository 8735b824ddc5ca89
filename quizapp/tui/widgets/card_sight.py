"""The cards of a note that is being written, as they will be studied."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.model import Card
from quizapp.tui.card_lines import as_studied
from quizapp.tui.lines import paragraph
from quizapp.tui.widgets.lines_view import Lines

_MOST = 2_000
"""Characters of one text that are shown: more of them fit on no screen, and would hold the next key up."""


class CardSight(Lines):
    """Follows what is typed; stays scrolled where it is."""

    DEFAULT_CSS = """
    CardSight { background: $card; }
    """

    def __init__(self) -> None:
        super().__init__(_nothing)

    def follow(self, cards: Sequence[Card]) -> None:
        self._write = as_studied([_short(card) for card in cards]) if cards else _nothing
        self.redraw()


def _nothing(width: int) -> list[Content]:
    return paragraph("Your card shows here as you write it.", "$muted", width)


def _short(card: Card) -> Card:
    if max(map(len, (card.prompt, card.answer, card.explain, card.hint))) <= _MOST:
        return card
    gaps = tuple(gap for gap in card.gaps if gap[1] <= _MOST)
    prompt, answer, explain, hint = (text[:_MOST] for text in (card.prompt, card.answer, card.explain, card.hint))
    return card._replace(prompt=prompt, answer=answer, explain=explain, hint=hint, gaps=gaps)
