"""The way through all screens, and a short one for every run of the tests. A new screen is put into it."""

from __future__ import annotations

import re
from pathlib import Path

from screen_walk import Walk, walking
from worlds import MINUTE, World

from quizapp.model import StudySettings
from quizapp.tui.screens.stats import StatsScreen
from quizapp.tui.screens.study import StudyScreen


def on_the_way() -> set[str]:
    """Return the names of the screens that the way leads through: it waits for each."""
    return set(re.findall(r'until\(\s*"(\w+Screen)"', Path(__file__).read_text(encoding="utf-8"))) | {"SheetScreen"}


async def through_some_screens(world: World, texts: list[str], size: tuple[int, int]) -> Walk:
    """Go to what a learner sees every day, in a hostile world, and return the walk."""
    world.study = StudySettings(learn_ahead_ms=0, new_per_day=2, answering="mixed")
    async with walking(world, size) as walk:
        await walk.home()
        await walk.press("p", "escape")
        await _study(walk, world, texts)
        await _errors(walk, world)
    return walk


async def through_all_screens(world: World, texts: list[str], size: tuple[int, int]) -> Walk:
    """Go through all screens of a hostile world and return the walk."""
    world.study = StudySettings(learn_ahead_ms=0, new_per_day=14, answering="mixed")
    async with walking(world, size) as walk:
        await walk.home()
        await _over_home(walk)
        await _browse_and_edit(walk, texts)
        await _studio(walk)
        await _quiz(walk, texts)
        await _study(walk, world, texts)
        await _stats(walk)
        await _errors(walk, world)
    for deck in world.decks.iterdir():
        deck.unlink()
    world.write("broken.yaml", f"deck: [{texts[0].encode('unicode_escape').decode()}")
    async with walking(world, size) as last:
        await last.until("NoDecksScreen")
        await last.press("p", "escape")
    walk.seen |= last.seen
    walk.bad += last.bad
    walk.shown += last.shown
    return walk


async def _over_home(walk: Walk) -> None:
    await walk.press("p", "escape", "question_mark", "escape", "f1")
    await walk.until("ManualScreen")
    await walk.press("escape", "ctrl+p")
    await walk.until("Palette")
    await walk.press("escape")
    await walk.until("HomeScreen")
    await walk.press("x")
    await walk.until("PlanScreen")
    await walk.press("down", "enter", "escape", "escape")
    await walk.home()
    await walk.press("comma")
    await walk.until("SettingsScreen")
    await walk.press("right", "down", "left")
    await walk.home()


async def _browse_and_edit(walk: Walk, texts: list[str]) -> None:
    await walk.press("slash")
    await walk.until("BrowseScreen")
    await walk.paste(texts[0])
    await walk.press("escape")
    walk.app.go_browse("is:orphan or is:new")
    await walk.until("BrowseScreen", also=lambda: "asked" in walk.rows)
    await walk.press("down", "end", "enter", "escape", "home", "enter", "escape", "e")
    await walk.until("EditScreen")
    await walk.paste(texts[0])
    await walk.press("f2", "f6", "f6", "escape")
    await walk.home()


async def _studio(walk: Walk) -> None:
    await walk.press("a")
    await walk.until("StudioScreen")
    for _ in range(5):
        await walk.look()
    await walk.press("f3", "down", "enter", "f9")
    await walk.until("StudioTryScreen")
    await walk.press("h", "space", "escape", "end", "x", "ctrl+s")
    await walk.until("StudioScreen", also=lambda: "in the list" in walk.rows)
    await walk.press("ctrl+o")
    await walk.until("StudioDiffScreen")
    await walk.press("pagedown", "escape")
    await walk.home()


async def _quiz(walk: Walk, texts: list[str]) -> None:
    await walk.press("z")
    await walk.until("QuizSetupScreen")
    await walk.press("right", "left", "enter")
    await walk.until("QuizScreen")
    for _ in range(3):
        await walk.paste(texts[0])
        await walk.press("enter")
        await walk.press("f3")
    await walk.press("f8")
    await walk.until("QuizScreen", also=lambda: "once more" in walk.rows)
    await walk.press("f8")
    await walk.until("QuizResultScreen")
    await walk.press("down", "space", "escape")
    await walk.home()
    await walk.press("z")
    await walk.until("QuizSetupScreen")
    for _ in range(3):
        await walk.look()
    await walk.press("h")
    await walk.until("QuizHistoryScreen")
    await walk.press("down", "enter", "escape")
    await walk.home()


async def _study(walk: Walk, world: World, texts: list[str]) -> None:
    await walk.press("enter")
    await walk.until("StudyScreen", also=lambda: _asked(walk) is not None)
    for turn in range(40):
        if walk.place != "StudyScreen":
            break
        asked = _asked(walk)
        if turn < 7:  # one of each kind
            await walk.press("f2")
            await walk.paste(texts[turn % len(texts)])
        await walk.press("enter")
        for key in ("s", "i") if turn == 0 else ():
            await walk.press(key)
            await walk.until("SheetScreen")
            await walk.press("escape")
        await walk.press("1" if turn < 2 else "4")
        await walk.until(
            *("StudyScreen", "WaitingScreen", "SummaryScreen"),
            also=lambda before=asked: walk.place != "StudyScreen" or _asked(walk) not in (before, None),
        )
    await walk.until("WaitingScreen")
    world.clock.pass_ms(MINUTE)
    await walk.press("escape")
    await walk.until("SummaryScreen")
    await walk.press("u")
    await walk.until("StudyScreen", also=lambda: _asked(walk) is not None)
    await walk.home()


async def _stats(walk: Walk) -> None:
    await walk.press("s")
    await walk.until("StatsScreen", also=lambda: "all decks" in walk.rows)
    await walk.press("enter")
    await walk.until("PickScreen")
    await walk.press("down", "enter")
    await walk.until("SheetScreen")
    await walk.press("escape", "escape", "pagedown", "v", "tab", "v", "d")
    await walk.until("PickScreen")
    await walk.press("down", "enter")
    await walk.until("StatsScreen", also=lambda: "all decks" not in walk.rows)
    await walk.press("t")
    await walk.until("PickScreen")
    await walk.press("down", "enter")
    await walk.until("StatsScreen", also=lambda: _tag(walk) is not None)
    await walk.look()
    await walk.home()


def _tag(walk: Walk) -> str | None:
    """Return the tag whose figures are shown; a header may have no room for it."""
    return walk.app.screen._wanted.tag if isinstance(walk.app.screen, StatsScreen) else None


async def _errors(walk: Walk, world: World) -> None:
    """Take the decks away under a screen that wants to read one."""
    for deck in world.decks.iterdir():
        deck.unlink()
        deck.mkdir()
    await walk.press("a")
    for _ in range(4):
        await walk.look()
    for deck in world.decks.iterdir():
        deck.rmdir()


def _asked(walk: Walk) -> object:
    return walk.app.screen._asked if isinstance(walk.app.screen, StudyScreen) else None
