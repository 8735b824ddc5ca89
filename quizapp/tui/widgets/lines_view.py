"""Text that is longer than its place: whole lines, scrolled by rows."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content

from quizapp.tui.lines import flush
from quizapp.tui.widgets.drawn import Drawn

Writer = Callable[[int], list[Content]]
"""Returns lines for a width."""


class Lines(Drawn):
    """Shows what a writer writes, from a first row on; says `more ↓` while there is more."""

    DEFAULT_CSS = """
    Lines { height: 1fr; }
    """

    def __init__(self, write: Writer) -> None:
        super().__init__()
        self._write = write
        self._top = 0

    def show(self, write: Writer) -> None:
        """Show what another writer writes, from its top."""
        self._write, self._top = write, 0
        self.redraw()

    def scroll_rows(self, rows: int) -> None:
        self._top = max(self._top + rows, 0)
        self.redraw()

    def scroll_pages(self, pages: int) -> None:
        self.scroll_rows(pages * max(self.size.height - 2, 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.scroll_rows(-1)

    def draw(self, width: int, height: int) -> list[Content]:
        lines = self._write(width)
        if len(lines) <= height:
            self._top = 0
            return lines
        room = height - 1
        self._top = min(self._top, len(lines) - room)
        arrows = "↑" * (self._top > 0) + "↓" * (self._top + room < len(lines))
        return [*lines[self._top : self._top + room], flush(Content.styled(f"more {arrows}", "$muted"), width)]
