"""From screen to screen: pages take each other's place, sheets lie over a page and leave it as it was.

A screen is imported when it is first gone to: what the first frame does not need must not hold it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.command import CommandPalette

from quizapp import paths
from quizapp.config import Settings
from quizapp.study.scope import Scope, Undone
from quizapp.tui.backstage import Backstage
from quizapp.tui.screens.page import Page, Sheet
from quizapp.tui.sitting import Asked, Sitting, Turn, Waiting

if TYPE_CHECKING:
    from quizapp.lint.problem import Problem
    from quizapp.tui.widgets.lines_view import Writer


class Navigation(App[int]):
    """An app of pages and sheets; what they show comes from `backstage`."""

    settings: Settings
    backstage: Backstage

    def go_home(self, notice: str = "") -> None:
        self._go(home(notice))

    def go_study(self, scope: Scope) -> None:
        self._go(study(Sitting(self.backstage, scope)))

    def go_on(self, sitting: Sitting, turn: Turn, undone: Undone | None = None) -> None:
        """Go to the screen that shows what a session has come to."""
        if isinstance(turn, Asked):
            self._go(study(sitting, undone))
        elif isinstance(turn, Waiting):
            from quizapp.tui.screens.waiting import WaitingScreen

            self._go(WaitingScreen(sitting, turn))
        elif turn.summary.answers:
            from quizapp.tui.screens.summary import SummaryScreen

            self._go(SummaryScreen(sitting, turn))
        else:
            self.go_home("Nothing of what you asked for is left to study now.")

    async def undo(self, sitting: Sitting) -> bool:
        """Take back the newest answer or act and go to its card; False: there was nothing to take back."""
        undone, turn = await sitting.undo()
        if undone is not None:
            self.go_on(sitting, turn, undone)
        return undone is not None

    def go_without_decks(self, problems: tuple[Problem, ...]) -> None:
        from quizapp.tui.screens.no_decks import NoDecksScreen

        folders = self.settings.deck_paths or (paths.default_deck_folder(),)
        self._go(NoDecksScreen([paths.tilde(folder) for folder in folders], problems))

    def lay(self, title: str, write: Writer) -> None:
        """Lay a sheet of lines over the page."""
        from quizapp.tui.screens.sheet import SheetScreen

        self._lay(SheetScreen(title, write))

    def action_show_keys(self) -> None:
        from quizapp.tui import sheets

        if isinstance(self.screen, Page):
            self.lay("Keys", sheets.keys(self.screen.usable()))

    def action_show_manual(self) -> None:
        from quizapp.tui.screens.manual import ManualScreen

        if isinstance(self.screen, Page):
            self._lay(ManualScreen(self.screen.MANUAL))

    def action_command_palette(self) -> None:
        from quizapp.tui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette())

    def _go(self, page: Page) -> None:
        """Show a page in place of the one that is shown, and of what lies over it.

        The first page stays at the bottom of the stack, covered: Textual cannot switch its default screen.
        """
        while isinstance(self.screen, Sheet | CommandPalette):
            self.pop_screen()
        if len(self.screen_stack) == 1:
            self.push_screen(page)
        else:
            self.switch_screen(page)

    def _lay(self, sheet: Sheet) -> None:
        """Lay a sheet over the page, in place of one that lies there already; the same one again goes away."""
        above = self.screen
        if isinstance(above, Sheet):
            self.pop_screen()
        if not (isinstance(above, Sheet) and above.place == sheet.place):
            self.push_screen(sheet)


def home(notice: str = "") -> Page:
    from quizapp.tui.screens.home import HomeScreen

    return HomeScreen(notice)


def study(sitting: Sitting, undone: Undone | None = None) -> Page:
    from quizapp.tui.screens.study import StudyScreen

    return StudyScreen(sitting, undone)
