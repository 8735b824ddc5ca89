"""A list of any length in which one row is marked; only the rows in sight are written."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from quizapp.tui.lines import acting, line
from quizapp.tui.widgets.drawn import Drawn

Row = Callable[[int, bool, int], Content]
"""Returns a row, by its number, whether it is marked, and the cells it may take."""

_GUTTER = 2


class PickList(Drawn):
    """Draws ▌ beside the marked row; below, how many rows there are where not all are in sight."""

    DEFAULT_CSS = """
    PickList { height: 1fr; }
    """

    def __init__(self, rows: int, write: Row, marked: int = 0) -> None:
        super().__init__()
        self.rows = rows
        self.marked = marked
        self._write = write
        self._top = 0

    def move(self, steps: int) -> None:
        self.point(self.marked + steps)

    def move_page(self, pages: int) -> None:
        self.move(pages * max(self.size.height - 2, 1))

    def point(self, row: int) -> None:
        """Mark a row; beyond either end the one there."""
        self.marked = min(max(row, 0), max(self.rows - 1, 0))
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        room = height if self.rows <= height else max(height - 1, 1)
        self._top = min(max(self._top, self.marked - room + 1), self.marked, max(self.rows - room, 0))
        lines = [self._row(number, width) for number in range(self._top, min(self._top + room, self.rows))]
        if room < self.rows:
            arrows = " ".join("↑" * (self._top > 0) + "↓" * (self._top + room < self.rows))
            lines.append(Content.styled(f"  {self.marked + 1:,} of {self.rows:,}   {arrows}", "$muted"))
        return lines

    async def on_mouse_scroll_down(self) -> None:
        self.move(1)

    async def on_mouse_scroll_up(self) -> None:
        self.move(-1)

    def _row(self, number: int, width: int) -> Content:
        marked = number == self.marked
        gutter = ("▌ ", "$accent") if marked else "  "
        return acting(line(gutter, self._write(number, marked, width - _GUTTER)), f"point({number})")
