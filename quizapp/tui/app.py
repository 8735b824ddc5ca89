"""The terminal app: what it opens, what ends it, and how it looks. Where it goes stands in `navigation`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from textual.app import App
from textual.filter import ANSIToTruecolor, LineFilter

from quizapp import paths
from quizapp.clock import Clock, SystemClock
from quizapp.config import Settings
from quizapp.errors import QuizappError
from quizapp.palette import PALETTES
from quizapp.study.scope import Scope
from quizapp.tui.actions import EVERYWHERE, bindings
from quizapp.tui.backstage import Backstage
from quizapp.tui.ending import HANGUP, LOOK_S, end, end_on_signals, is_hung_up
from quizapp.tui.navigation import Navigation, home, study
from quizapp.tui.safety import NoControls
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import theme

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.config.forms import Plain
    from quizapp.config.table import Setting
    from quizapp.tui.exports import Export

SWITCH_S = 0.001
"""How long the thread that draws waits for one that works through a long log: a key takes a dozen such waits."""

T = TypeVar("T")
Opener = Callable[[Settings], "Collection"]
Keep = Callable[[Sequence[str], "Plain | None"], None]
"""Writes a setting into its file: its path there, and its value, None to take it out."""
Close = Callable[["Collection", Container[str]], None]
"""Closes a collection, of whose notices some have been told."""


class First(NamedTuple):
    """The page that the app begins on: the name of its style sheet, and what makes it."""

    name: str
    page: Callable[[QuizApp], Page]


class QuizApp(Navigation):
    """Begins on home, with a scope in the middle of studying, or on the page that `first` makes.

    The collection opens after the first frame.
    """

    TITLE = "quizapp"
    BINDINGS = bindings(EVERYWHERE)
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        settings: Settings,
        scope: Scope | None,
        open_collection: Opener,
        *,
        clock: Clock,
        keep: Keep | None = None,
        exports: Sequence[Export] = (),
        first: First | None = None,
    ) -> None:
        name = first.name if first else "home" if scope is None else "study"
        super().__init__(css_path=["screens/page.tcss", f"screens/{name}.tcss"])
        self.settings, self.clock, self.exports = settings, clock, exports
        self.failure: QuizappError | None = None
        self.backstage = Backstage(partial(open_collection, settings), self._damage)
        self._scope = scope
        self._first = first
        self._open_collection = open_collection
        self._keep = keep
        self.told: set[str] = set()
        self._no_controls = NoControls()
        if settings.keys:
            from quizapp.tui.keymap import check_keys

            check_keys(settings.keys, str(settings.config_file))
        for name in PALETTES:
            self.register_theme(theme(name))
        # Setting `theme` itself would parse every style sheet once more before the first frame.
        self.set_reactive(App.theme, settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Page:
        """Return the first page in place of Textual's empty screen, which would cost a tenth of the first frame."""
        if self._first is not None:
            return self._first.page(self)
        return home() if self._scope is None else study(self.sitting(self._scope))

    def on_mount(self) -> None:
        if self.settings.keys:
            self.set_keymap(self.settings.keys)
        end_on_signals(self.exit)
        if not self.is_headless:
            self.set_interval(LOOK_S, self._look_for_terminal)

    def _look_for_terminal(self) -> None:
        if is_hung_up():
            end(self.exit, HANGUP)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and our own, without the one for the 16 colours, which no theme here uses."""
        others = (each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor))
        return [*others, self._no_controls]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        fits = not (isinstance(self.screen, Page) and self.screen.tiny)
        return fits or action == "quit"

    def _damage(self) -> QuizappError | None:
        """Return what to tell where a damaged database is behind a failure that nobody foresaw."""
        from quizapp.doctor.suspicion import damage_behind  # late: it looks through everything

        return damage_behind(self.settings, self.clock)

    async def ask(self, call: Callable[[Collection], T]) -> T:
        """Return what a call on the collection returns; it opens first if it has not yet."""
        return await self.backstage.ask(call)

    async def try_shipped_decks(self) -> None:
        """Open the decks that come along, in place of the folders that hold none."""
        self.settings = replace(self.settings, deck_paths=(paths.shipped_decks(),))
        await self.backstage.reopen(partial(self._open_collection, self.settings))
        self.go_home()

    def fail(self, error: QuizappError) -> None:
        """End the app with an error that no screen can tell."""
        self.failure = error
        self.exit(error.exit_code)

    def untold(self, notices: Sequence[str]) -> tuple[str, ...]:
        """Return the notices that no screen has told yet, and take them as told."""
        new = tuple(notice for notice in notices if notice not in self.told)
        self.told.update(new)
        return new

    def study_day(self) -> int:
        return self.clock.now().study_day(self.settings.study.day_cutoff_hour)

    async def action_other_theme(self) -> None:
        self.theme = next(name for name in PALETTES if name != self.theme)
        self.settings = replace(self.settings, theme=self.theme)
        try:
            await self._write(("screen", "theme"), self.theme)
        except QuizappError as error:
            if isinstance(self.screen, Page):
                self.screen.complain(error)

    async def change_setting(self, setting: Setting, value: Any) -> None:
        """Take another value for a setting: in the file, on every screen, and for the next session.

        Raises:
            QuizappError: it cannot hold, or cannot be kept; nothing has changed.
        """
        await self._take_settings(setting, value, setting.form.write(value))

    async def reset_setting(self, setting: Setting) -> None:
        """Take a setting's default, and its line out of the file; raises as above."""
        await self._take_settings(setting, setting.default, None)

    async def _take_settings(self, setting: Setting, value: Any, written: Plain | None) -> None:
        from quizapp.tui.keymap import check_keys

        before, settings = self.settings, setting.put(self.settings, value)
        check_keys(settings.keys, str(settings.config_file))
        await self.ask(lambda collection: collection.change_settings(settings))
        try:
            await self._write(setting.path, written)
        except QuizappError:
            await self.ask(lambda collection: collection.change_settings(before))
            raise
        self.settings, self.theme = settings, settings.theme
        self.set_keymap(settings.keys)

    async def _write(self, path: Sequence[str], value: Plain | None) -> None:
        if self._keep is not None:
            await asyncio.to_thread(self._keep, path, value)


def run(
    settings: Settings,
    scope: Scope | None,
    open_collection: Opener,
    *,
    clock: Clock | None = None,
    keep: Keep | None = None,
    exports: Sequence[Export] = (),
    first: First | None = None,
    close: Close | None = None,
) -> int:
    """Return the exit code of the app, 128 + n when signal n ended it.

    Call it only where stdin, stdout and stderr are a terminal that can place text; without one Textual spins.

    Args:
        scope: what to study at once; None begins on home.
        open_collection: opens what the settings name. Called on another thread, after the first frame.
        keep: writes a setting that the learner changes into its file; without it none is kept.
        exports: ways to take progress away from the figures.
        first: the page to begin on where it is neither home nor a session.
        close: closes the collection once the screens are gone, and tells what none of them has told.
    Raises:
        QuizappError: the collection could not be opened; the terminal is already restored.
    """
    clock = clock or SystemClock()
    sys.setswitchinterval(SWITCH_S)
    app = QuizApp(settings, scope, open_collection, clock=clock, keep=keep, exports=exports, first=first)
    try:
        code = app.run()
    finally:
        app.backstage.close((lambda collection: close(collection, app.told)) if close else None)
    if app.failure is not None:
        raise app.failure
    return code or app.return_code or 0
