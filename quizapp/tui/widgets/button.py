"""The one solid button of a screen, two rows high by half blocks, and what stands beside it."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.lines import BLANK, acting, line
from quizapp.tui.widgets.drawn import Drawn


class Button(Drawn):
    """Takes the screen's `take` when it is clicked, as its key does."""

    DEFAULT_CSS = """
    Button { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._label = ""
        self._aside = BLANK

    def show(self, label: str, aside: Content = BLANK) -> None:
        """Show a button of this name, or none for an empty one; `aside` stands right of it."""
        self._label, self._aside = label, aside
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        if not self._label:
            return []
        face = line("   ", (self._label, "b"), f"   {self.key('take')}   ").stylize_before("$ground on $accent")
        edge = face.cell_length
        return [
            acting(Content.styled("▄" * edge, "$accent"), "take"),
            line(acting(face, "take"), "   ", self._aside),
            acting(Content.styled("▀" * edge, "$accent"), "take"),
        ]
