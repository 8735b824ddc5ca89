"""Keys that a learner gives to actions: all of them can be given, and no two get in each other's way."""

from __future__ import annotations

import pytest

from quizapp.config.keys import read_keys
from quizapp.errors import ConfigInvalid
from quizapp.tui import actions
from quizapp.tui.actions import SCREENS, Action
from quizapp.tui.keymap import ACTIONS, check_keys, key_settings, taken, with_key

TABLES = [
    table
    for table in vars(actions).values()
    if isinstance(table, tuple) and table and all(isinstance(each, Action) for each in table)
]


def test_every_table_can_be_remapped() -> None:
    assert {id(table) for table in TABLES} == {id(table) for table in SCREENS.values()}
    assert len(ACTIONS) == sum(map(len, TABLES)), "ids are unique"


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
def test_no_action_is_in_the_way_of_another_by_itself(action: Action) -> None:
    for key in read_keys(action.keys):
        assert taken({}, action.id, key) is None


def test_a_key_of_another_screen_is_free_and_one_that_works_everywhere_is_not() -> None:
    assert taken({}, "study.hint", "p") is None
    assert taken({}, "home.cram", "p") is ACTIONS["home.problems"]
    assert taken({}, "home.cram", "?") is ACTIONS["keys"]
    assert taken({}, "keys", "p") is ACTIONS["home.problems"]
    assert taken({"home.problems": "x2"}, "home.cram", "p") is None


def test_two_actions_may_change_keys() -> None:
    check_keys({"study.bury": "u", "study.undo": "b"}, "config.toml")
    with pytest.raises(ConfigInvalid, match=r"config.toml: keys: u is the key of both study.bury and study.undo."):
        check_keys({"study.bury": "u"}, "config.toml")


@pytest.mark.parametrize(
    ("keys", "key", "after"),
    [
        ("h,f2", "x", "x,f2"),
        ("h,f2", "f9", "h,f9"),
        ("space,enter", "x", "x,enter"),
        ("up", "k", "k,up"),
        ("k,up", "ctrl+k", "k,ctrl+k"),
        ("b", "comma", "comma"),
    ],
)
def test_a_character_takes_the_place_of_characters_and_any_other_key_that_of_the_others(
    keys: str, key: str, after: str
) -> None:
    assert with_key(keys, key) == after


def test_settings_of_keys_carry_what_the_action_does() -> None:
    bury = key_settings()["keys.study.bury"]
    assert bury.default == "b,f5"
    assert bury.means == "Set this card aside until tomorrow"
