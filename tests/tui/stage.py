"""Running the app without a terminal, and reading what is on its screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from fake_collection import FakeCollection
from textual.pilot import Pilot
from textual.strip import Strip

from quizapp.config import Settings
from quizapp.study.scope import Scope
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.study import StudyScreen

SMALL, LARGE = (80, 24), (120, 40)
SIZES = [SMALL, LARGE]
PATIENCE_S = 20.0


@dataclass
class Stage:
    """A running app with what a test does to it and sees of it."""

    app: QuizApp
    pilot: Pilot[int]
    fake: FakeCollection

    @property
    def page(self) -> Page:
        assert isinstance(self.app.screen, Page)
        return self.app.screen

    @property
    def strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def footer(self) -> str:
        return self.page.footer.draw(self.page.footer.size.width, 1)[0].plain

    def row(self, words: str) -> int:
        """Return the number of the first row that holds these words."""
        return next(number for number, row in enumerate(self.rows) if words in row)

    def style_of(self, words: str) -> str:
        """Return the style in which the first segment that holds these words is painted."""
        segments = (segment for strip in self.strips for segment in strip)
        return str(next(segment.style for segment in segments if words in segment.text))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def reveal_and_rate(self, key: str) -> None:
        """Rate the card once its answer was painted: before that a rating does not count."""
        await self.press("space")
        await self.until_shown("Again")
        await self.press(key)

    async def click(self, words: str) -> None:
        """Click on the middle of the first place where these words stand."""
        row = self.row(words)
        await self.pilot.click(offset=(self.rows[row].index(words) + len(words) // 2, row))

    async def until(self, done: Callable[[], object]) -> None:
        given_up = monotonic() + PATIENCE_S
        while not done():
            if monotonic() > given_up:
                raise AssertionError(f"this never came about:\n{self.text}")
            await self.pilot.pause(0.005)
        await self.pilot.pause()

    async def until_shown(self, words: str) -> None:
        await self.until(lambda: words in self.text)


@asynccontextmanager
async def staged(
    fake: FakeCollection,
    scope: Scope | None = None,
    size: tuple[int, int] = SMALL,
    *,
    theme: str = "dark",
    ready: bool = True,
    keep: Callable[..., None] | None = None,
) -> AsyncIterator[Stage]:
    """Run the app on home, or with a scope in a session; `ready` waits until the collection is open."""
    settings = Settings(database=Path("progress.db"), deck_paths=(Path("decks"),), theme=theme)
    app = QuizApp(settings, scope, fake.open, clock=fake.clock, keep=keep)  # type: ignore[arg-type]
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, fake)
            if ready:
                await stage.until(lambda: is_ready(app))
            yield stage
    finally:
        app.backstage.close()


def is_ready(app: QuizApp) -> bool:
    screen = app.screen
    if isinstance(screen, HomeScreen):
        return screen._overview is not None
    return not isinstance(screen, StudyScreen) or screen._asked is not None
