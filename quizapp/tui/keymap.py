"""Keys that the learner gave to actions: which there are, and whether two of them get in each other's way."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from quizapp.config.keys import read_keys
from quizapp.config.table import Setting, action_keys
from quizapp.errors import ConfigInvalid
from quizapp.tui.actions import EVERYWHERE, SCREENS, Action, is_typed

ACTIONS = {action.id: action for actions in SCREENS.values() for action in actions}


def key_settings(actions: tuple[Action, ...] = tuple(ACTIONS.values())) -> dict[str, Setting]:
    """Return the settings of actions' keys, by their names."""
    settings = (action_keys(action.id, spelled(action.keys), action.tells) for action in actions)
    return {setting.name: setting for setting in settings}


@cache
def spelled(keys: str) -> str:
    """Return the keys of an action in the spelling of the settings file."""
    return ",".join(read_keys(keys))


def check_keys(keys: Mapping[str, str], file: str) -> None:
    """Raise a ConfigInvalid for an action that is not there, and for two actions of one screen on one key."""
    for action_id, given in keys.items():
        if action_id not in ACTIONS:
            close = get_close_matches(action_id, ACTIONS, n=1)
            instead = f"Did you mean {close[0]}?" if close else "See which there are: quizapp config keys"
            raise ConfigInvalid(f"{file}: keys", f"{action_id} is no action.", instead)
        for key in given.split(","):
            other = taken(keys, action_id, key)
            if other is not None:
                what = f"{key} is the key of both {action_id} and {other.id}."
                raise ConfigInvalid(f"{file}: keys", what, "Give one of them another key.")


def taken(keys: Mapping[str, str], action_id: str, key: str) -> Action | None:
    """Return another action that is on this key where `action_id` can be taken, None when the key is free.

    What works everywhere shares its keys with every screen.
    """
    beside: tuple[Action, ...] = EVERYWHERE
    for actions in SCREENS.values():
        if any(action.id == action_id for action in actions):
            beside += actions
    everywhere = any(action.id == action_id for action in EVERYWHERE)
    others = tuple(ACTIONS.values()) if everywhere else beside
    return next((a for a in others if a.id != action_id and key in keys_of(a, keys)), None)


def with_key(keys: str, key: str) -> str:
    """Return keys with another one: a character takes the place of characters, any other key that of the others.

    So an action keeps the key that it has where letters are typed.
    """
    others = [other for other in keys.split(",") if is_typed(other) != is_typed(key)]
    return ",".join([key, *others] if is_typed(key) else [*others, key])


def keys_of(action: Action, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys that an action is on."""
    return tuple((keys.get(action.id) or spelled(action.keys)).split(","))
