"""What a widget that draws whole lines leaves on the screen."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from quizapp.tui.lines import BLANK
from quizapp.tui.widgets.drawn import Drawn

LINES: tuple[list[Content], ...] = (
    [],
    [Content("one")],
    [Content("one"), BLANK, BLANK],
    [BLANK, BLANK, Content("three")],
)

FULL = [Content("x" * 20)] * 5


class Board(Drawn):
    """Shows the lines it is given."""

    DEFAULT_CSS = "Board { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Content] = []

    def show(self, lines: list[Content]) -> None:
        self.lines = lines
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        return self.lines


class BoardApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Board()


async def test_what_is_painted_does_not_depend_on_what_was_there_before() -> None:
    """A line that is blank and one that is not drawn look alike, and would be told apart in a picture of the screen."""
    app = BoardApp()
    async with app.run_test(size=(20, 5)) as pilot:
        board = app.query_one(Board)

        async def painted(*shown: list[Content]) -> list[list[object]]:
            for lines in shown:
                board.show(lines)
                await pilot.pause()
            return [list(strip) for strip in app.screen._compositor.render_strips()]

        for lines in LINES:
            anew = await painted(FULL, lines)
            for before in LINES:
                assert await painted(FULL, before, lines) == anew
