"""Home: what today holds, what its keys start, and what it says when there is nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_collection import NO_DECKS, NOTHING_DUE, OVERVIEW, TEN_O_CLOCK, FakeCollection
from stage import LARGE, SIZES, Stage, staged

from quizapp.errors import NotADatabase, StoreBusy
from quizapp.model import HOUR_MS, MINUTE_MS
from quizapp.problem import Problem
from quizapp.study.scope import Scope
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.no_decks import NoDecksScreen
from quizapp.tui.screens.study import StudyScreen

PROBLEM = Problem("decks/europe.yaml", 12, 5, "answer-missing", "the note has no answer.", "Write `answer:` below it.")


def studied(fake: FakeCollection) -> list[object]:
    return [what for name, what in fake.told if name == "study"]


async def until_studying(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, StudyScreen) and stage.fake.told)


@pytest.mark.parametrize("size", SIZES)
async def test_today_the_decks_the_streak_and_the_coming_days_are_on_one_page(
    fake: FakeCollection, size: tuple[int, int]
) -> None:
    async with staged(fake, size=size) as stage:
        for words in (
            "Sunday 22 November",
            "cards today",
            "about 9 minutes",
            "Start studying",
            "China’s savings pot",
            "next on Thursday",
            "91 %",
            "23 days",
            "longest 41 days",
            "Next 7 days",
            "space only this",
        ):
            assert words in stage.text
        assert "test yourself" not in stage.text


async def test_wide_shows_what_a_deck_was_written_from(fake: FakeCollection) -> None:
    async with staged(fake, size=LARGE) as stage:
        assert "China’s Savings Pot Teases Global Wealth Managers" in stage.text
        assert stage.row("Next 7 days") == stage.row("Recall")


async def test_enter_studies_everything(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        await stage.press("enter")
        await until_studying(stage)
        assert studied(fake) == [Scope()]


async def test_space_studies_the_marked_deck_and_arrows_mark_another(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        assert stage.rows[stage.row("China’s savings pot")].startswith("▌")
        await stage.press("down")
        assert stage.rows[stage.row("Europe’s center-right")].startswith("▌")
        await stage.press("up", "up", "down", "space")
        await until_studying(stage)
        assert studied(fake) == [Scope(deck_ids=("europe",))]


async def test_space_on_a_deck_with_nothing_due_says_so(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        await stage.press("down", "down", "down", "space")
        await stage.until_shown("Nothing is due in Cameras on US bases.")
        assert studied(fake) == []


async def test_the_mouse_marks_a_deck_starts_it_and_presses_the_footer(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        await stage.click("Europe’s center-right")
        assert stage.rows[stage.row("Europe’s center-right")].startswith("▌")
        await stage.click("keys")
        await stage.until_shown("Mark the deck above")
        await stage.click("back")
        await stage.click("Start studying")
        await until_studying(stage)
        assert studied(fake) == [Scope()]


async def test_the_frame_shows_and_keys_work_before_the_collection_is_open(fake: FakeCollection) -> None:
    fake.opens_in_s = 0.3
    async with staged(fake, ready=False) as stage:
        assert "Opening your decks…" in stage.text
        assert "Sunday 22 November" in stage.text
        await stage.press("enter")
        await until_studying(stage)
        assert studied(fake) == [Scope()]


async def test_quit_is_heard_before_the_collection_is_open(fake: FakeCollection) -> None:
    fake.opens_in_s = 0.3
    async with staged(fake, ready=False) as stage:
        await stage.press("q")
        await stage.until(lambda: not stage.app.is_running)
    assert fake.closed == 1


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_due_is_no_dead_end(fake: FakeCollection, size: tuple[int, int]) -> None:
    fake.view = NOTHING_DUE
    async with staged(fake, size=size) as stage:
        for words in (
            "Nothing is due.",
            "The next card comes back in 3 h, at 13:00.",
            "Today: 38 cards, 8 min 52 s, 88 % recalled",
            "Study ahead   enter",
            "tomorrow’s 12 cards, now",
            "c  Cram",
            "n  More new cards",
        ):
            assert words in stage.text
        assert "▌" not in stage.text
        assert "only this" not in stage.text


@pytest.mark.parametrize(
    ("key", "scope"),
    [("enter", Scope(ahead_days=1)), ("c", Scope(cram=True)), ("n", Scope(extra_new=10))],
)
async def test_nothing_due_offers_ahead_cram_and_more(fake: FakeCollection, key: str, scope: Scope) -> None:
    fake.view = NOTHING_DUE
    async with staged(fake) as stage:
        await stage.press(key)
        await until_studying(stage)
        assert studied(fake) == [scope]


async def test_cram_and_more_are_no_keys_while_something_is_due(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        await stage.press("c", "n")
        assert studied(fake) == []


async def test_a_learning_card_that_comes_hours_later_is_not_due_now(fake: FakeCollection) -> None:
    later = TEN_O_CLOCK + 3 * HOUR_MS
    fake.view = replace(NOTHING_DUE, learning=1, next_due_at=later)
    async with staged(fake) as stage:
        assert "Nothing is due." in stage.text
    fake.view = replace(NOTHING_DUE, learning=1, next_due_at=TEN_O_CLOCK + 5 * MINUTE_MS)
    async with staged(fake) as stage:
        assert "card today" in stage.text


async def test_problems_in_decks_are_told_in_place_and_listed_on_request(fake: FakeCollection) -> None:
    fake.problems = (PROBLEM, replace(PROBLEM, line=30))
    async with staged(fake) as stage:
        assert "2 deck problems, first in europe.yaml, line 12. Press p." in stage.text
        await stage.press("p")
        await stage.until_shown("decks/europe.yaml, line 30, column 5")
        assert "Write `answer:` below it." in stage.text
        await stage.press("escape")
        await stage.until_shown("Start studying")


async def test_notices_are_told_once(fake: FakeCollection) -> None:
    fake.notices = ("Progress of 1 reworded note was carried over.",)
    async with staged(fake) as stage:
        assert "carried over" in stage.text
        await stage.press("enter")
        await until_studying(stage)
        await stage.press("escape")
        await stage.until_shown("Start studying")
        assert "carried over" not in stage.text


async def test_many_decks_scroll_with_the_mark(fake: FakeCollection) -> None:
    deck = OVERVIEW.decks[0]
    decks = [replace(deck, deck=replace(deck.deck, title=f"Deck {n:02}")) for n in range(30)]
    fake.view = replace(OVERVIEW, decks=tuple(decks))
    async with staged(fake) as stage:
        assert "21 more ↓" in stage.text
        await stage.press(*["down"] * 12)
        assert stage.rows[stage.row("Deck 12")].startswith("▌")
        assert "4 more ↑" in stage.text
        assert "Deck 00" not in stage.text


async def test_many_decks_scroll_without_a_mark_when_nothing_is_due(fake: FakeCollection) -> None:
    deck = NOTHING_DUE.decks[0]
    decks = [replace(deck, deck=replace(deck.deck, title=f"Deck {n:02}")) for n in range(30)]
    fake.view = replace(NOTHING_DUE, decks=tuple(decks))
    async with staged(fake) as stage:
        assert "Deck 00" in stage.text
        await stage.press("down", "down")
        assert "2 more ↑" in stage.text
        assert "Deck 00" not in stage.text
        await stage.press("up", "up", "up")
        assert "Deck 00" in stage.text


@pytest.mark.parametrize("size", SIZES)
async def test_without_decks_one_button_works_at_once(fake: FakeCollection, size: tuple[int, int]) -> None:
    fake.view = NO_DECKS
    async with staged(fake, size=size, ready=False) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, NoDecksScreen))
        assert "No decks yet." in stage.text
        assert "quizapp looks for decks in decks" in stage.text
        fake.view = OVERVIEW
        await stage.press("enter")
        await stage.until_shown("Start studying")
        assert [path.name for path in fake.opened_with[-1].deck_paths] == ["decks"]
        assert fake.opened_with[-1].deck_paths != fake.opened_with[0].deck_paths
        assert fake.closed == 1


async def test_without_decks_it_looks_again(fake: FakeCollection) -> None:
    fake.view, fake.problems = NO_DECKS, (PROBLEM,)
    async with staged(fake, ready=False) as stage:
        await stage.until_shown("No deck could be read.")
        await stage.press("p")
        await stage.until_shown("europe.yaml, line 12, column 5")
        await stage.press("escape")
        fake.view, fake.problems = OVERVIEW, ()
        await stage.press("r")
        await stage.until_shown("Start studying")


async def test_a_collection_that_cannot_open_ends_the_app_with_its_error(fake: FakeCollection) -> None:
    fake.fails_to_open = NotADatabase(__file__)  # type: ignore[arg-type]
    async with staged(fake, ready=False) as stage:
        await stage.until(lambda: not stage.app.is_running)
    assert stage.app.failure is fake.fails_to_open
    assert stage.app.return_code == 0
    assert stage.app.return_value == NotADatabase.exit_code


async def test_an_error_later_on_is_told_in_place(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        home = stage.app.screen
        assert isinstance(home, HomeScreen)
        home.complain(StoreBusy(__file__, 5.0))  # type: ignore[arg-type]
        await stage.until_shown("Close it, then do this again")
        assert stage.app.failure is None


async def test_what_browse_needs_is_loaded_while_home_stands_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.tui.screens.home.IDLE_SECONDS", 0.01)
    async with staged(FakeCollection()) as stage:
        sheets = stage.app.stylesheet.source
        await stage.until(lambda: any(path.endswith("browse.tcss") for path, _ in sheets))
        assert stage.page.PLACE == "Home"
