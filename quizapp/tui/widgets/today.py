"""What today holds: one large number with three lines beside it, or the lines alone."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.tui.lines import BLANK, line
from quizapp.tui.widgets.digits import digits
from quizapp.tui.widgets.drawn import Drawn

STYLES = ("b $ink", "$soft", "$muted")
"""How the three lines weigh."""


class Today(Drawn):
    """Three rows."""

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._words: tuple[Content, ...] = ()

    def show(self, *lines: str, number: int | str = "") -> None:
        """Show up to three lines, the first one heaviest, beside a number (or a time) or alone."""
        styled = zip(lines, STYLES, strict=False)
        self._number, self._words = str(number), tuple(Content.styled(text, style) for text, style in styled)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        if not self._number:
            return list(self._words)
        rows: Sequence[Content] = (*self._words, *[BLANK] * (3 - len(self._words)))
        return [line((strokes, "$accent"), "  ", row) for strokes, row in zip(digits(self._number), rows, strict=True)]
