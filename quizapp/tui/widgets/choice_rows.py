"""A short list of which one row is marked: a name, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import acting, line, text
from quizapp.tui.widgets.drawn import Drawn


class Row(NamedTuple):
    """A row; `heading` stands above it, where a group begins."""

    name: str
    fact: str
    heading: str = ""


class ChoiceRows(Drawn):
    """Draws ▌ beside the marked row; keeps it in sight where the list is longer than its place.

    As high as its rows, but for what its neighbours need: those stay in sight below a list of any length.
    """

    DEFAULT_CSS = """
    ChoiceRows { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self.marked = 0

    def show(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.marked = min(self.marked, max(len(self._rows) - 1, 0))
        self.styles.max_height = len(self._written(80))
        self.redraw()

    def move(self, steps: int) -> None:
        self.point(self.marked + steps)

    def move_page(self, pages: int) -> None:
        self.move(pages * max(self.size.height - 2, 1))

    def point(self, row: int) -> None:
        """Mark a row; beyond either end the one there."""
        self.marked = min(max(row, 0), max(len(self._rows) - 1, 0))
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        rows = self._written(width)
        if len(rows) <= height:
            return [row for _, row in rows]
        room = max(height - 1, 1)
        marked = next((at for at, (number, _) in enumerate(rows) if number == self.marked), 0)
        top = min(max(marked + 2 - room, 0), len(rows) - room)
        above, below = (
            len([1 for number, _ in part if number is not None]) for part in (rows[:top], rows[top + room :])
        )
        more = "   ".join(f"{beyond:,} more {arrow}" for beyond, arrow in ((above, "↑"), (below, "↓")) if beyond)
        return [*(row for _, row in rows[top : top + room]), Content.styled(f"  {more}", "$muted")]

    async def on_mouse_scroll_down(self) -> None:
        await self.screen.run_action("down")

    async def on_mouse_scroll_up(self) -> None:
        await self.screen.run_action("up")

    def _written(self, width: int) -> list[tuple[int | None, Content]]:
        """Return the lines, each with the number of its row, None for a heading or a blank."""
        facts = max((cells_of(row.fact) for row in self._rows), default=0)
        room = max(width - 7 - facts, width // 3, 10)
        names = min(max((cells_of(row.name) for row in self._rows), default=0), room)
        found: list[tuple[int | None, Content]] = []
        for number, row in enumerate(self._rows):
            if row.heading:
                found += [(None, Content(""))] * bool(found)
                found.append((None, Content.styled(f"  {row.heading}", "$muted")))
            marked = number == self.marked
            name = text(row.name, "b $ink" if marked else "$soft", names)
            fact = text(row.fact, "$soft" if marked else "$muted", max(width - names - 7, 0))
            whole = line(
                ("▌ " if marked else "  ", "$accent"), name.pad_right(max(names - name.cell_length, 0)), "   ", fact
            )
            found.append((number, acting(whole, f"point({number})")))
        return found


def _count(lines: Sequence[tuple[int | None, Content]]) -> int:
    return sum(number is not None for number, _ in lines)
