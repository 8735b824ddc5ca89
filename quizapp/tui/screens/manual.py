"""The manual: the pages that `quizapp help` prints, one after another."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp import help as manual
from quizapp.tui.actions import MANUAL, bindings
from quizapp.tui.lines import line
from quizapp.tui.markdown import page
from quizapp.tui.screens.page import Sheet
from quizapp.tui.widgets.lines_view import Lines


class ManualScreen(Sheet):
    """Shows one page at a time; left and right turn pages."""

    PLACE = "Manual"
    ACTIONS = MANUAL
    BINDINGS = bindings(MANUAL)
    CSS_PATH = "sheet.tcss"

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topics = manual.topics()
        self._number = self._topics.index(topic) if topic in self._topics else 0
        self.lines = Lines(lambda width: [])

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.lines, id="column"),)

    def on_mount(self) -> None:
        self._turn_to(self._number)

    def action_previous(self) -> None:
        self._turn_to(self._number - 1)

    def action_next(self) -> None:
        self._turn_to(self._number + 1)

    def _turn_to(self, number: int) -> None:
        self._number = number % len(self._topics)
        topic = self._topics[self._number]
        place = line((str(self._number + 1), "$soft"), (f" of {len(self._topics)}", "$muted"))
        self.header.show(Content.styled(manual.title(topic), "$muted"), place)
        self.lines.show(page(manual.read(topic)))
