"""What saving changes in the deck file, to be looked at before it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.humanize import count
from quizapp.text import clean
from quizapp.tui.actions import STUDIO_DIFF, bindings
from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.screens.page import Sheet
from quizapp.tui.widgets.lines_view import Lines


class StudioDiffScreen(Sheet):
    """Shows a unified diff; `write` is called when it is agreed to."""

    PLACE = "Save"
    ACTIONS = STUDIO_DIFF
    BINDINGS = bindings(STUDIO_DIFF)
    CSS_PATH = "sheet.tcss"
    MANUAL = "studio"

    def __init__(
        self, file: str, diff: str, counts: dict[str, int], write: Callable[[], None], *, is_new: bool = False
    ) -> None:
        super().__init__()
        self._is_new = is_new
        self._file, self._diff, self._counts, self._on_write = file, diff, counts, write
        self.lines = Lines(self._written)

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.lines, id="column"),)

    def on_mount(self) -> None:
        said = [f"{number:,} {what}" for what, number in self._counts.items() if number]
        self.header.show(Content.styled(", ".join(said) or "another order", "$muted"))

    def action_write(self) -> None:
        self.dismiss()
        self._on_write()

    def _written(self, width: int) -> list[Content]:
        added, taken = (sum(1 for row in self._diff.split("\n")[2:] if row.startswith(sign)) for sign in ("+", "-"))
        what = f"{count(added, 'line')} added, {taken:,} taken out; all else stays as it is."
        if self._is_new:
            what = "A new file."
        head = [*paragraph(self._file, "b $ink", width), *paragraph(what, "$muted", width), BLANK]
        rows = [row for said in clean(self._diff).split("\n")[2:] for row in _row(said, width)]
        return [*head, *rows]


def _row(said: str, width: int) -> list[Content]:
    """Return a line of the diff: its sign tells it, colour besides; a long one goes on below its text."""
    if said.startswith("@@"):
        return [Content.styled("─" * width, "$rule")]
    if not said:
        return [BLANK]
    sign, text = said[0], said[1:]
    style = {"+": "$accent", "-": "$alert"}.get(sign, "$muted")
    rows = paragraph(text, style, max(width - 2, 2)) or [BLANK]
    return [line((f"{sign} ", style), row) if number == 0 else line("  ", row) for number, row in enumerate(rows)]
