"""Browsing a real collection: searches, the table and the card beside it, acts on one card and on many."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from browsing import answer, browse, browsing, live
from stage import SIZES, SMALL, Stage
from worlds import DECK, TestClock, World

from quizapp.model import Rating
from quizapp.tui import actions
from quizapp.tui.actions import key_name
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.sheet import SheetScreen
from quizapp.tui.screens.study import StudyScreen


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("lived"))
    live(world)
    return world


@pytest.fixture
def world(lived: World, tmp_path: Path) -> World:
    shutil.copytree(lived.root, tmp_path, dirs_exist_ok=True)
    clock = TestClock()
    clock.at_ms = lived.clock.at_ms
    return World(tmp_path, clock)


async def settled(stage: Stage) -> None:
    """Wait until no act and no search is under way."""
    await stage.until(lambda: browse(stage)._finder.idle and browse(stage)._acts._queue.empty())


def row_of(stage: Stage, words: str) -> str:
    """Return the row of the table that holds these words."""
    width = browse(stage).table.size.width + 2
    return next(row[:width] for row in stage.rows if words in row[:width])


def states(world: World) -> dict[str, object]:
    with world.open(read_only=True) as collection:
        return dict(collection.states)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_slash_on_home_opens_every_card_grouped_by_deck(world: World, size: tuple[int, int]) -> None:
    async with browsing(world, None, size) as stage:
        await stage.until_shown("Rivers")
        assert "/ browse" in stage.footer
        await stage.press("slash")
        await stage.until_shown("10 of 10 cards")
        assert stage.row("Rivers") < stage.row("Which river flows") < stage.row("Seas") < stage.row("Which sea")
        row = row_of(stage, "Which river flows")
        assert "Review" in row
        assert row.startswith("▌" if size is SMALL else "  ▌")
        assert browse(stage).search.field.has_focus
        assert "prop:recall<90%" in stage.text
        await stage.press("escape")
        assert "prop:recall<90%" not in stage.text
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))


async def test_the_table_follows_what_is_typed(world: World) -> None:
    async with browsing(world) as stage:
        await stage.press("b", "a", "l", "t", "i", "c")
        await stage.until_shown("2 of 10 cards")
        assert browse(stage).search.value == "baltic", "keys are letters here"
        await stage.press("enter")
        assert not browse(stage).search.field.has_focus
        await stage.press("slash", "backspace")
        assert browse(stage).search.value == "balti"


async def test_a_bad_query_is_told_in_place_and_the_last_good_one_stays(world: World) -> None:
    async with browsing(world, "kind:list") as stage:
        assert "1 of 10 cards" in stage.text
        browse(stage).search.value = "kind:list is:dew"
        await stage.press("slash")
        await stage.until_shown("✗ is:dew is not known. Try is:new.")
        assert "1 of 10 cards" in stage.text
        assert "underline" in stage.style_of("is:dew")
        assert "underline" not in stage.style_of("kind:list")
        await stage.press(*["backspace"] * 7)
        await stage.until(lambda: "✗" not in stage.text)


@pytest.mark.parametrize(
    "query", ["(", '"', "-", "prop:due>x", "rated:0", "tag:", "x" * 3_000, "a\x1b]52;c;x\x07", "or"]
)
async def test_no_query_crashes_the_screen(world: World, query: str) -> None:
    async with browsing(world, query, SMALL) as stage:
        assert "✗" in stage.text or "\x1b" in query
        assert "\x1b" not in stage.text
        await stage.press("down", "enter")
        assert stage.app.is_running


async def test_what_is_pasted_becomes_one_clean_line(world: World) -> None:
    from textual.events import Paste

    async with browsing(world) as stage:
        browse(stage).search.field.post_message(Paste("is:\x1b[31mnew\nkind:list" + "x" * 100_000))
        await stage.until(lambda: browse(stage).search.value)
        assert browse(stage).search.value.isprintable()
        assert "A search may have 1,000 characters" in stage.text


async def test_a_query_that_finds_nothing_says_so(world: World) -> None:
    async with browsing(world, "zzz") as stage:
        assert "No card was found." in stage.text
        assert "0 of 10 cards" in stage.text
        await stage.press("space", "b", "d", "r", "enter", "a", "o", "end", "pagedown", "s")
        assert browse(stage).notice.display is False


async def test_orphans_have_a_group_of_their_own_and_stay_as_they_are(world: World) -> None:
    world.write(
        "rivers.yaml", DECK.replace("id: nile", "id: zambezi").replace("through Cairo", "over the Victoria Falls")
    )
    async with browsing(world, "is:orphan") as stage:
        assert stage.row("In no deck any more") < stage.row("Which river flows through Cairo?")
        assert "Orphan" in stage.text
        for key in ("b", "exclamation_mark"):
            await stage.press(key)
            await stage.until_shown("no deck asks it any more.")
        await stage.press("r", "y")
        await stage.until_shown("There is nothing to reset")
        await stage.press("enter")
        await stage.until_shown("An orphan: its progress is kept")


async def test_orders_are_named_with_their_direction(world: World) -> None:
    async with browsing(world, "-rivers") as stage:
        said = ["in deck order"]
        for shown in ("Due ↑", "Recall ↑", "Stability ↑", "Difficulty ↓", "Lapses ↓"):
            await stage.press("o")
            await stage.until_shown(shown)
            said.append(stage.rows[1].partition("·")[2].strip())
            assert "Seas" not in stage.rows[stage.row("Which sea") - 1], "no groups but in deck order"
        assert said[1:] == [
            "by due day, soonest first",
            "by recall, lowest first",
            "by stability, lowest first",
            "by difficulty, hardest first",
            "by lapses, most first",
        ]
        await stage.press("O")
        await stage.until_shown("by lapses, fewest first")
        await stage.press("o")
        await stage.until_shown("in deck order")
        await stage.press("O")
        await stage.until_shown("in deck order, last first")


async def test_moving_goes_no_farther_than_the_ends(world: World) -> None:
    async with browsing(world, "-zzz", SMALL) as stage:
        table = browse(stage).table
        for key, row in [
            ("up", 0), ("down", 1), ("end", 9), ("down", 9), ("pageup", 0), ("pagedown", 9), ("home", 0),
        ]:  # fmt: skip
            await stage.press(key)
            assert table.cursor == row, key
        await stage.click("Which sea lies lowest?")
        assert table.card_id == "seas/dead"
        await stage.click("Which sea lies lowest?")
        await stage.until(lambda: isinstance(stage.app.screen, SheetScreen))


async def test_a_long_list_keeps_the_heading_of_the_deck_and_says_what_is_beyond(world: World) -> None:
    notes = "".join(f"  - {{question: Number {n}?, answer: A}}\n" for n in range(300))
    world.write("many.yaml", f"deck: many\ntitle: Many\nnotes:\n{notes}")
    async with browsing(world, "number", SMALL) as stage:
        await stage.press("pagedown", "pagedown", "pagedown")
        assert stage.rows[stage.row("Number") - 1].strip() == "Many"
        shown = [int(row.partition("Number ")[2].partition("?")[0]) for row in stage.rows if "Number" in row]
        assert f"{shown[0]} more ↑   {299 - shown[-1]} more ↓" in stage.text


async def test_the_card_beside_follows_the_cursor(world: World) -> None:
    async with browsing(world, "seas") as stage:
        await stage.until_shown("A leech, with 9 lapses: reword")
        assert "●" in stage.text
        assert "Asia" in stage.text
        assert "An atlas" not in stage.text, "the place in it says more"
        for shown in ("· Coral", "give or take 10 %", "3. Bornholm", "False"):
            await stage.press("down")
            await stage.until_shown(shown)
        assert "New: not answered yet" in stage.text


async def test_a_narrow_terminal_shows_the_card_on_a_sheet(world: World) -> None:
    async with browsing(world, "cairo", SMALL) as stage:
        assert "The Nile" not in stage.text
        await stage.press("enter")
        await stage.until_shown("The Nile")
        assert "It reaches the sea in a delta" in stage.text
        await stage.press("pagedown", "pagedown", "pagedown")
        for told in ("typed nil", "Easy on a new card.", "rivers/nile"):
            assert told in stage.text, told
        await stage.press("escape")
        assert browse(stage).table.card_id == "rivers/nile"


async def test_marks_are_shown_and_acted_on_together_with_one_undo(world: World) -> None:
    before = states(world)
    async with browsing(world, "seas") as stage:
        await stage.press("space", "space")
        await stage.until_shown("2 marked")
        assert sum("■ " in row for row in stage.rows) == 2
        await stage.press("!")
        await stage.until_shown("Suspended 2 cards. u takes it back.")
        assert sum("Suspended" in row for row in stage.rows) == 3, "two rows and the sentence"
        assert browse(stage).table.cursor == 2, "the cursor stays"
        await stage.press("!")
        await stage.until_shown("Brought 2 cards back. u takes it back.")
        await stage.press("b")
        await stage.until_shown("Buried 2 cards until tomorrow. u takes it back.")
        for taken in ("buried 2 cards until tomorrow", "brought 2 cards back", "suspended 2 cards"):
            await stage.press("u")
            await stage.until_shown(f"Took back: {taken}.")
        await settled(stage)
    assert same(states(world), before)


def same(after: dict[str, object], before: dict[str, object]) -> bool:
    """Tell whether cards stand as they did; an act that was taken back may leave a row that says nothing."""
    kept = {card_id: state[:3] for card_id, state in after.items()}  # type: ignore[index]
    return all(kept[card_id] == state[:3] for card_id, state in before.items()) and all(  # type: ignore[index]
        kept[card_id] == (None, False, None) for card_id in kept.keys() - before.keys()
    )


async def test_an_act_on_some_leaves_alone_those_that_stand_so_already(world: World) -> None:
    async with browsing(world, "seas") as stage:
        await stage.press("b")
        await stage.until_shown("Buried 1 card until tomorrow.")
        await stage.press("a", "b")
        await stage.until_shown("Buried 4 cards until tomorrow.")
        await stage.press("b")
        await stage.until_shown("Brought 5 cards back today.")


async def test_marking_all_twice_marks_none(world: World) -> None:
    async with browsing(world, "seas") as stage:
        await stage.press("a")
        await stage.until_shown("5 marked")
        await stage.press("a")
        await stage.until(lambda: "marked" not in stage.text)


async def test_marks_last_over_searches_and_acts_leave_out_what_is_not_in_sight(world: World) -> None:
    async with browsing(world, "seas") as stage:
        await stage.press("a", "slash", *" kind:list", "enter")
        await stage.until_shown("1 of 5 marked")
        await stage.press("!")
        await stage.until_shown("Suspended 1 card.")
        await stage.press("a", "slash", *["backspace"] * len(" kind:list"))
        await stage.until_shown("4 marked")


async def test_a_card_that_an_act_takes_out_of_the_list_leaves_the_cursor_in_its_place(world: World) -> None:
    async with browsing(world, "-is:suspended") as stage:
        await stage.press("down", "down", "!")
        await stage.until_shown("9 of 10 cards")
        assert browse(stage).table.cursor == 2


async def test_a_reset_asks_once_and_undo_brings_the_schedule_back(world: World) -> None:
    before = states(world)
    async with browsing(world, "cairo") as stage:
        await stage.press("r")
        assert "Reset 1 card?" in stage.text
        assert stage.footer.strip().startswith("y reset")
        await stage.press("b", "down", "escape")
        assert "Reset" not in stage.text
        await stage.press("r", "y")
        await stage.until_shown("Reset 1 card. u takes it back.")
        assert "New" in row_of(stage, "Which river flows")
        await stage.press("u")
        await stage.until_shown("Took back: reset 1 card.")
        await stage.until_shown("Review")
    assert same(states(world), before)


async def test_a_due_day_is_asked_for_and_errors_are_told_in_place(world: World) -> None:
    before = states(world)
    async with browsing(world, "-is:leech") as stage:
        await stage.press("a", "d")
        await stage.until_shown("Due on")
        assert "when 1 card should come back" in stage.text
        for typed, told in [
            ("", "No day is written here."),
            ("soon", '"soon" is not a day. Write tomorrow, +5, 24 Dec or 2026-12-24.'),
            ("2020-01-01", "has passed. Choose today or a later day."),
        ]:
            browse(stage).due.value = typed
            await stage.press("enter")
            await stage.until_shown(told)
        browse(stage).due.value = ""
        await stage.press(*"24 dec", "enter")
        await stage.until_shown("Set the due day of 1 card. u takes it back. 8 cards were left out: not in review.")
        assert "24 Dec" in row_of(stage, "Which river flows")
        assert "Due on" not in stage.text
        await stage.press("u")
        await stage.until_shown("Took back: set the due day of 1 card.")
    assert same(states(world), before)


async def test_a_new_card_has_no_due_day_to_set(world: World) -> None:
    async with browsing(world, "turin") as stage:
        await stage.press("d")
        await stage.until_shown("Only a card in review has a due day: answer it first.")


async def test_escape_leaves_the_due_day_as_it_was(world: World) -> None:
    async with browsing(world, "cairo") as stage:
        await stage.press("d")
        await stage.until_shown("Due on")
        await stage.press("x", "escape")
        assert "Due on" not in stage.text
        await stage.press("d")
        await stage.until_shown("Due on")
        assert browse(stage).due.value == ""


async def test_undo_takes_back_answers_too_and_says_when_nothing_is_left(world: World) -> None:
    async with browsing(world, "cairo") as stage:
        await stage.press("u")
        await stage.until_shown("Took back: rated 1 card Easy.")
    fresh = World(world.root / "fresh")
    fresh.write("rivers.yaml", DECK)
    async with browsing(fresh, "cairo") as stage:
        await stage.press("u")
        await stage.until_shown("✗ There is nothing to undo")


async def test_cards_that_were_found_are_studied(world: World) -> None:
    async with browsing(world, "kind:list") as stage:
        await stage.press("s")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))
        await stage.until_shown("Name three of the Baltic.")


async def test_where_nothing_is_due_studying_points_to_cramming(world: World) -> None:
    async with browsing(world, "is:new") as stage:
        await stage.press("space", "b")
        await stage.until_shown("Buried 1 card")
        await stage.press("s")
        await stage.until_shown("None of these cards is due today.")
        await stage.press("c")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))


async def test_answers_given_meanwhile_are_seen(world: World) -> None:
    async with browsing(world, "kind:statement") as stage:
        await stage.press("s")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))
        study = stage.app.screen
        await stage.app.ask(lambda collection: answer(collection, "seas/tides", Rating.EASY))
        assert study.is_current
        stage.app.go_browse("kind:statement")
        await stage.until_shown("1 of 10 cards")
        assert "Review" in row_of(stage, "The Baltic has strong")


async def test_keys_pressed_in_a_row_are_done_in_their_order(world: World) -> None:
    async with browsing(world, "seas") as stage:
        await stage.press("!", "down", "b", "u", "u", "a", "!", "u")
        await settled(stage)
        await stage.until_shown("Took back: suspended 5 cards.")
    assert all(not state.suspended for state in states(world).values())  # type: ignore[attr-defined]


async def test_every_key_is_in_the_manual_and_in_the_help_overlay(world: World) -> None:
    from quizapp import help as manual

    page = manual.read("browse")
    for action in actions.BROWSE:
        for key in action.keys.split(","):
            assert f"`{key_name(key)}`" in page, action
    async with browsing(world, "seas") as stage:
        for action, _ in stage.page.usable():
            name = action.call.partition("(")[0]
            target = stage.app if name.startswith("app.") else stage.page
            assert hasattr(target, f"action_{name.removeprefix('app.')}"), action
        usable = {action.id for action, _ in stage.page.usable()}
        assert {action.id for action in actions.BROWSE} - usable == {"browse.confirm"}
        await stage.press("f1")
        await stage.until_shown("Browsing cards")


async def test_resizing_shows_and_hides_the_card_beside(world: World) -> None:
    async with browsing(world, "cairo") as stage:
        await stage.until_shown("The Nile")
        await stage.pilot.resize_terminal(80, 24)
        await stage.until(lambda: "The Nile" not in stage.text)
        await stage.pilot.resize_terminal(40, 10)
        await stage.pilot.pause()
        await stage.pilot.resize_terminal(100, 30)
        await stage.until_shown("The Nile")


async def test_nothing_in_a_deck_is_read_as_markup(world: World) -> None:
    world.write(
        "evil.yaml",
        "deck: evil\ntitle: '[b]Evil[/b]'\nnotes:\n"
        "  - {id: x, question: 'x[0] [/] [@click=app.quit]q[/]', answer: '[red]no[/red]', where: '[/]'}\n",
    )
    async with browsing(world, "deck:evil") as stage:
        await stage.until_shown("[red]no[/red]")
        assert "[b]Evil[/b]" in stage.text
        assert "x[0] [/] [@click=app.quit]q[/]" in stage.text


async def test_a_cursor_that_moved_on_while_an_act_was_done_stays_where_it_is(world: World) -> None:
    async with browsing(world, "seas") as stage:
        table, results = browse(stage).table, browse(stage)._results
        assert results is not None
        await stage.press("down", "down")
        table.show(results._replace(wish=results.wish._replace(card_id="seas/dead"), place=0))
        assert table.cursor == 2
        table.show(results._replace(wish=results.wish._replace(card_id="seas/depth"), place=1))
        assert table.cursor == 1


async def test_a_click_on_a_row_leaves_the_search_line(world: World) -> None:
    async with browsing(world, "") as stage:
        await stage.click("Turin’s river")
        assert not browse(stage).search.field.has_focus
        assert browse(stage).table.card_id == "rivers/po"


async def test_a_day_entered_twice_is_set_once(world: World) -> None:
    async with browsing(world, "cairo") as stage:
        await stage.press("d")
        await stage.until_shown("Due on")
        browse(stage).due.value = "tomorrow"
        browse(stage).read_due()
        browse(stage).read_due()
        await settled(stage)
        await stage.press("u", "u")
        await stage.until_shown("Took back: rated 1 card Easy.")
