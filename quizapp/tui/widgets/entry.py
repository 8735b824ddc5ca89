"""A line to type in, with its label before it and, below it, what is wrong with what was typed."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from quizapp.text import clean_line
from quizapp.tui.cells import width as cells_of
from quizapp.tui.lines import paragraph
from quizapp.tui.widgets.drawn import Drawn

LONGEST = 10_000
"""Characters that a line takes; what reads it says when that is too long for it."""


class Entry(Vertical):
    """Ask it for its `value`, and tell it of an error with `complain`, of anything else with `tell`."""

    DEFAULT_CSS = """
    Entry { height: auto; padding: 0 2; }
    Entry > Horizontal { height: 1; }
    """

    def __init__(self, label: str, name: str, placeholder: str) -> None:
        super().__init__(id=name)
        self._label = _Label(label)
        self.field = _Field(placeholder)
        self._below = _Below()

    def compose(self) -> ComposeResult:
        yield Horizontal(self._label, self.field)
        yield self._below

    @property
    def value(self) -> str:
        return self.field.value

    @value.setter
    def value(self, value: str) -> None:
        self.field.value = value
        self.field.cursor_position = len(value)

    def rename(self, label: str, placeholder: str) -> None:
        """Ask for something else."""
        self._label.rename(label)
        self.field.placeholder = placeholder

    def complain(self, problem: str, start: int = 0, end: int = 0) -> None:
        """Say what is wrong, and underline the part of the value it is about."""
        self.field.underline(start, end)
        self._below.show(f"✗ {problem}", "$alert")

    def tell(self, sentence: str = "") -> None:
        """Say something that is not wrong, or nothing."""
        self.field.underline(0, 0)
        self._below.show(sentence, "$muted")


class _Field(Input):
    """What is pasted becomes one clean line."""

    DEFAULT_CSS = """
    _Field, _Field:focus { border: none; padding: 0; height: 1; width: 1fr; background: $ground; color: $ink; }
    _Field:focus { background: $lift; }
    _Field > .input--cursor { background: $accent; color: $ground; }
    _Field > .input--placeholder { color: $muted; }
    """

    def __init__(self, placeholder: str) -> None:
        self._wrong = (0, 0)
        super().__init__(
            placeholder=placeholder, highlighter=_Wrong(self), max_length=LONGEST, select_on_focus=False, compact=True
        )
        self.cursor_blink = False

    def underline(self, start: int, end: int) -> None:
        self._wrong = (start, end)
        self.refresh()

    def mark_wrong(self, text: Text) -> None:
        """Underline the wrong part of the text that is about to be drawn."""
        start, end = self._wrong
        if start < end:
            text.stylize(Style(underline=True, color=self.app.theme_variables["alert"]), start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_line(event.text[: 10 * LONGEST])
        self.replace(text[: LONGEST - len(self.value)], *self.selection)


class _Wrong(Highlighter):
    """Hands the text to the field."""

    def __init__(self, field: _Field) -> None:
        self._field = field

    def highlight(self, text: Text) -> None:
        self._field.mark_wrong(text)


class _Label(Drawn):
    """The words before the field."""

    DEFAULT_CSS = """
    _Label { height: 1; }
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self.rename(words)

    def rename(self, words: str) -> None:
        self._words = words
        self.styles.width = cells_of(words) + 2
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        return [Content.styled(self._words, "b $soft")]


class _Below(Drawn):
    """One line, or two where a sentence needs them."""

    DEFAULT_CSS = """
    _Below { height: 1; }
    """
    _MOST = 3

    def __init__(self) -> None:
        super().__init__()
        self._sentence, self._style = "", ""

    def show(self, sentence: str, style: str) -> None:
        self._sentence, self._style = sentence, style
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def draw(self, width: int, height: int) -> list[Content]:
        return paragraph(clean_line(self._sentence), self._style, max(width, 2))[: self._MOST]

    def _fit(self) -> None:
        self.styles.height = max(len(self.draw(self.size.width or 76, 0)), 1)
        self.redraw()
