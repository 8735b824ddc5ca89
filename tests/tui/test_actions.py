"""One table of actions feeds bindings, footers, the help overlay and the palette."""

from __future__ import annotations

from itertools import chain

import pytest
from fake_collection import NOTHING_DUE, FakeCollection
from stage import LARGE, staged
from textual.command import CommandList

from quizapp import help as manual
from quizapp.problem import Problem
from quizapp.study.scope import Scope
from quizapp.tui import actions
from quizapp.tui.actions import EVERYWHERE, Action, Place, key_name

SCREENS = {
    name: table
    for name, table in vars(actions).items()
    if name.isupper() and name != "EVERYWHERE" and isinstance(table, tuple)
}
ALL = tuple(chain(EVERYWHERE, *SCREENS.values()))
ASCII_TWINS = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
LATER = {"HOME": "tbe", "NO_DECKS": "o", "SUMMARY": "x"}
"""Keys that the pictures give to screens which are not there yet."""


def keys(table: tuple[Action, ...]) -> list[str]:
    return [key for action in table for key in action.keys.split(",")]


def test_ids_are_unique() -> None:
    ids = [action.id for action in ALL]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", SCREENS)
def test_a_key_does_one_thing_on_a_screen(name: str) -> None:
    bound = keys((*EVERYWHERE, *SCREENS[name]))
    assert len(bound) == len(set(bound))


def test_no_key_is_a_twin_of_backspace_tab_or_enter() -> None:
    assert ASCII_TWINS.isdisjoint(keys(ALL))


@pytest.mark.parametrize("name", LATER)
def test_no_key_promises_a_screen_that_is_not_there(name: str) -> None:
    assert set(LATER[name]).isdisjoint(keys(SCREENS[name]))


def test_sentences_are_plain() -> None:
    for action in ALL:
        assert action.tells[0].isupper()
        assert not action.tells.endswith((".", "!"))
        assert action.word == action.word.lower()


def test_the_manual_names_every_key_of_study() -> None:
    page = manual.read("study")
    for action in actions.STUDY:
        for key in action.keys.split(","):
            assert f"`{key_name(key)}`" in page, action


def test_the_manual_names_every_key_of_the_studio() -> None:
    page = manual.read("studio")
    for action in actions.STUDIO:
        for key in action.keys.split(","):
            assert f"`{key_name(key)}`" in page, action


@pytest.mark.parametrize("revealed", [False, True])
async def test_footer_help_and_palette_tell_what_is_bound(fake: FakeCollection, revealed: bool) -> None:
    async with staged(fake, Scope(), LARGE) as stage:
        if revealed:
            await stage.press("space")
        usable = stage.page.usable()
        bound = {active.binding.id for active in stage.page.active_bindings.values()} - {None}
        assert {action.id for action, _ in usable} == bound
        for action, _ in usable:
            assert (action.word in stage.footer) >= (action.place is not Place.BESIDE)
        await stage.press("?")
        for action, names in usable:
            row = next(row for row in stage.rows if row.endswith(action.tells))
            assert all(key_name(key) in row for key in names)
        await stage.press("escape", "ctrl+p")
        await stage.until(lambda: stage.app.screen.query(CommandList))
        commands = stage.app.screen.query_one(CommandList)
        await stage.until(lambda: commands.option_count == len(usable) - 1)


async def test_every_binding_has_an_action_to_run(fake: FakeCollection) -> None:
    fake.view = NOTHING_DUE
    async with staged(fake) as stage:
        for action, _ in stage.page.usable():
            name = action.call.partition("(")[0]
            target = stage.app if name.startswith("app.") else stage.page
            assert hasattr(target, f"action_{name.removeprefix('app.')}"), action


async def test_a_keymap_gives_an_action_other_keys_everywhere(fake: FakeCollection) -> None:
    async with staged(fake, Scope()) as stage:
        stage.app.set_keymap({"study.bury": "z"})
        stage.page.show_keys()
        await stage.pilot.pause()
        assert "z bury" in stage.footer
        await stage.press("b")
        assert len(fake.told) == 1
        await stage.press("z")
        await stage.until_shown("UBS forecasts")


async def test_a_short_footer_drops_its_last_left_keys_and_never_the_way_out(fake: FakeCollection) -> None:
    fake.problems = (Problem("europe.yaml", 1, 1, "rule", "message"),)
    async with staged(fake, size=(60, 20)) as stage:
        assert [item for item in stage.page.usable() if item[0].id == "home.problems"]
        assert stage.rows[-1].split("   ")[:2] == ["  ↑↓ deck", "space only this"]
        assert stage.rows[-1].endswith("? keys   q quit")
        assert "problems" not in stage.rows[-1]
