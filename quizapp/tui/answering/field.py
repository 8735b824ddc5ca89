"""A field to type an answer in. It takes every letter, so what acts meanwhile stands on F keys."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from quizapp.answering.marking import Said
from quizapp.answering.question import Question, Way
from quizapp.answering.reading import read_answer
from quizapp.model import Number
from quizapp.text import clean_line
from quizapp.tui.answering.answerable import Answerable, Changed

LONGEST = 2_000
"""Characters that an answer may have: the graders compare no more."""


class Field(Input, Answerable):
    """One line. What is pasted becomes one clean line too, and is cut where it is longer than any answer."""

    HAS_EDGES = True
    DEFAULT_CSS = """
    Field, Field:focus {
        border: none;
        padding: 0 2;
        height: 1;
        background: $lift;
        background-tint: $lift 0%;
        color: $ink;
    }
    Field > .input--cursor { background: $accent; color: $card; }
    Field > .input--placeholder { color: $muted; }
    """

    class Refused(Message):
        """What was typed or pasted cannot be an answer; a sentence says why, and nothing is lost by it."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, question: Question, asks: str = "") -> None:
        super().__init__(placeholder=asks, max_length=LONGEST, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.question = question
        body = question.card.body
        self.beside = body.unit if isinstance(body, Number) else ""

    @property
    def said(self) -> Said:
        text = clean_line(self.value)
        return (text,) if text else ()

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter here: bindings come later than the letters that were typed after it, and would give those too."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.enter()
        else:
            await super()._on_key(event)

    def watch_value(self) -> None:
        self.post_message(Changed())

    def enter(self) -> None:
        if self.said and self.question.way is Way.NUMBER and read_answer(self.question, self.value) is None:
            self.post_message(self.Refused("No number found. Type it like 1,500 or 42 billion."))
        else:
            super().enter()

    def flattened(self, text: str) -> str:
        """Return pasted text as one line."""
        return clean_line(text)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = self.flattened(event.text[: 10 * LONGEST])
        room = max(LONGEST - len(self.value), 0)
        self.replace(text[:room], *self.selection)
        if len(text) > room or len(event.text) > 10 * LONGEST:
            self.post_message(self.Refused(f"What you pasted was cut: an answer has at most {LONGEST:,} characters."))
