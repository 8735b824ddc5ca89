"""Days in a row, and the last days as squares: `■` studied, `□` not, today last."""

from __future__ import annotations

from textual.content import Content

from quizapp.humanize import count
from quizapp.tui.lines import line
from quizapp.tui.widgets.drawn import Drawn


class Streak(Drawn):
    """Four rows, or three where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._days = self._longest = 0
        self._last: tuple[bool, ...] = ()

    def show(self, days: int, longest: int, last: tuple[bool, ...]) -> None:
        """Show the current and the longest streak, and for the last days, today last, whether they were studied."""
        self._days, self._longest, self._last = days, longest, last
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        if not self._longest:
            return []
        label = Content.styled("Streak", "$muted")
        days = Content.styled(count(self._days, "day"), "b $ink")
        shown = self._last[-(width // 2) :]
        squares = line(*((" " * bool(i) + "□■"[studied], _style(studied)) for i, studied in enumerate(shown)))
        longest = Content.styled(f"longest {count(self._longest, 'day')}", "$muted")
        if height < 4:
            return [line(label, "  ", days), squares, longest]
        return [label, days, squares, longest]


def _style(studied: bool) -> str:
    return "$heat3" if studied else "$muted"
