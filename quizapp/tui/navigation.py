"""From screen to screen: pages take each other's place, sheets lie over a page and leave it as it was.

A screen is imported when it is first gone to: what the first frame does not need must not hold it up.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.command import CommandPalette

from quizapp import paths
from quizapp.answering.manner import Answering
from quizapp.config import Settings
from quizapp.study.scope import Scope, Undone
from quizapp.tui.backstage import Backstage
from quizapp.tui.screens.page import Page, Sheet
from quizapp.tui.sitting import Asked, Sitting, Turn, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quizapp.collection import Collection
    from quizapp.collection.editor import Edited
    from quizapp.errors import QuizappError
    from quizapp.problem import Problem
    from quizapp.quiz.settings import QuizSettings
    from quizapp.store.drafts import DraftFolder
    from quizapp.tui.browser import Browser
    from quizapp.tui.exports import Export
    from quizapp.tui.note_desk import NoteDesk
    from quizapp.tui.quizzing import HandedIn, Quizzing
    from quizapp.tui.stats_desk import Figures
    from quizapp.tui.studio_desk import StudioDesk
    from quizapp.tui.widgets.lines_view import Writer


class Navigation(App[int]):
    """An app of pages and sheets; what they show comes from `backstage`."""

    settings: Settings
    backstage: Backstage
    browser: Browser | None = None
    figures: Figures | None = None
    exports: Sequence[Export] = ()

    def go_home(self, notice: str = "") -> None:
        self._go(home(notice))

    def go_study(self, scope: Scope) -> None:
        self._go(study(self.sitting(scope)))

    def sitting(self, scope: Scope) -> Sitting:
        """Return a session to be, in which cards are answered as the settings say."""
        return Sitting(self.backstage, scope, Answering(self.settings.study.answering))

    def go_settings(self) -> None:
        from quizapp.tui.screens.settings import SettingsScreen

        self._go(SettingsScreen())

    def go_browse(self, query: str = "") -> None:
        self._go(self.browse(query))

    def go_quiz_setup(self) -> None:
        self._go(self.quiz_setup())

    def quiz_setup(self) -> Page:
        from quizapp.tui.screens.quiz_setup import QuizSetupScreen

        return QuizSetupScreen()

    def go_quiz(self, settings: Callable[[Collection], QuizSettings] | None) -> None:
        """Go to a quiz of these settings; None goes on with the one under way."""
        self._go(self.quiz(settings))

    def quiz(self, settings: Callable[[Collection], QuizSettings] | None) -> Page:
        from quizapp.tui.quizzing import Quizzing
        from quizapp.tui.screens.quiz import QuizScreen

        return QuizScreen(Quizzing(self.backstage, settings))

    def go_quiz_result(self, quizzing: Quizzing, shown: HandedIn) -> None:
        from quizapp.tui.screens.quiz_result import QuizResultScreen

        self._go(QuizResultScreen(quizzing, shown))

    def go_quiz_history(self) -> None:
        from quizapp.tui.screens.quiz_history import QuizHistoryScreen

        self._go(QuizHistoryScreen())

    async def go_studio(self, deck: Path) -> None:
        """Go to the authoring studio on a deck's file, with the article it was written from last.

        Raises:
            QuizappError: one of the two cannot be read; then the page stays.
        """
        from quizapp.store.studio_file import StudioFile
        from quizapp.tui.studio_desk import FileDesk

        file = StudioFile.of(deck, None, self.settings)
        await asyncio.to_thread(file.check)
        self._go(self.studio(FileDesk(file)))

    def studio(self, desk: StudioDesk) -> Page:
        """Return the authoring studio on a deck."""
        from quizapp.tui.screens.studio import StudioScreen

        return StudioScreen(desk)

    def go_stats(self, leave: Callable[[], None] | None = None) -> None:
        """Go to the figures of progress; `leave` goes back from there, home unless told."""
        self._go(self.stats(leave))

    def stats(self, leave: Callable[[], None] | None = None) -> Page:
        from quizapp.tui.screens.stats import StatsScreen
        from quizapp.tui.stats_desk import Figures, StatsDesk

        if self.figures is None:
            self.figures = Figures()
        return StatsScreen(StatsDesk(self.backstage, self.figures), leave or self.go_home)

    async def lay_card(self, card_id: str) -> None:
        """Lay over the page all that is known of a card: its history, its forgetting curve, how it stands."""
        from quizapp.tui import card_lines
        from quizapp.tui.browser import card_facts
        from quizapp.tui.screens.sheet import SheetScreen

        page = self.screen
        row, facts = await self.backstage.ask(partial(card_facts, card_id))
        if self.screen is page:
            self.push_screen(SheetScreen("Card", card_lines.sheet(row, facts)))

    def go_plan(self) -> None:
        from quizapp.tui.screens.plan import PlanScreen

        self._go(PlanScreen())

    def browse(self, query: str = "") -> Page:
        """Return the screen of all cards, with what is looked for at first."""
        from quizapp.tui.browser import Browser
        from quizapp.tui.screens.browse import BrowseScreen

        if self.browser is None:
            self.browser = Browser(self.backstage)
        self.browser.renew()
        return BrowseScreen(self.browser, query)

    async def make_ready(self) -> None:
        """Load what Browse, Stats and the sheets over them need while nothing is asked for: they come at once, too."""
        await asyncio.to_thread(_import_pages)
        from quizapp.tui.screens.sheet import SheetScreen

        pages = (self.browse(), self.stats(), SheetScreen("", lambda width: []))
        new = [path for page in pages for path in page.css_path if not self.stylesheet.has_source(str(path))]
        for path in new:
            self.stylesheet.read(path)
        if new:
            self.stylesheet.reparse()

    def edit_note(self, card_id: str, edited: Callable[[Edited], None]) -> None:
        """Lay the form over the page to edit a card's note; `edited` is called when it was saved."""
        from quizapp.tui.note_desk import CardDesk
        from quizapp.tui.screens.edit import EditScreen

        page = self.screen

        def leave(saved: Edited | None, error: QuizappError | None) -> None:
            self.pop_screen()
            if error is not None and isinstance(page, Page):
                page.complain(error)
            elif saved is not None:
                edited(saved)

        self.push_screen(EditScreen(CardDesk(self.backstage, card_id), leave, self._drafts()))

    def add_notes(self, desk: NoteDesk) -> Page:
        """Return the form in which notes are added to a deck, one after another, until esc ends the app."""
        from quizapp.tui.screens.edit import EditScreen

        def leave(saved: Edited | None, error: QuizappError | None) -> None:
            if error is not None:
                self.fail(error)
            else:
                self.exit(0)

        return EditScreen(desk, leave, self._drafts(), fresh=True)

    def _drafts(self) -> DraftFolder:
        from quizapp.store.drafts import DraftFolder

        folder = self.settings.state_folder
        return DraftFolder(folder / "drafts" if folder else None)

    def fail(self, error: QuizappError) -> None:
        """End the app with an error that no screen can tell."""
        raise NotImplementedError

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


def _import_pages() -> None:
    from quizapp.collection import statistics as statistics
    from quizapp.store import column_cache as column_cache
    from quizapp.tui import sheets as sheets
    from quizapp.tui.screens import browse as browse
    from quizapp.tui.screens import sheet as sheet
    from quizapp.tui.screens import stats as stats


def home(notice: str = "") -> Page:
    from quizapp.tui.screens.home import HomeScreen

    return HomeScreen(notice)


def study(sitting: Sitting, undone: Undone | None = None) -> Page:
    from quizapp.tui.screens.study import StudyScreen

    return StudyScreen(sitting, undone)
