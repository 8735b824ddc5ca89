"""A field of the note form that is true or false, or where that is not said yet."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.tui.lines import line
from quizapp.tui.widgets.drawn import Drawn

_WORDS = {"true": "yes", "false": "no"}


class TruthField(Drawn, can_focus=True):
    """Space changes between yes and no, `y` and `n` choose, Backspace leaves it open."""

    DEFAULT_CSS = """
    TruthField { height: 1; padding: 0 1 0 2; background: $lift; color: $ink; }
    TruthField:focus { border-left: outer $accent; padding: 0 1 0 1; }
    """

    class Changed(Message):
        """Another truth was chosen."""

        def __init__(self, field: TruthField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, key: str) -> None:
        super().__init__()
        self.blank_key = key
        self.text = ""

    def write(self, text: str) -> None:
        """Take `true`, `false`, or nothing."""
        if text != self.text:
            self.text = text
            self.redraw()
            self.post_message(self.Changed(self))

    def fill(self, text: str) -> None:
        self.text = text
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        parts = []
        for value, word in _WORDS.items():
            chosen = value == self.text
            sign = ("■ ", "$accent") if chosen else ("□ ", "$muted")
            parts.append(line(sign, (word, "b $ink" if chosen else "$muted")))
        return [Content("   ").join(parts)]

    def on_key(self, event: events.Key) -> None:
        chosen = {"y": "true", "t": "true", "n": "false", "f": "false", "backspace": "", "delete": ""}
        if event.key == "space":
            self.write("false" if self.text == "true" else "true")
        elif event.key in ("left", "right"):
            self.write("true" if event.key == "left" else "false")
        elif event.key in chosen:
            self.write(chosen[event.key])
        elif event.key in ("enter", "down"):
            self.screen.focus_next()
        elif event.key == "up":
            self.screen.focus_previous()
        else:
            return
        event.stop()
        event.prevent_default()

    async def on_click(self, event: events.Click) -> None:
        self.write("false" if self.text == "true" else "true")
