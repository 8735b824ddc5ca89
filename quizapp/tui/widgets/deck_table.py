"""The decks with what today holds of each; `▌` in the gutter stands beside the marked one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size

from quizapp.tui.lines import BLANK, acting, apart, flush, line, text
from quizapp.tui.widgets.drawn import Drawn

GUTTER = 2
_TWO_LINES_UP_TO = 8
_COLUMNS = (("New", 3), ("Learning", 11), ("Due", 7), ("Recall", 10))
_COUNTS = sum(cells for _, cells in _COLUMNS[:3])


class DeckRow(NamedTuple):
    """One deck as the table shows it. `waits` is said instead of three zeros when the deck holds nothing today."""

    title: str
    about: str
    new: int
    learning: int
    due: int
    recall: str
    waits: str

    @property
    def total(self) -> int:
        return self.new + self.learning + self.due


class DeckTable(Drawn):
    """A heading and the decks; scrolls so that the marked deck stays in sight. Its gutter lies left of the text."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DeckRow, ...] = ()
        self._first = 0
        self.marked: int | None = None
        self.roomy = self.overflows = False

    def show(self, rows: Sequence[DeckRow], *, marks: bool) -> None:
        """Show these decks; with `marks` one of them is marked, the one marked before if it is still there."""
        self._rows = tuple(rows)
        self.marked = min(self.marked or 0, len(rows) - 1) if marks and rows else None
        self.refresh(layout=True)
        self.redraw()

    def mark(self, index: int) -> None:
        """Mark a deck, where one is marked at all."""
        if self.marked is not None:
            self.marked = min(max(index, 0), len(self._rows) - 1)
            self.redraw()

    def move(self, rows: int) -> None:
        """Mark a deck further down (or up, below 0); where none is marked, scroll."""
        if self.marked is not None:
            self.mark(self.marked + rows)
        elif self.overflows:
            self._first = max(self._first + rows, 0)
            self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        number = len(self._rows)
        return 1 + (3 * number if self._two_lines else number + self.roomy)

    @property
    def _two_lines(self) -> bool:
        return self.roomy and len(self._rows) <= _TWO_LINES_UP_TO

    def draw(self, width: int, height: int) -> list[Content]:
        if not self._rows:
            return []
        airy = self._two_lines and 1 + 3 * len(self._rows) <= height
        heading = [_gutter(self._heading(width - GUTTER))]
        if airy:
            blocks = [self._block(index, width) for index in range(len(self._rows))]
            return heading + [row for block in blocks for row in (BLANK, *block)]
        if self.roomy:
            heading.append(BLANK)
        return heading + self._window(width, height - len(heading))

    def _window(self, width: int, height: int) -> list[Content]:
        """Return one row a deck, as many as fit, and how many there are beyond."""
        self.overflows = len(self._rows) > height
        if not self.overflows:
            self._first = 0
            return [self._block(index, width)[0] for index in range(len(self._rows))]
        shown = max(height - 1, 1)
        marked = self.marked if self.marked is not None else self._first
        self._first = min(max(self._first, marked - shown + 1), marked, len(self._rows) - shown)
        last = self._first + shown
        beyond = ((self._first, "↑"), (len(self._rows) - last, "↓"))
        more = "   ".join(f"{number} more {arrow}" for number, arrow in beyond if number)
        rows = [self._block(index, width)[0] for index in range(self._first, last)]
        return [*rows, _gutter(Content.styled(more, "$muted"))]

    def _heading(self, width: int) -> Content:
        columns = line(*((name.rjust(cells), "$muted") for name, cells in _COLUMNS))
        return apart(Content.styled("Deck", "$muted"), columns, width)

    def _block(self, index: int, width: int) -> list[Content]:
        """Return the two rows of a deck."""
        row, marked = self._rows[index], index == self.marked
        cells = width - GUTTER
        counts = self._counts(row)
        recall = flush(Content.styled(row.recall, "$muted" if row.recall != "·" else "$faint"), _COLUMNS[3][1])
        right = counts + recall
        title = text(row.title, "b $ink" if marked else "$ink", max(cells - right.cell_length - 2, 0))
        rows = [apart(title, right, cells), text(row.about, "$muted", cells)]
        return [acting(_gutter(content, marked), f"mark({index})") for content in rows]

    def _counts(self, row: DeckRow) -> Content:
        if not row.total and row.waits:
            return Content.styled(row.waits.rjust(_COUNTS), "$muted")
        numbers = zip((row.new, row.learning, row.due), _COLUMNS, strict=False)
        return line(*(flush(_number(number), cells) for number, (_, cells) in numbers))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.move(-1)


def _number(number: int) -> Content:
    return Content.styled(str(number), "$ink") if number else Content.styled("·", "$faint")


def _gutter(content: Content, marked: bool = False) -> Content:
    return line(("▌ ", "$accent") if marked else "  ", content)
