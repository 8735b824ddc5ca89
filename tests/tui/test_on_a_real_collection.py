"""Whole sessions on screen, with decks in files and answers in a database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from stage import LARGE, Stage
from strange_schemas import forge
from worlds import DECK, MINUTE, World

from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.errors import StoreDamaged
from quizapp.model import Phase, Rating, StudySettings
from quizapp.study.scope import Scope
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.no_decks import NoDecksScreen
from quizapp.tui.screens.studio import StudioScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.screens.waiting import WaitingScreen


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


@asynccontextmanager
async def playing(world: World, scope: Scope | None = None) -> AsyncIterator[Stage]:
    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    app = QuizApp(world.settings, scope, open_collection, clock=world.clock)
    try:
        async with app.run_test(size=LARGE) as pilot:
            yield Stage(app, pilot, None)  # type: ignore[arg-type]
    finally:
        app.backstage.close()


async def answer(stage: Stage, rating: str) -> None:
    """Show the answer of the card that is asked, rate it, and wait until it is stored."""
    await stage.until_shown("Show answer")
    await stage.press("space")
    await stage.until_shown("Again")
    study = stage.app.screen
    assert isinstance(study, StudyScreen)
    asked = study._asked
    await stage.press(rating)
    await stage.until(lambda: study._asked is not asked)


async def test_home_leads_to_the_studio_on_the_marked_deck_and_back(world: World) -> None:
    async with playing(world) as stage:
        await stage.until_shown("a author")
        await stage.press("a")
        await stage.until(lambda: isinstance(stage.app.screen, StudioScreen))
        await stage.until_shown("Which river flows through Cairo?")
        await stage.press("escape", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))


async def test_home_stays_when_a_deck_to_author_cannot_be_read(world: World) -> None:
    async with playing(world) as stage:
        await stage.until_shown("a author")
        file = world.decks / "rivers.yaml"
        file.unlink()
        file.mkdir()
        await stage.press("a")
        await stage.until_shown("✗")
        assert isinstance(stage.app.screen, HomeScreen)


async def test_new_cards_are_answered_kept_and_summed_up(world: World) -> None:
    async with playing(world) as stage:
        await stage.until_shown("Rivers")
        assert "3 new" in stage.text, "siblings wait until tomorrow"
        await stage.press("enter")
        for _ in range(3):
            await answer(stage, "4")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        assert "Done for today." in stage.text
        assert "3 new cards learned" in stage.text
        await stage.press("s")
        await stage.until_shown("3 reviews on 1 day")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        await stage.press("enter")
        await stage.until_shown("Nothing is due.")
    with world.open() as collection:
        assert [state.phase for state in collection.states.values()] == [Phase.REVIEW] * 3


async def test_undo_reaches_back_over_a_restart(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Which river flows through Cairo?")
        await answer(stage, "4")
        await stage.until_shown("2 of 3")
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Show answer")
        assert "Cairo" not in stage.text
        await stage.press("u")
        await stage.until_shown("undid Easy")
        assert "The Nile" in stage.text
        assert "It reaches the sea in a delta" in stage.text
    with world.open() as collection:
        assert {state.phase for state in collection.states.values()} <= {Phase.NEW}


async def test_a_learning_card_is_waited_for_and_comes_by_itself(world: World) -> None:
    world.study = StudySettings(learn_ahead_ms=0, new_per_day=1)
    async with playing(world, Scope()) as stage:
        await answer(stage, "3")
        await stage.until(lambda: isinstance(stage.app.screen, WaitingScreen))
        await stage.until_shown("It comes at 10:10.")
        await stage.press("u")
        await stage.until_shown("undid Good")
        await stage.press("3")
        await stage.until(lambda: isinstance(stage.app.screen, WaitingScreen))
        world.clock.pass_ms(10 * MINUTE)
        await stage.until_shown("Show answer")
        await answer(stage, "3")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))


async def test_bury_and_suspend_last(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("1 of 3")
        await stage.press("b")
        await stage.until_shown("2 of 3")
        await stage.press("!")
        await stage.until_shown("3 of 3")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))
    with world.open() as collection:
        states = list(collection.states.values())
        assert [state.suspended for state in states].count(True) == 1
        assert [state.buried_on for state in states].count(collection.today()) == 1


async def test_details_tell_why_a_card_comes_back(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Show answer")
        await stage.press("space", "i")
        await stage.until_shown("rivers/nile")
        assert "New: it comes among the new cards" in stage.text


async def test_decks_that_do_not_read_are_told_and_read_again(world: World) -> None:
    world.write("rivers.yaml", "deck: rivers\n  title: [")
    async with playing(world) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, NoDecksScreen))
        await stage.press("p")
        await stage.until_shown("quizapp   Problems")
        assert "✗" in stage.text
        await stage.press("escape")
        world.write("rivers.yaml", DECK)
        await stage.press("r")
        await stage.until_shown("Start studying")


async def test_cram_leaves_every_schedule_alone(world: World) -> None:
    async with playing(world, Scope(cram=True)) as stage:
        await answer(stage, "1")
        await answer(stage, "3")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
    with world.open() as collection:
        assert not collection.states


async def test_a_value_that_no_quizapp_writes_ends_the_app_with_a_sentence(world: World) -> None:
    with world.open() as collection:
        collection.study().rate(Rating.GOOD, duration_ms=900)
    forge(world.settings.database, "UPDATE schedule SET phase = 7")
    async with playing(world) as stage:
        await stage.until(lambda: stage.app.failure is not None)
    assert isinstance(stage.app.failure, StoreDamaged)
    assert "quizapp doctor" in str(stage.app.failure)
