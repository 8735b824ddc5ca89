"""What has to be said once: a sentence in place, above the footer, which takes no key and no time limit to read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.tui.lines import paragraph
from quizapp.tui.widgets.drawn import Drawn


class Notice(Drawn):
    """As many rows as its sentences need, none when it has nothing to say."""

    DEFAULT_CSS = """
    Notice { display: none; max-height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sentences: tuple[tuple[str, str], ...] = ()

    def say(self, *sentences: str, wrong: Sequence[str] = ()) -> None:
        """Show these sentences in place of the ones before, first those on what is wrong."""
        self._sentences = (*((f"✗ {sentence}", "$alert") for sentence in wrong), *((s, "$soft") for s in sentences))
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def draw(self, width: int, height: int) -> list[Content]:
        return [row for sentence, style in self._sentences for row in paragraph(sentence, style, width)]

    def _fit(self) -> None:
        width = self.size.width or self.screen.size.width - 4
        self.styles.height = len(self.draw(width, 0))
        self.display = bool(self._sentences)
        self.redraw()
