"""Waiting: a countdown to the next learning card, and what can be done meanwhile."""

from __future__ import annotations

import pytest
from fake_collection import QDII, TEN_O_CLOCK, FakeCollection, FakeSession
from stage import SIZES, Stage, staged

from quizapp.model import Rating
from quizapp.study.scope import Scope
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.screens.waiting import WaitingScreen


@pytest.fixture
def fake() -> FakeCollection:
    fake = FakeCollection()
    until = TEN_O_CLOCK + 252_000
    fake.session = FakeSession(fake.clock, [], {}, fake.told, done_before=8, total=10, waiting_until=until)
    return fake


async def until_waiting(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, WaitingScreen))
    await stage.until_shown("Study ahead")


@pytest.mark.parametrize("size", SIZES)
async def test_it_counts_down_and_says_when_and_what_else(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, Scope(), size, ready=False) as stage:
        await until_waiting(stage)
        for words in ("8 of 10", "until the next card", "It comes at 10:04.", "End the session", "Cram", "More new"):
            assert words in stage.text


async def test_the_card_comes_by_itself_when_its_time_is_there(fake: FakeCollection) -> None:
    async with staged(fake, Scope(), ready=False) as stage:
        await until_waiting(stage)
        fake.clock.at_ms += 252_000
        waiting = stage.app.screen
        assert isinstance(waiting, WaitingScreen)
        await waiting._tick()
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))
        await stage.until_shown("What is QDII?")
        assert "Show answer" in stage.text


async def test_it_waits_while_the_time_is_not_there(fake: FakeCollection) -> None:
    async with staged(fake, Scope(), ready=False) as stage:
        await until_waiting(stage)
        fake.clock.at_ms += 60_000
        waiting = stage.app.screen
        assert isinstance(waiting, WaitingScreen)
        await waiting._tick()
        assert stage.app.screen is waiting


@pytest.mark.parametrize(
    ("key", "scope"),
    [("a", Scope(ahead_days=1)), ("c", Scope(cram=True)), ("n", Scope(extra_new=10))],
)
async def test_it_offers_ahead_cram_and_more(fake: FakeCollection, key: str, scope: Scope) -> None:
    async with staged(fake, Scope(), ready=False) as stage:
        await until_waiting(stage)
        await stage.press(key)
        await stage.until(lambda: len(fake.told) == 2)
        assert fake.told[-1] == ("study", scope)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_it_can_be_ended(fake: FakeCollection, key: str) -> None:
    assert fake.session is not None
    session = fake.session
    async with staged(fake, Scope(), ready=False) as stage:
        await until_waiting(stage)
        session.answered.append((QDII, Rating.GOOD))
        await stage.press(key)
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        assert "Session ended." in stage.text


async def test_undo_goes_back_to_the_card(fake: FakeCollection) -> None:
    assert fake.session is not None
    session = fake.session
    async with staged(fake, Scope(), ready=False) as stage:
        await until_waiting(stage)
        await stage.press("u")
        await stage.until_shown("There is nothing to undo.")
        session.answered.append((QDII, Rating.GOOD))
        await stage.press("u")
        await stage.until_shown("undid Good")
        assert "Qualified Domestic" in stage.text
