"""A sheet: a page of lines over another screen, such as its keys or the whole source of a card."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Vertical
from textual.widget import Widget

from quizapp.tui.actions import SHEET, bindings
from quizapp.tui.screens.page import Sheet
from quizapp.tui.widgets.lines_view import Lines, Writer


class SheetScreen(Sheet):
    """Shows what a writer writes under a title; the screen below waits as it was."""

    ACTIONS = SHEET
    BINDINGS = bindings(SHEET)
    CSS_PATH = "sheet.tcss"

    def __init__(self, title: str, write: Writer) -> None:
        self._title = title
        super().__init__()
        self.lines = Lines(write)

    @property
    def place(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.lines, id="column"),)
