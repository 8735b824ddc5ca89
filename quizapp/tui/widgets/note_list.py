"""The notes of a deck in their order: what each asks, and which is at hand, marked, or not saved yet."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.tui.lines import BLANK, acting, apart, line, text
from quizapp.tui.widgets.drawn import Drawn
from quizapp.tui.workbench import Line, shown

_GUTTER = 2
_WHEEL = 3
_WHERE = 10


class NoteList(Drawn):
    """`▌` stands beside the cursor's note, `■` beside the one that is marked for a merge. Only what fits is drawn."""

    DEFAULT_CSS = """
    NoteList { height: 1fr; }
    """

    class Pressed(Message):
        """A note was clicked on."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: Sequence[Line] = ()
        self._problems: dict[int, int] = {}
        self._top = 0
        self._active = False
        self.cursor = 0
        self.marked: int | None = None

    @property
    def line(self) -> Line | None:
        """Return the note under the cursor, None when there is none."""
        return self._notes[self.cursor] if self._notes else None

    def show(self, lines: Sequence[Line], problems: dict[int, int]) -> None:
        """Show these notes, and how many problems each has; the cursor stays on its note where that is still there."""
        at = self.line
        self._notes, self._problems = lines, problems
        keys = [each.key for each in lines]
        if at is not None and at.key in keys:
            self.cursor = keys.index(at.key)
        self.cursor = max(min(self.cursor, len(lines) - 1), 0)
        if self.marked not in keys:
            self.marked = None
        self.redraw()

    def set_active(self, active: bool) -> None:
        self._active = active
        self.redraw()

    def go_to(self, key: int) -> None:
        """Put the cursor on a note."""
        self.point(next((row for row, each in enumerate(self._notes) if each.key == key), self.cursor))

    def point(self, row: int) -> None:
        self.cursor = max(min(row, len(self._notes) - 1), 0)
        self.redraw()

    def move(self, rows: int) -> None:
        self.point(self.cursor + rows)

    def move_page(self, pages: int) -> None:
        self.move(pages * max(self.size.height - 4, 1))

    def mark(self) -> None:
        """Mark the cursor's note, or take its mark away."""
        at = self.line
        if at is not None:
            self.marked = None if self.marked == at.key else at.key
            self.redraw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.move(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.move(-_WHEEL)

    def draw(self, width: int, height: int) -> list[Content]:
        if not self._notes:
            return [_gutter(Content.styled("Notes", "$muted")), BLANK, _gutter(Content.styled("No note yet.", "$soft"))]
        room = max(height - 2, 1)
        overflows = len(self._notes) > room
        room -= overflows
        self._top = max(min(self._top, self.cursor, len(self._notes) - room), self.cursor - room + 1, 0)
        rows = range(self._top, min(self._top + room, len(self._notes)))
        shown = [self._row(row, width) for row in rows]
        if overflows:
            beyond = ((rows.start, "↑"), (len(self._notes) - rows.stop, "↓"))
            more = "   ".join(f"{count:,} more {arrow}" for count, arrow in beyond if count)
            shown.append(_gutter(Content.styled(more, "$muted")))
        return [_gutter(Content.styled("Notes", "$muted")), BLANK, *shown]

    def _row(self, row: int, width: int) -> Content:
        each = self._notes[row]
        pointed = row == self.cursor and self._active
        number = Content.styled(str(row + 1).rjust(len(str(len(self._notes)))), "b $ink" if pointed else "$muted")
        mark = line(("■ ", "$accent")) if each.key == self.marked else line("  ")
        left, right = line(number, " ", mark), self._standing(each)
        room = width - _GUTTER - left.cell_length - right.cell_length - 2 * bool(right)
        style = "b $ink" if pointed else "$soft"
        said = text(shown(each.fields) or "…", style, max(room, 1))
        return acting(_gutter(apart(line(left, said), right, width - _GUTTER), pointed), f"note({row})")

    def _standing(self, each: Line) -> Content:
        """Return what stands right of a note: that it is not saved, its problems, or its paragraph."""
        if each.unsaved:
            return line(("not saved", "$accent"))
        if self._problems.get(each.key):
            return line((f"✗ {self._problems[each.key]}", "$alert"))
        named = str(each.fields.get("where", "")).rpartition("¶")
        return text(f"¶ {named[2].strip()}", "$muted", _WHERE) if named[1] else BLANK


def _gutter(content: Content, pointed: bool = False) -> Content:
    return line(("▌ ", "$accent") if pointed else "  ", content)
