"""Names of keys: one spelling for each, and none that a terminal cannot tell from another."""

from __future__ import annotations

from string import punctuation

import pytest
from textual.keys import _character_to_key

from quizapp.config.keys import TWINS, UnusableKey, read_key, read_keys
from quizapp.tui.actions import SCREENS


@pytest.mark.parametrize("character", sorted(set(punctuation) - {","}))
def test_a_character_and_the_name_that_textual_gives_it_are_one_key(character: str) -> None:
    assert read_key(character) == read_key(_character_to_key(character)) == character


def test_a_comma_is_written_out_because_it_stands_between_keys() -> None:
    assert read_keys("comma, space") == ("comma", "space")


@pytest.mark.parametrize("letter", TWINS)
def test_a_twin_of_backspace_tab_or_enter_is_refused_by_name(letter: str) -> None:
    with pytest.raises(UnusableKey, match=f"ctrl\\+{letter} is {TWINS[letter]} to a terminal"):
        read_key(f"ctrl+{letter}")


@pytest.mark.parametrize("text", ["", "foo", "ctrl+", "ctrl+ctrl+t", "strg+t", "f25", "\x1b", "ab", "shift+a", "\n"])
def test_what_no_terminal_sends_is_refused(text: str) -> None:
    with pytest.raises(UnusableKey):
        read_key(text)


def test_modifiers_have_one_order() -> None:
    assert read_key("shift+ctrl+f5") == "ctrl+shift+f5"


def test_every_key_of_the_program_can_be_read() -> None:
    for actions in SCREENS.values():
        for action in actions:
            assert len(read_keys(action.keys)) == len(action.keys.split(","))
