"""What the stats screen asks for: worked out once, and anew as soon as anything it follows from has changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from worlds import DECK, World

from quizapp.collection import Collection
from quizapp.model import Rating
from quizapp.quiz.settings import QuizSettings
from quizapp.tui.backstage import Backstage
from quizapp.tui.stats_desk import Figures, Shown, StatsDesk, Wanted


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


@pytest.fixture
async def backstage(world: World) -> AsyncIterator[Backstage]:
    backstage = Backstage(world.open)
    yield backstage
    backstage.close()


async def test_figures_are_worked_out_anew_only_when_something_has_changed(world: World, backstage: Backstage) -> None:
    kept = Figures()

    async def opened() -> Shown:
        return await StatsDesk(backstage, kept).figures(Wanted())

    def rate(collection: Collection) -> None:
        collection.study().rate(Rating.GOOD, duration_ms=1_000)

    async def reviews() -> int:
        return (await opened()).progress.activity.total.reviews

    assert await opened() is await opened()
    await backstage.ask(rate)
    assert await reviews() == 1
    with world.open() as other:
        rate(other)
    assert await reviews() == 2, "another program counts as well"
    await backstage.ask(lambda collection: collection.undo())
    assert await reviews() == 1

    before = await opened()
    world.write("rivers.yaml", DECK.replace("Rivers", "Streams"))
    await backstage.ask(lambda collection: collection.reload())
    assert "Streams" in (await opened()).decks.values()
    assert "Streams" not in before.decks.values()

    def take_quiz(collection: Collection) -> None:
        session = collection.quizzes.begin(QuizSettings(questions=1))
        session.answer(session.quiz.question.right, spent_ms=1_000)
        rate(collection)
        session.hand_in()

    await backstage.ask(rate)
    assert await reviews() == 2
    await backstage.ask(take_quiz)
    assert len((await opened()).progress.quizzes) == 1

    world.clock.pass_days(1)
    assert (await opened()).progress.today == before.progress.today + 1

    before = await opened()
    settings = replace(world.settings, study=replace(world.settings.study, new_per_day=1))
    await backstage.ask(lambda collection: collection.change_settings(settings))
    assert await opened() is not before
    assert await opened() is await opened()
