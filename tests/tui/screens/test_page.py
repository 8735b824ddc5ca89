"""What every screen shares: keys, manual, palette, theme, and what stands over all of it when it is too small."""

from __future__ import annotations

import pytest
from fake_collection import FakeCollection
from stage import LARGE, SMALL, staged
from textual._styles_cache import StylesCache
from textual.command import CommandList, CommandPalette

from quizapp import help as manual
from quizapp.study.scope import Scope
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.manual import ManualScreen
from quizapp.tui.screens.study import StudyScreen


async def test_question_mark_lists_the_keys_of_the_screen_and_closes_again(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await stage.press("?")
        await stage.until_shown("Set this card aside until tomorrow")
        assert "Rate Again" not in stage.text, "no rating can be given yet"
        assert "Find what a screen can do" in stage.text
        await stage.press("?")
        await stage.until_shown("What is QDII?")


async def test_f1_opens_the_manual_and_its_pages_turn(fake: FakeCollection) -> None:
    async with staged(fake, Scope(), LARGE) as stage:
        await stage.press("f1")
        await stage.until(lambda: isinstance(stage.app.screen, ManualScreen))
        number = manual.topics().index("study") + 1
        await stage.until_shown(f"{number} of {len(manual.topics())}")
        assert manual.title("study") in stage.text
        await stage.press("left")
        await stage.until_shown(f"{number - 1} of")
        await stage.press("down", "pagedown", "pageup", "up", "right", "f1")
        await stage.until_shown("What is QDII?")


async def test_the_palette_finds_and_does_what_a_key_does(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await stage.press("ctrl+p")
        await stage.until(lambda: isinstance(stage.app.screen, CommandPalette))
        await stage.press(*"tomorrow")
        await stage.until(lambda: stage.app.screen.query_one(CommandList).option_count == 1)
        await stage.press("enter")
        await stage.until_shown("UBS forecasts")
        assert fake.told[-1][0] == "bury"


async def test_the_theme_changes_and_is_remembered(fake: FakeCollection) -> None:
    kept: list[object] = []
    async with staged(fake, theme="light", keep=lambda *change: kept.append(change)) as stage:
        assert "#f2f0ea" in stage.style_of("quizapp")
        await stage.press("ctrl+t")
        await stage.until(lambda: kept == [(("screen", "theme"), "dark")])
        assert "#14161a" in stage.style_of("quizapp")


async def test_a_small_terminal_shows_one_sentence_and_keeps_the_card(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await stage.press("space", "left")
        await stage.pilot.resize_terminal(40, 12)
        await stage.until_shown("A little more room, please.")
        assert "this is 40 × 12" in stage.text
        assert "QDII" not in stage.text
        await stage.press("3", "b", "?", "ctrl+p", "escape")
        assert isinstance(stage.app.screen, StudyScreen)
        assert len(fake.told) == 1
        await stage.pilot.resize_terminal(*SMALL)
        await stage.until_shown("Qualified Domestic")
        await stage.press("space")
        await stage.until_shown("UBS forecasts")
        assert str(fake.told[-1][1]) == "2"


async def test_too_small_stands_over_a_sheet_too_and_down_to_one_cell(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        await stage.press("?")
        for size in ((59, 24), (80, 19), (12, 3), (1, 1)):
            await stage.pilot.resize_terminal(*size)
            await stage.pilot.pause()
            assert "aside until" not in stage.text
        await stage.pilot.resize_terminal(*SMALL)
        await stage.until_shown("aside until")
        await stage.press("escape")
        await stage.until_shown("What is QDII?")


@pytest.mark.parametrize("size", [(60, 20), (99, 29), (100, 30), (200, 60)])
async def test_every_size_shows_the_card_the_ratings_and_the_way_out(
    fake: FakeCollection, size: tuple[int, int]
) -> None:
    async with staged(fake, Scope(), size) as stage:
        await stage.press("space")
        for words in ("What is QDII?", "1  Again", "4  Easy", "90 % predicted", "? keys   esc end session"):
            assert words in stage.text
        assert all(strip.cell_length == size[0] for strip in stage.strips)


async def test_the_answer_clock_stands_still_while_the_card_cannot_be_seen(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        study = stage.app.screen
        assert isinstance(study, StudyScreen)
        assert study._watch.running
        await stage.press("?")
        assert not study._watch.running
        await stage.press("escape")
        assert study._watch.running
        await stage.pilot.resize_terminal(40, 12)
        await stage.until_shown("the clock waits")
        assert not study._watch.running
        await stage.pilot.resize_terminal(*SMALL)
        await stage.until(lambda: study._watch.running)


async def test_what_a_page_painted_goes_when_it_is_left(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        kept = []
        for _ in range(3):
            stage.app.go_home()
            await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))
            stage.app.go_study(Scope())
            await stage.until_shown("What is QDII?")
            kept.append(StylesCache.get_inner_outer.cache_info().currsize)
        assert kept[-1] < kept[0] + 10
