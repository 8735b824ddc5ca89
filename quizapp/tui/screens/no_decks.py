"""No decks: what a deck is, one button that works at once, and what else can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.humanize import long_date
from quizapp.tui import sheets, words
from quizapp.tui.actions import NO_DECKS, bindings
from quizapp.tui.lines import BLANK, line, paragraph
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.lines_view import Lines
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.offers import Offer, Offers

if TYPE_CHECKING:
    from quizapp.problem import Problem


class NoDecksScreen(Page):
    """Shown in place of home while there is nothing to study."""

    PLACE = "Home"
    ACTIONS = NO_DECKS
    BINDINGS = bindings(NO_DECKS)
    CSS_PATH = "no_decks.tcss"
    MANUAL = "decks"

    def __init__(self, folders: Sequence[str], problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self._folders, self._problems = folders, problems
        self.button, self.offers, self.notice = Button(), Offers(), Notice()

    def body(self) -> Iterable[Widget]:
        return (Vertical(Lines(self._explain), self.button, self.offers, id="column"), self.notice)

    def on_mount(self) -> None:
        self.header.show(Content.styled(long_date(self.quizapp.study_day()), "$muted"))
        self.button.show("Try the decks that come along")
        self.offers.show(
            (
                Offer("Look again", "when you have put a deck there", "again"),
                Offer("Manual", "what a deck file looks like, on one page", "app.show_manual"),
            )
        )
        self.notice.say(wrong=words.problems(self._problems, self.key("problems")))

    def can(self, action: str) -> bool:
        return action != "problems" or bool(self._problems)

    def _explain(self, width: int) -> list[Content]:
        title = "No deck could be read." if self._problems else "No decks yet."
        what = paragraph("A deck is a text file of questions, kept wherever you like.", "$soft", width)
        where = line(("quizapp looks for decks in ", "$soft"), (", ".join(self._folders), "$ink"))
        return [Content.styled(title, "b $ink"), BLANK, *what, *paragraph(where, "", width)]

    @work
    async def action_take(self) -> None:
        await self.quizapp.try_shipped_decks()

    def action_again(self) -> None:
        self.quizapp.go_home()

    def action_problems(self) -> None:
        self.quizapp.lay("Problems", sheets.problems(self._problems))
