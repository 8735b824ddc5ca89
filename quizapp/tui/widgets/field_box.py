"""A field of the note form with its label: above it, or beside it where rows are few."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from quizapp.authoring.blanks import Blank, Shape
from quizapp.tui.widgets.drawn import Drawn
from quizapp.tui.widgets.note_field import NoteField
from quizapp.tui.widgets.truth_field import TruthField

_ASKS: Final = {
    "cloze": "What is {{hidden}} stands in braces",
    "choices": "One wrong option on each line",
    "items": "One item on each line",
    "accept": "Other wordings, one on each line",
    "tags": "One on each line",
    "unit": "billion dollars, km, °C",
    "within": "2, or 5 %",
    "last": "The option that always stands last",
}
"""What an empty field says of itself, where its label does not say enough."""


class FieldBox(Container):
    """The label is bold while its field has the focus."""

    DEFAULT_CSS = """
    FieldBox { height: auto; margin: 0 0 1 0; layout: vertical; }
    FieldBox > _Label { height: 1; }
    """

    def __init__(self, blank: Blank) -> None:
        super().__init__()
        self.blank_key = blank.key
        self.label = _Label(blank.label)
        if blank.shape is Shape.TRUTH:
            self.field: NoteField | TruthField = TruthField(blank.key)
        else:
            self.field = NoteField(blank.key, one_line=blank.shape is Shape.LINE, asks=_ASKS.get(blank.key, ""))

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.field

    def rename(self, blank: Blank) -> None:
        """Ask for the same key as another kind does."""
        self.label.rename(blank.label)

    def on_descendant_focus(self) -> None:
        self.label.light(True)
        self.scroll_visible(animate=False)  # the label too, not the field alone

    def on_descendant_blur(self) -> None:
        self.label.light(False)


class _Label(Drawn):
    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._lit = words, False

    def rename(self, words: str) -> None:
        self._words = words
        self.redraw()

    def light(self, lit: bool) -> None:
        self._lit = lit
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        return [Content.styled(self._words, "b $ink" if self._lit else "$muted")]
