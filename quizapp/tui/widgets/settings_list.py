"""Settings one below another: what each is for, its value, and its default where it has another value."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content

from quizapp.config import Settings
from quizapp.config.table import Setting
from quizapp.tui.actions import key_name
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import acting, flush, line, pad, text
from quizapp.tui.widgets.drawn import Drawn

Item = Setting | str
"""A setting, or a heading above some."""

_GUTTER = 2
_BETWEEN = 3
_VALUE = 24
"""Cells that values have at least."""


def value_words(setting: Setting, value: object) -> str:
    """Return a value as the screen writes it; keys by the names that footers give them."""
    shown = setting.form.show(value)
    return "  ".join(key_name(key) for key in shown.split(",")) if setting.path[0] == "keys" else shown


class SettingsList(Drawn):
    """One of the settings is marked; the list scrolls so that it stays in sight, with the heading above it."""

    DEFAULT_CSS = """
    SettingsList { height: 1fr; }
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._items: tuple[Item, ...] = ()
        self._marked = self._first = self._room = 0

    @property
    def marked(self) -> Setting | None:
        item = self._items[self._marked] if self._items else None
        return item if isinstance(item, Setting) else None

    def show(self, items: Sequence[Item]) -> None:
        """Show these, from their top."""
        self._items, self._first = tuple(items), 0
        self._marked = next((n for n, item in enumerate(items) if isinstance(item, Setting)), 0)
        self.redraw()

    def take(self, settings: Settings) -> None:
        """Show the values of these settings."""
        self._settings = settings
        self.redraw()

    def mark(self, row: int) -> None:
        if 0 <= row < len(self._items) and isinstance(self._items[row], Setting):
            self._marked = row
            self.redraw()

    def move(self, steps: int) -> None:
        """Mark a setting further down, or up below 0."""
        rows = [row for row, item in enumerate(self._items) if isinstance(item, Setting)]
        if rows:
            self.mark(rows[min(max(rows.index(self._marked) + steps, 0), len(rows) - 1)])

    def move_page(self, pages: int) -> None:
        self.move(pages * max(self._room - 2, 1))

    def draw(self, width: int, height: int) -> list[Content]:
        labels = [item.means for item in self._items if isinstance(item, Setting)]
        cells = width - _GUTTER
        label = min(max(map(cells_of, labels), default=0), cells - _VALUE - _BETWEEN)
        first, last = self._window(height)
        rows = [self._row(number, label, cells) for number in range(first, last)]
        if last - first == len(self._items):
            return rows
        arrows = "↑" * (first > 0) + "↓" * (last < len(self._items))
        return [*rows, flush(Content.styled(f"more {arrows}", "$muted"), width)]

    def _window(self, height: int) -> tuple[int, int]:
        """Return which items are in sight, half-open; a row is left for how many there are beyond."""
        number = len(self._items)
        self._room = height if number <= height else max(height - 1, 1)
        above = self._marked - (self._marked > 0 and isinstance(self._items[self._marked - 1], str))
        lowest = max(self._marked - self._room + 1, 0)
        self._first = min(max(self._first, lowest), above, max(number - self._room, 0))
        return self._first, min(self._first + self._room, number)

    def _row(self, number: int, label: int, cells: int) -> Content:
        item = self._items[number]
        if isinstance(item, str):
            return line("  ", text(item, "b $soft", cells))
        marked = number == self._marked
        value = value_words(item, item.get(self._settings))
        changed = not item.is_default(self._settings)
        means = pad(text(item.means, "b $ink" if marked else "$soft", label), label + _BETWEEN)
        room = cells - label - _BETWEEN
        shown = text(value, "b $ink" if marked else "$ink" if changed else "$soft", room)
        default = line(_BETWEEN * " ", ("default ", "$muted"), (value_words(item, item.default), "$muted"))
        if changed and shown.cell_length + default.cell_length <= room:
            shown = line(shown, default)
        return acting(pad(line(("▌ " if marked else "  ", "$accent"), means, shown), cells), f"mark({number})")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.move(-1)
