"""Summary: what a session came to, and the ways on from it."""

from __future__ import annotations

import pytest
from fake_collection import EPP, MEMO, QDII, SUNDAY, FakeCollection
from stage import SIZES, Stage, staged

from quizapp.study.scope import Failed, Scope
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen

FAILED = (Failed(EPP, 2, SUNDAY + 1, None), Failed(MEMO, 1, None, None))


async def finish(stage: Stage) -> None:
    """Answer the only card of a session that has failed others before."""
    assert stage.fake.session is not None
    stage.fake.session.failed, stage.fake.session.total = FAILED, 12
    await stage.reveal_and_rate("3")
    await stage.until_shown("Back to the decks")


@pytest.fixture
def fake() -> FakeCollection:
    return FakeCollection(cards=(QDII,))


@pytest.mark.parametrize("size", SIZES)
async def test_it_tells_what_was_done_how_it_went_and_what_comes(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, Scope(), size) as stage:
        await finish(stage)
        for words in (
            "12 of 12",
            "Done for today.",
            "1 card in 8 min 52 s. Your streak is now 24 days.",
            "1 answer",
            "88 % 21 of 24 reviews",
            "predicted 89 %, target 90 %",
            "10 new cards learned",
            "12 cards tomorrow",
            "Worth another look",
            "When was the EPP launched?",
            "2 × Again   tomorrow",
            "Back to the decks   enter",
            "look at these 2",
        ):
            assert words in stage.text


async def test_enter_goes_back_to_the_decks(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await finish(stage)
        await stage.press("enter")
        await stage.until_shown("Start studying")


@pytest.mark.parametrize(
    ("key", "scope"),
    [("a", Scope(ahead_days=1)), ("r", Scope(card_ids=(EPP.card_id, MEMO.card_id), cram=True))],
)
async def test_it_leads_on_to_more(fake: FakeCollection, key: str, scope: Scope) -> None:
    async with staged(fake, Scope()) as stage:
        await finish(stage)
        await stage.press(key)
        await stage.until(lambda: len(fake.told) == 3)
        assert fake.told[-1] == ("study", scope)


async def test_undo_still_works_and_returns_to_the_card(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await finish(stage)
        await stage.press("u")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))
        await stage.until_shown("undid Good")
        assert "Qualified Domestic" in stage.text
        await stage.press("1")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))


async def test_without_failed_cards_there_is_nothing_to_look_at_again(fake: FakeCollection) -> None:
    async with staged(fake, Scope(deck_ids=("china",))) as stage:
        await stage.reveal_and_rate("3")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        assert "Worth another look" not in stage.text
        assert "look at these" not in stage.text
        await stage.press("r")
        assert len(fake.told) == 2
