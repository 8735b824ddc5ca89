"""The names of a few groups on one line, the one that is shown set off."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.tui.lines import acting, line
from quizapp.tui.widgets.drawn import Drawn


class GroupBar(Drawn):
    """A click on a name takes the screen's `group(number)`."""

    DEFAULT_CSS = """
    GroupBar { height: 1; }
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.shown = 0

    def show(self, number: int) -> None:
        """Show another group, counted round from either end."""
        self.shown = number % len(self.names)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        names = [
            acting(Content.styled(name, "b u $accent" if number == self.shown else "$soft"), f"group({number})")
            for number, name in enumerate(self.names)
        ]
        return [line(Content("   ").join(names))]
