"""A field of the note form: text that grows as it is typed, with what is wrong in it underlined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar, Final, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from quizapp.deckfile.nodes import MAX_TEXT
from quizapp.text import clean, clean_line

LONGEST: Final = MAX_TEXT
"""Characters that a field takes, for a deck file takes no more: a paste beyond that is cut, and said to be."""

_OURS: Final = ("f6", "f7")
"""Keys of Textual's text area that the screens use for something else."""

_KEYS: Final = [key for key in TextArea.BINDINGS if isinstance(key, Binding) and key.key not in _OURS]


class Marked(NamedTuple):
    """The characters `start` up to `end` of a field, which a check complains about."""

    start: int
    end: int


class NoteField(TextArea, inherit_bindings=False):
    """Takes several lines, or with `one_line` one; there Enter goes to the next field.

    What is pasted is cleaned. Undo and redo work within the field, also of what `write` puts there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        b for b in TextArea.BINDINGS if isinstance(b, Binding) and b.key not in _OURS
    ]
    DEFAULT_CSS = """
    NoteField, NoteField:focus {
        height: auto;
        min-height: 1;
        max-height: 8;
        border: none;
        padding: 0 1 0 2;
        background: $lift;
        background-tint: $lift 0%;
        color: $ink;
        scrollbar-size-vertical: 1;
        scrollbar-background: $lift;
        scrollbar-background-hover: $lift;
        scrollbar-background-active: $lift;
        & .text-area--placeholder { color: $muted; }
        & .text-area--selection { background: $accent; color: $ground; }
    }
    NoteField:focus { border-left: outer $accent; padding: 0 1 0 1; }
    NoteField:dark .text-area--cursor, NoteField:light .text-area--cursor { background: $accent; color: $ground; }
    """

    class Refused(Message):
        """Part of what was pasted was not taken; a sentence says why."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, key: str, *, one_line: bool = False, asks: str = "") -> None:
        super().__init__(highlight_cursor_line=False, placeholder=Content(asks))
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.blank_key = key
        self._one_line = one_line
        self._marked: tuple[Marked, ...] = ()
        self._snippets: tuple[str, ...] = ()
        self._by_row: dict[int, list[Marked]] = {}

    def fill(self, text: str) -> None:
        """Show a text that is there from the beginning: undo does not go behind it."""
        if text != self.text:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def write(self, text: str) -> None:
        """Put another text in; undo brings the one before back."""
        if text != self.text:
            self.history.checkpoint()
            self.replace(text, self.document.start, self.document.end, maintain_selection_offset=False)
            self.move_cursor(self.document.end)
            self.history.checkpoint()

    def mark(self, marked: Iterable[Marked]) -> None:
        """Underline these parts, and no others."""
        marked = tuple(marked)
        if marked != self._marked:
            text = self.text
            self._marked = marked
            self._snippets = tuple(text[mark.start : mark.end] for mark in marked)
            self._place_marks(text)
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        for start, end in self._by_row.get(line_index, ()):
            line.stylize(Style(underline=True), start, end)
        return line

    def go_to(self, offset: int) -> None:
        """Put the cursor at a character of the text."""
        before = self.text[:offset]
        self.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))

    def on_text_area_changed(self) -> None:
        """Let marks move with their words while the next check is under way; of words that changed they go."""
        if not self._marked:
            return
        text, kept = self.text, []
        for mark, snippet in zip(self._marked, self._snippets, strict=True):
            start = mark.start if text.startswith(snippet, mark.start) else text.find(snippet)
            if start >= 0:
                kept.append(mark._replace(start=start, end=start + len(snippet)))
        self._marked = tuple(kept)
        self._snippets = tuple(text[mark.start : mark.end] for mark in kept)
        self._place_marks(text)
        self.notify_style_update()

    def _place_marks(self, text: str) -> None:
        by_row: dict[int, list[Marked]] = defaultdict(list)
        for start, end in self._marked:
            row, at = text.count("\n", 0, start), start
            while at < end:
                feed = text.find("\n", at, end)
                stop = end if feed < 0 else feed
                begin = text.rfind("\n", 0, at) + 1
                by_row[row].append(Marked(at - begin, stop - begin))
                row, at = row + 1, stop + 1
        self._by_row = by_row

    async def _on_key(self, event: events.Key) -> None:
        """Take every key that means something here at once, and hand on what was typed after the focus had gone.

        Bindings come after the letters behind them: of Backspace and a letter typed in one go the letter would come
        first, and of Tab and a letter it would go into this field.
        """
        focused = self.screen.focused
        if focused is not self and isinstance(focused, NoteField):
            event.stop()
            event.prevent_default()
            await focused._on_key(event)
        elif await self._acts_on(event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    async def _acts_on(self, key: str) -> bool:
        if key == "tab" or (key == "enter" and self._one_line):
            self.screen.focus_next()
            return True
        if key == "shift+tab":
            self.screen.focus_previous()
            return True
        bound = self._bindings.key_to_bindings.get(key, ())
        return any([await self.app.run_action(binding.action, self) for binding in bound])

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        # Terminals send pasted line ends as carriage returns.
        text = event.text[: 2 * LONGEST].replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
        text = clean_line(text) if self._one_line else clean(text)
        room = max(LONGEST - len(self.text) + len(self.selected_text), 0)
        if len(text) > room or len(event.text) > 2 * LONGEST:
            self.post_message(self.Refused(f"What you pasted was cut: a field has at most {LONGEST:,} characters."))
        if result := self._replace_via_keyboard(text[:room], *self.selection):
            self.move_cursor(result.end_location)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ctrl+c to the app while there is nothing to copy."""
        return (action not in ("copy", "cut") or bool(self.selected_text)) and super().check_action(action, parameters)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the first row to the field above."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; from the last row to the field below."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)
