"""The plan screen on a real collection: a plan shows while it is written, holds on Enter, and undo takes it back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from stage import SIZES, SMALL, Stage
from textual.events import MouseScrollDown, MouseScrollUp
from worlds import World

from quizapp.collection import Collection
from quizapp.model import Rating
from quizapp.tui.app import QuizApp

NOTES = "".join(f"  - id: n{n}\n    question: River {n}?\n    answer: It is {n}.\n" for n in range(12))


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Twelve cards learned forty days ago."""
    world = World(tmp_path)
    world.write("rivers.yaml", f"deck: rivers\ntitle: Rivers\nnotes:\n{NOTES}")
    with world.open() as collection:
        session = collection.study()
        while session.current is not None:
            session.rate(Rating.EASY, duration_ms=1000)
    world.clock.pass_days(40)
    return world


@asynccontextmanager
async def planning(world: World, size: tuple[int, int] = SMALL) -> AsyncIterator[Stage]:
    app = QuizApp(world.settings, None, lambda settings: Collection.open(settings, world.clock), clock=world.clock)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until_shown("Rivers")
            await stage.press("x")
            await stage.until_shown("no exam")
            yield stage
    finally:
        app.backstage.close()


async def write(stage: Stage, text: str) -> None:
    await stage.until(lambda: stage.app.focused is not None)
    await stage.press(*("space" if letter == " " else letter for letter in text))


@pytest.mark.parametrize("size", SIZES)
async def test_an_exam_is_shown_as_it_is_written_then_set_and_taken_back(world: World, size: tuple[int, int]) -> None:
    async with planning(world, size) as stage:
        assert "enter plan" in stage.footer
        await stage.press("enter")
        await write(stage, "20")
        await stage.until_shown("likely to recall")
        await stage.press("enter")
        await stage.until_shown("u takes it back")
        assert "last pass from" in stage.text
        assert "1 exam ahead" in stage.text
        await stage.press("u")
        await stage.until_shown("Took back: exam")
        assert "no exam" in stage.text


async def test_an_exam_is_called_off_and_brought_back(world: World) -> None:
    async with planning(world) as stage:
        assert "call off" not in stage.footer
        await stage.press("enter")
        await write(stage, "20")
        await stage.press("enter")
        await stage.until_shown("1 exam ahead")
        await stage.press("o")
        await stage.until_shown("called off")
        assert "no exam" in stage.text
        await stage.press("u")
        await stage.until_shown("1 exam ahead")


@pytest.mark.parametrize("size", SIZES)
async def test_a_backlog_is_spread_and_taken_back(world: World, size: tuple[int, int]) -> None:
    async with planning(world, size) as stage:
        assert "12 cards due by today" in stage.text
        await stage.press("down", "enter")
        await write(stage, "4 days")
        await stage.until_shown("12 cards over 4 days")
        await stage.press("enter")
        await stage.until_shown("3 cards due by today")
        await stage.press("u")
        await stage.until_shown("12 cards due by today")


async def test_a_plan_goes_away_with_the_words_that_asked_for_it(world: World) -> None:
    async with planning(world) as stage:
        await stage.press("enter")
        await write(stage, "20")
        await stage.until_shown("likely to recall")
        await stage.press("backspace", "backspace")
        await stage.until(lambda: "likely to recall" not in stage.text)
        assert "enter does it, esc leaves it" in stage.text
        await write(stage, "words")
        await stage.until_shown("✗")
        await stage.press(*["backspace"] * 5)
        await stage.until(lambda: "✗" not in stage.text)


@pytest.mark.parametrize(("row", "text"), [(0, "2020-01-01"), (0, "words"), (1, "0 days"), (1, "soon"), (1, "x" * 40)])
async def test_what_cannot_be_planned_is_said_in_place(world: World, row: int, text: str) -> None:
    async with planning(world) as stage:
        await stage.press(*["down"] * row, "enter")
        await write(stage, text)
        await stage.until_shown("✗")
        await stage.press("enter", "escape")
        await stage.until(lambda: "✗" not in stage.text)
        assert "no exam" in stage.text
        await stage.press("escape")
        await stage.until_shown("cards today")


@pytest.fixture
def tagged(world: World) -> World:
    """The twelve cards, each with a tag of its own besides the one that all have."""
    notes = NOTES.replace("    answer: It is ", "    tags: [water, t0]\n    answer: It is ")
    for number in range(12):
        notes = notes.replace("t0]", f"stream-{number:02}]", 1)
    world.write("rivers.yaml", f"deck: rivers\ntitle: Rivers\nnotes:\n{notes}")
    return world


@pytest.mark.parametrize("size", SIZES)
async def test_a_tag_has_an_exam_as_a_deck_has_and_then_stands_at_the_top(tagged: World, size: tuple[int, int]) -> None:
    async with planning(tagged, size) as stage:
        assert "▌ Rivers" in stage.text
        await stage.press("down", "enter")
        await write(stage, "20")
        await stage.until_shown("likely to recall")
        await stage.press("enter")
        await stage.until_shown("1 exam ahead")
        assert "▌ tag stream-00" in stage.text
        assert stage.row("Exams ahead") < stage.row("tag stream-00") < stage.row("Decks") < stage.row("Rivers")
        await stage.press("o")
        await stage.until_shown("0 exams ahead")
        assert stage.row("Tags") < stage.row("▌ tag stream-00")


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_of_a_long_list_comes_into_sight(tagged: World, size: tuple[int, int]) -> None:
    async with planning(tagged, size) as stage:
        seen = set()
        assert ("more ↓" in stage.text) == (size == SMALL)
        for _ in range(14):
            seen |= {words[1:].split("   ")[0].strip() for words in stage.rows if "▌" in words} - {""}
            await stage.press("down")
        assert "▌ Spread over some days" in stage.text
        assert len(seen) == 14
        await stage.press("home")
        assert "▌ Rivers" in stage.text
        await stage.press("pagedown")
        assert "▌ Rivers" not in stage.text
        await stage.press("pageup", "end")
        assert "▌ Spread over some days" in stage.text


async def test_the_wheel_moves_the_mark(tagged: World) -> None:
    async with planning(tagged) as stage:
        await stage.pilot._post_mouse_events([MouseScrollDown], offset=(10, stage.row("Rivers")))
        await stage.until_shown("▌ tag stream-00")
        await stage.pilot._post_mouse_events([MouseScrollUp], offset=(10, stage.row("Rivers")))
        await stage.until_shown("▌ Rivers")
