"""Options to choose from by their letters."""

from __future__ import annotations

from textual import events
from textual.content import Content

from quizapp.answering.marking import Said
from quizapp.answering.question import Question
from quizapp.answering.reading import LETTERS, letters_of
from quizapp.tui.answering.answerable import Answerable, Changed
from quizapp.tui.lines import acting, line, paragraph
from quizapp.tui.widgets.drawn import Drawn

INDENT = 7
"""Columns before an option's text: the marker, its box where several are chosen, its letter."""


class Options(Drawn, Answerable, can_focus=True):
    """A letter is the answer at once, while ↑↓ only mark what Enter gives.

    Where several are right, a letter or space takes one in or out, and Enter gives them.
    """

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self._letters = letters_of(question)
        self.advice = "several may be right: a letter takes one in or out" if question.is_multiple else ""
        self._at: int | None = None
        self._chosen: set[int] = set()

    @property
    def said(self) -> Said:
        """Return what is chosen, in the order of the options; empty while nothing is."""
        if self.question.is_multiple:
            return tuple(option for place, option in enumerate(self.question.options) if place in self._chosen)
        return () if self._at is None else (self.question.options[self._at],)

    def rows(self, cells: int) -> int:
        """Return how many rows the options take in so many cells."""
        return sum(map(len, self._written(cells)))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        is_letter = character is not None and len(character) == 1 and character in LETTERS
        return is_letter or key in ("up", "down") or (key == "space" and self.question.is_multiple)

    def on_key(self, event: events.Key) -> None:
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        if event.key in ("up", "down"):
            self._move(1 if event.key == "down" else -1)
        elif event.key == "space":
            self.choose(self._at or 0)
        elif event.character and event.character in self._letters:
            self.choose(self._letters.index(event.character))

    def choose(self, place: int) -> None:
        """Give an option as the answer; where several are right, take it in or out."""
        self._at = place
        if self.question.is_multiple:
            self._chosen ^= {place}
        self._tell()
        if not self.question.is_multiple:
            self.enter()

    def draw(self, width: int, height: int) -> list[Content]:
        written = self._written(width)
        before = sum(map(len, written[: self._at or 0]))
        shown = [row for rows in written for row in rows]
        top = min(max(before + 2 - height, 0), max(len(shown) - height, 0))  # the marked one stays in sight
        return shown[top : top + height]

    def _written(self, width: int) -> list[list[Content]]:
        """Return the rows of each option."""
        found = []
        for place, option in enumerate(self.question.options):
            marked = place == self._at
            taken = place in self._chosen if self.question.is_multiple else marked
            box = ("■ " if taken else "□ ") if self.question.is_multiple else "  "
            first = line(
                ("▌" if marked else " ", "$accent"),
                (box, "$accent" if taken else "$soft"),
                (f"{self._letters[place]}   ", "b $accent" if taken else "b $soft"),
            )
            texts = paragraph(option, "b $accent" if taken else "$ink", max(width - INDENT, 2))
            rows = [first + texts[0], *(line(" " * INDENT, text) for text in texts[1:])]
            found.append([acting(row, f"pick({place})") for row in rows])
        return found

    def _move(self, steps: int) -> None:
        places = len(self.question.options)
        self._at = (0 if steps > 0 else places - 1) if self._at is None else (self._at + steps) % places
        self._tell()

    def _tell(self) -> None:
        self.redraw()
        self.post_message(Changed())
