"""Items to put in order: ↑↓ move the marker, space takes an item along."""

from __future__ import annotations

from textual import events
from textual.content import Content

from quizapp.answering.marking import Said
from quizapp.answering.question import Question
from quizapp.tui.answering.answerable import Answerable
from quizapp.tui.lines import acting, line, paragraph
from quizapp.tui.widgets.drawn import Drawn

INDENT = 7


class Arranging(Drawn, Answerable, can_focus=True):
    """Shows the items of an ordered list in the order that the learner gives them."""

    advice = "↑↓ go up and down, space takes an item along"

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self._order = list(question.options)
        self._at = 0
        self._held = False

    @property
    def said(self) -> Said:
        return tuple(self._order)

    def rows(self, cells: int) -> int:
        """Return how many rows the items take in so many cells."""
        return sum(map(len, self._written(cells)))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key in ("up", "down", "shift+up", "shift+down", "space")

    def on_key(self, event: events.Key) -> None:
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        if event.key == "space":
            self._held = not self._held
        else:
            self._move(1 if event.key.endswith("down") else -1, self._held or event.key.startswith("shift"))
        self.redraw()

    def choose(self, place: int) -> None:
        """Take the item there along; a second time let it go."""
        self._held = not (self._held and place == self._at)
        self._at = place
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        written = self._written(width)
        before = sum(map(len, written[: self._at]))
        shown = [row for rows in written for row in rows]
        top = min(max(before + 2 - height, 0), max(len(shown) - height, 0))  # the marked one stays in sight
        return shown[top : top + height]

    def _written(self, width: int) -> list[list[Content]]:
        """Return the rows of each item."""
        found = []
        for place, item in enumerate(self._order):
            marked = place == self._at
            first = line(
                ("▌" if marked else " ", "$accent"),
                ("↕ " if marked and self._held else "  ", "$accent"),
                (f"{place + 1:<4}", "b $accent" if marked else "b $soft"),
            )
            texts = paragraph(item, "b $accent" if marked else "$ink", max(width - INDENT, 2))
            rows = [first + texts[0], *(line(" " * INDENT, text) for text in texts[1:])]
            found.append([acting(row, f"pick({place})") for row in rows])
        return found

    def _move(self, steps: int, take_along: bool) -> None:
        to = min(max(self._at + steps, 0), len(self._order) - 1)
        if take_along:
            self._order[self._at], self._order[to] = self._order[to], self._order[self._at]
        self._at = to
