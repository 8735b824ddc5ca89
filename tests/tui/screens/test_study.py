"""Study: what each key does to the card, and what may never happen to an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_collection import EPP, FEES, MEMO, QDII, FakeCollection, FakeSession
from stage import LARGE, SIZES, Stage, is_ready, staged

from quizapp.errors import DiskFull
from quizapp.model import Phase, Rating
from quizapp.study.scope import Scope
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen

ALL = Scope()


def ratings(fake: FakeCollection) -> list[object]:
    return [what for name, what in fake.told if name == "rate"]


async def reveal(stage: Stage) -> None:
    await stage.press("space")
    await stage.until_shown("Again")


@pytest.mark.parametrize("size", SIZES)
async def test_the_answer_stays_hidden_until_space_shows_it(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, ALL, size) as stage:
        assert "What is QDII?" in stage.text
        assert "Show answer" in stage.text
        assert "Qualified Domestic" not in stage.text
        await stage.press("space")
        assert "Qualified Domestic" in stage.text
        assert "Apart from stock connect" in stage.text
        for word in ("Again", "Hard", "Good", "Easy", "10 min", "32 days", "46 days", "77 days", "90 % predicted"):
            assert word in stage.text


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_above_the_answer_moves_on_reveal(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, ALL, size) as stage:
        fold = next(n for n, row in enumerate(stage.rows) if n > 3 and "────" in row)
        action = stage.row("Show answer")
        before = stage.rows[: fold + 1]
        await stage.press("space")
        assert stage.rows[: fold + 1] == before
        assert stage.row("Again") == action


@pytest.mark.parametrize(("key", "rating"), [("1", 1), ("2", 2), ("3", 3), ("4", 4)])
async def test_a_digit_rates_at_once(fake: FakeCollection, key: str, rating: int) -> None:
    async with staged(fake, ALL) as stage:
        await reveal(stage)
        await stage.press(key)
        await stage.until_shown("UBS forecasts")
        assert ratings(fake) == [Rating(rating)]
        assert "Show answer" in stage.text


async def test_a_digit_before_the_answer_shows_rates_nothing(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("3", "1", "4")
        assert ratings(fake) == []
        assert "What is QDII?" in stage.text


async def test_space_takes_the_marked_rating_and_arrows_move_it(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("space", "left", "enter")
        await stage.until_shown("UBS forecasts")
        await stage.press("enter", "right", "right", "space")
        await stage.until_shown("EPP")
        await stage.press("space", "space")
        await stage.until_shown("bungalow")
        assert ratings(fake) == [Rating.HARD, Rating.EASY, Rating.GOOD]


async def test_a_second_rating_while_the_first_is_stored_rates_no_unseen_card(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        assert fake.session is not None
        fake.session.slow_s = 0.05
        await reveal(stage)
        screen = stage.app.screen
        assert isinstance(screen, StudyScreen)
        for _ in range(3):
            screen.action_rate(3)
        screen.action_take()
        screen.action_rate(1)
        await stage.until(lambda: "$42 billion" in stage.text)
        assert ratings(fake) == [Rating.GOOD]
        assert len(fake.session.answered) == 1


async def test_keys_pressed_while_an_answer_is_stored_are_done_after_it(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        assert fake.session is not None
        fake.session.slow_s = 0.05
        await reveal(stage)
        await stage.press("3", "space", "u")
        await stage.until_shown("undid Good")
        assert [name for name, _ in fake.told] == ["study", "rate", "undo"]


async def test_a_card_is_not_set_aside_before_it_was_seen(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        assert fake.session is not None
        fake.session.slow_s = 0.05
        await reveal(stage)
        screen = stage.app.screen
        assert isinstance(screen, StudyScreen)
        screen.action_rate(3)
        screen.action_bury()
        screen.action_suspend()
        await stage.until_shown("UBS forecasts")
        await stage.pilot.pause(0.15)
        assert [name for name, _ in fake.told] == ["study", "rate"]


@pytest.mark.parametrize("size", SIZES)
async def test_undo_returns_to_the_card_with_its_answer_shown(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, ALL, size) as stage:
        await stage.reveal_and_rate("4")
        await stage.until_shown("UBS forecasts")
        await stage.press("u")
        await stage.until_shown("undid Easy")
        assert "What is QDII?" in stage.text
        assert "Qualified Domestic" in stage.text
        assert "Again" in stage.text
        await stage.press("3")
        await stage.until_shown("UBS forecasts")
        assert "undid" not in stage.text


async def test_undo_with_nothing_to_take_back_says_so_and_keeps_the_card(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("u")
        await stage.until_shown("There is nothing to undo.")
        assert "What is QDII?" in stage.text


async def test_bury_and_suspend_set_the_card_aside(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("b")
        await stage.until_shown("UBS forecasts")
        await stage.press("space", "!")
        await stage.until_shown("EPP")
        assert fake.told[1:] == [("bury", QDII.card_id), ("suspend", FEES.card_id)]
        assert "Show answer" in stage.text


async def test_the_hint_takes_the_answers_place_until_the_answer_shows(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        row = stage.row("h  hint")
        await stage.press("h")
        assert "It begins with Q." in stage.rows[row]
        await stage.press("space")
        assert "It begins with Q." not in stage.text
        assert "Qualified Domestic" in stage.rows[row]


async def test_a_card_without_a_hint_offers_none(fake: FakeCollection) -> None:
    fake.cards = (MEMO,)
    async with staged(fake, ALL) as stage:
        assert "hint" not in stage.text
        await stage.press("h")
        assert "Show answer" in stage.text


async def test_a_gap_is_marked_and_what_fills_it_has_its_colour(fake: FakeCollection) -> None:
    fake.cards = (FEES,)
    async with staged(fake, ALL, LARGE) as stage:
        gap = stage.style_of("[\u00a0amount\u00a0]")
        assert "underline" in gap
        assert "#8fcbb9" in gap
        await stage.press("space")
        assert "#8fcbb9" in stage.style_of("$42 billion")
        assert "first time" in stage.text


async def test_escape_ends_the_session_with_a_summary_then_home(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.reveal_and_rate("3")
        await stage.until_shown("UBS forecasts")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        assert "Session ended." in stage.text
        await stage.press("escape")
        await stage.until_shown("Start studying")


async def test_escape_without_an_answer_goes_home_at_once(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("escape")
        await stage.until_shown("Start studying")


async def test_the_last_card_leads_to_the_summary(fake: FakeCollection) -> None:
    fake.cards = (QDII,)
    async with staged(fake, ALL) as stage:
        await stage.reveal_and_rate("3")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))


async def test_a_scope_that_holds_nothing_leads_home_and_says_so(fake: FakeCollection) -> None:
    fake.cards = ()
    async with staged(fake, Scope(deck_ids=("cameras",)), ready=False) as stage:
        await stage.until_shown("Nothing of what you asked for")
        assert isinstance(stage.app.screen, HomeScreen)


async def test_an_answer_that_cannot_be_stored_keeps_the_card_and_says_what_to_do(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        assert fake.session is not None
        await reveal(stage)
        fake.session.broken = DiskFull(Path("/data/progress.db"))
        await stage.press("3")
        await stage.until_shown("Free some space")
        assert "What is QDII?" in stage.text
        assert "Again" in stage.text
        await stage.press("3")
        await stage.until_shown("UBS forecasts")
        assert ratings(fake) == [Rating.GOOD]
        assert "Free some space" not in stage.text


async def test_source_and_details_open_over_the_card_and_leave_it_as_it_was(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.press("s")
        assert isinstance(stage.app.screen, StudyScreen), "there is no source to show before the answer"
        await stage.press("space", "s")
        await stage.until_shown("https://example.org/savings")
        await stage.press("escape", "i")
        await stage.until_shown("Why it comes back when it does")
        assert "Due tomorrow." in stage.text
        await stage.press("pagedown")
        assert "china/qdii" in stage.text
        await stage.press("escape")
        assert "Qualified Domestic" in stage.text


async def test_the_mouse_does_what_the_keys_do(fake: FakeCollection) -> None:
    async with staged(fake, ALL) as stage:
        await stage.click("hint")
        assert "It begins with Q." in stage.text
        await stage.click("Show answer")
        assert "Qualified Domestic" in stage.text
        await stage.pilot.pause()
        await stage.click("Easy")
        await stage.until_shown("UBS forecasts")
        await stage.click("bury")
        await stage.until_shown("EPP")
        await stage.click("undo")
        await stage.until_shown("undid Easy")
        assert [name for name, _ in fake.told] == ["study", "rate", "bury", "undo"]


async def test_a_long_answer_scrolls_between_the_question_and_the_foot(fake: FakeCollection) -> None:
    words = " ".join(f"word{n}" for n in range(400))
    fake.cards = (QDII._replace(answer=words),)
    async with staged(fake, ALL) as stage:
        await stage.press("space")
        assert "more ↓" in stage.text
        assert "word0 " in stage.text
        for _ in range(60):
            stage.page.action_page_down()  # type: ignore[attr-defined]
        await stage.pilot.pause()
        assert "word399" in stage.text
        assert "more ↑" in stage.text
        assert "What is QDII?" in stage.text
        assert "90 % predicted" in stage.text
        await stage.press("pageup")
        assert "more ↑↓" in stage.text


async def test_a_long_question_scrolls_with_its_answer(fake: FakeCollection) -> None:
    fake.cards = (QDII._replace(prompt=" ".join(f"word{n}" for n in range(300))),)
    async with staged(fake, ALL) as stage:
        assert "word0 " in stage.text
        assert "more ↓" in stage.text
        await stage.press("space")
        assert "Qualified Domestic" in stage.text, "the answer is shown, not left below the edge"


async def test_a_leech_is_called_one(fake: FakeCollection) -> None:
    fake.session = FakeSession(fake.clock, [EPP], {EPP.card_id: Phase.RELEARNING}, fake.told, is_leech=True)
    fake.session.phases = {}
    async with staged(fake, ALL) as stage:
        assert "leech · Review" in stage.text


async def test_cram_shows_ratings_without_intervals(fake: FakeCollection) -> None:
    async with staged(fake, Scope(cram=True)) as stage:
        assert "Cram" in stage.rows[0]
        await stage.press("space")
        assert "Good" in stage.text
        assert "46 days" not in stage.text


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_collection_has_to_say_is_told_with_the_first_card_alone(
    fake: FakeCollection, size: tuple[int, int]
) -> None:
    lost = "~/progress.db holds no answers, but 3 backups of it with answers are in ~/progress.db.backups."
    fake.notices = (f"{lost} Bring your progress back: quizapp restore",)
    async with staged(fake, ALL, size) as stage:
        await stage.until_shown("holds no answers, but 3 backups")
        assert "quizapp restore" in stage.text
        assert "Show answer" in stage.text
        await stage.reveal_and_rate("3")
        await stage.until(lambda: fake.session is not None and fake.session.answered)
        await stage.until_shown("Show answer")
        assert "holds no answers" not in stage.text
        await stage.press("escape")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen) and is_ready(stage.app))
        assert "holds no answers" not in stage.text
