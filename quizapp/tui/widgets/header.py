"""The two rows that every screen begins with: where one is and what there is to know, over a hairline of progress."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.lines import apart, line
from quizapp.tui.widgets.drawn import Drawn

_BETWEEN = ("  ·  ", "$muted")


class Header(Drawn):
    """`place` names the screen; of `facts` the last ones are dropped first when the line is short."""

    DEFAULT_CSS = """
    Header { height: 2; }
    """

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place
        self._facts: tuple[Content, ...] = ()
        self._done = 0.0

    def rename(self, place: str) -> None:
        """Name the screen otherwise."""
        self._place = place
        self.redraw()

    def show(self, *facts: Content, done: float = 0.0) -> None:
        """Show these facts, and `done` (0 to 1) of the hairline as progress."""
        self._facts, self._done = facts, min(max(done, 0.0), 1.0)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        left = line(("quizapp", "b $ink"), "   ", (self._place, "$muted"))
        progress = round(self._done * width)
        return [
            apart(left, self._fitting(width - left.cell_length - 3), width),
            line(("━" * progress, "$accent"), ("─" * (width - progress), "$rule")),
        ]

    def _fitting(self, cells: int) -> Content:
        facts = list(self._facts)
        between = Content.styled(*_BETWEEN)
        while len(facts) > 1 and between.join(facts).cell_length > cells:
            facts.pop()
        return between.join(facts)
