"""The base of every widget here: it draws whole lines, and a click on a part of one takes that part's action."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.lines import ACT

if TYPE_CHECKING:
    from quizapp.tui.screens.page import Page


class Drawn(Widget):
    """Draws lines that fit its size. A subclass gives the lines, and calls `redraw` when they may have changed.

    Lines are laid out by hand: a change moves no neighbour, needs no layout, and paints only the rows that differ,
    so the next card is on the screen within a frame.
    """

    DEFAULT_CSS = """
    Drawn { width: 1fr; }
    """
    ALLOW_SELECT = False
    auto_links: Reactive[bool] = Reactive(False)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Content] = []
        self._drawn_for: Size | None = None

    def key(self, call: str, *, typing: bool = False) -> str:
        """Return the key of the screen's action that does this, to be written beside it; see `Page.key`."""
        return cast("Page", self.screen).key(call, typing=typing)

    def draw(self, width: int, height: int) -> list[Content]:
        """Return at most `height` lines of at most `width` cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew, and repaint the rows that differ from those on the screen."""
        if self._drawn_for is None:
            return
        before, self._lines = self._lines, self.draw(*self._drawn_for)
        for row, (old, new) in enumerate(zip_longest(before, self._lines)):
            if old is None or new is None or not old.is_same(new):
                self.refresh(Region(0, row, self._drawn_for.width, 1))

    def render_line(self, y: int) -> Strip:
        if self._drawn_for != self.size:
            self._drawn_for = self.size
            self._lines = self.draw(*self.size)
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        parts = self._lines[y].render(self.visual_style, end="", parse_style=_style)
        return Strip([Segment(text, style.rich_style) for text, style in parts])

    async def on_click(self, event: events.Click) -> None:
        action = event.style.meta.get(ACT)
        if action:
            event.stop()
            await self.screen.run_action(action)


def _style(style: str | Style) -> Style:
    """Return a style by its words; names of colours are looked up in the theme."""
    return style if isinstance(style, Style) else Style.parse(style)
