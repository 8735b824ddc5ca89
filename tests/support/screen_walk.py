"""A walk through every screen of the program, which looks at all that is sent to the terminal on the way."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib import import_module

from hostile_texts import let_through
from recording_driver import RecordingDriver
from textual.command import CommandPalette
from textual.events import Paste
from textual.pilot import Pilot
from worlds import World

import quizapp.tui.screens
from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.page import Page, Sheet

PATIENCE = 600


def every_screen() -> set[str]:
    """Return the names of all screens that can be shown: pages with a body of their own."""
    found = set()
    for module in pkgutil.iter_modules(quizapp.tui.screens.__path__, "quizapp.tui.screens."):
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if issubclass(kind, Page) and kind not in (Page, Sheet) and "CSS_PATH" in vars(kind):
                found.add(kind.__name__)
    return found


@dataclass
class Walk:
    """What a walk has seen: screens by name, all that was sent, and what came through (`let_through`)."""

    app: QuizApp
    pilot: Pilot[int]
    seen: set[str] = field(default_factory=set)
    shown: str = ""
    bad: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        screen = self.app.screen
        return "Palette" if isinstance(screen, CommandPalette) else type(screen).__name__

    @property
    def rows(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    async def look(self) -> None:
        """Wait until all is drawn, and look at it."""
        await self.pilot.pause()
        self._take()

    def _take(self) -> None:
        driver = self.app._driver
        assert isinstance(driver, RecordingDriver)
        sent = driver.taken()
        self.seen.add(self.place)
        self.bad += [f"{self.place}: {found!r}" for found in let_through(sent, lines=False)]
        self.shown += sent

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            self._take()

    async def paste(self, text: str) -> None:
        """Paste into what has the focus, as a terminal hands over what it holds."""
        target = self.app.focused or self.app.screen
        target.post_message(Paste(text))
        await self.look()

    async def until(self, *places: str, also: Callable[[], object] = lambda: True) -> None:
        for _ in range(PATIENCE):
            await self.look()
            if self.place in places and also():
                return
            await self.pilot.pause(0.005)
        raise AssertionError(f"{self.place} is shown, and not {' or '.join(places)}:\n{self.rows}")

    async def home(self) -> None:
        self.app.go_home()
        await self.until("HomeScreen", also=lambda: self.app.screen._overview is not None)  # type: ignore[attr-defined]


@asynccontextmanager
async def walking(world: World, size: tuple[int, int]) -> AsyncIterator[Walk]:
    """Begin a walk on home."""

    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    app = QuizApp(world.settings, None, open_collection, clock=world.clock, keep=lambda path, value: None)
    app.driver_class = RecordingDriver
    app._look_for_terminal = lambda: None  # type: ignore[method-assign]
    try:
        async with app.run_test(headless=False, size=size, notifications=True, tooltips=True) as pilot:
            yield Walk(app, pilot)
    finally:
        app.backstage.close()
