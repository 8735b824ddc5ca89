"""The app on its stats screen, over the small collection of `browsing`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from stage import LARGE, Stage
from worlds import World

from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.tui.app import First, QuizApp
from quizapp.tui.exports import Export
from quizapp.tui.screens.stats import StatsScreen


def stats_app(world: World, theme: str = "dark", *, home: bool = False, exports: Sequence[Export] = ()) -> QuizApp:
    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    first = None if home else First("stats", lambda app: app.stats())
    settings = replace(world.settings, theme=theme)
    return QuizApp(settings, None, open_collection, clock=world.clock, exports=exports, first=first)


@asynccontextmanager
async def looking(
    world: World, size: tuple[int, int] = LARGE, *, home: bool = False, exports: Sequence[Export] = ()
) -> AsyncIterator[Stage]:
    """Begin on the stats screen, or on home."""
    app = stats_app(world, home=home, exports=exports)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            if not home:
                await stage.until(lambda: stats(stage)._shown is not None)
            yield stage
    finally:
        app.backstage.close()


def stats(stage: Stage) -> StatsScreen:
    assert isinstance(stage.app.screen, StatsScreen)
    return stage.app.screen
