"""A sheet with a list of which one row is taken: a deck, a tag, a way to take progress away, an answer of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.text import clean_line
from quizapp.tui.actions import PICK, bindings
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import line, pad, text
from quizapp.tui.screens.page import Sheet
from quizapp.tui.widgets.pick_list import PickList, Row


class PickScreen(Sheet):
    """Calls `taken` with the number of the row that was taken; `stays` leaves the list where it is then."""

    ACTIONS = PICK
    BINDINGS = bindings(PICK)
    CSS_PATH = "pick.tcss"
    MANUAL = "stats"

    def __init__(
        self, title: str, rows: int, write: Row, taken: Callable[[int], None], *, marked: int = 0, stays: bool = False
    ) -> None:
        self._title, self._taken, self._stays = title, taken, stays
        super().__init__()
        self.list = PickList(rows, write, marked)

    @property
    def place(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.list, id="picks"),)

    def can(self, action: str) -> bool:
        return action == "close" or self.list.rows > 0

    def action_up(self) -> None:
        self.list.move(-1)

    def action_down(self) -> None:
        self.list.move(1)

    def action_page_up(self) -> None:
        self.list.move_page(-1)

    def action_page_down(self) -> None:
        self.list.move_page(1)

    def action_first(self) -> None:
        self.list.point(0)

    def action_last(self) -> None:
        self.list.point(self.list.rows - 1)

    def action_point(self, row: int) -> None:
        """Mark a row; a click on the marked one takes it."""
        if row == self.list.marked:
            self.action_take()
        else:
            self.list.point(row)

    def action_take(self) -> None:
        taken = self.list.marked
        if not self._stays:
            self.dismiss()
        self._taken(taken)


def named(rows: Sequence[tuple[str, str]]) -> Row:
    """Return what writes rows of a name, and of what is to be known of it."""

    def write(number: int, marked: bool, width: int) -> Content:
        name, fact = rows[number]
        room = min(max(cells_of(clean_line(each)) for each, _ in rows), width * 2 // 3)
        left = pad(text(name, "b $ink" if marked else "$soft", room), room)
        return line(left, "   ", text(fact, "$soft" if marked else "$muted", max(width - room - 3, 0)))

    return write
