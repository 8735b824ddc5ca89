"""The last barrier between a deck and the terminal.

Texts are cleaned when a deck is read and again where a screen shows them. This filter sees every line that Textual is
about to write, its own toasts and tooltips included, and lets no control character through.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from quizapp.text import clean, is_clean


class NoControls(LineFilter):
    """Takes out of every line what could act on the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.control or is_clean(segment.text)
            else Segment(clean(segment.text).replace("\n", " "), segment.style)
            for segment in segments
        ]
