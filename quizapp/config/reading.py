"""From the text of the settings file to the settings it holds, or to what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from quizapp.config import Settings
from quizapp.config.forms import Unfit
from quizapp.config.table import SETTINGS, Setting, action_keys, deck_limits
from quizapp.errors import ConfigInvalid
from quizapp.text import shorten

Where = tuple[str, ...]
_DECKS = ("study", "decks")
_KEYS = ("keys",)


def with_file(settings: Settings) -> Settings:
    """Return the settings as their file changes them; as they are when there is no file.

    Raises:
        ConfigInvalid: it is unreadable, no TOML, or holds a key or a value that means nothing.
    """
    file = settings.config_file
    for setting, value, where in _found(toml(file, read_text(file)), (), str(file)):
        try:
            settings = setting.put(settings, setting.form.read(value))
        except Unfit as unfit:
            what = f"{setting.path[-1]} cannot be {shorten(repr(value), 60)}."
            raise ConfigInvalid(where, what, str(unfit)) from None
    return settings


def read_text(file: Path) -> str:
    """Return the text of the file with its own line ends, empty when there is no file; raises as above."""
    try:
        with open(file, encoding="utf-8", newline="") as source:
            return source.read()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise _no_toml(file, error) from None
    except OSError as error:
        what = f"it cannot be read ({error.strerror})."
        raise ConfigInvalid(str(file), what, "Make it readable, or move it away.") from None


def toml(file: Path, text: str) -> dict[str, Any]:
    """Return what the text of the file holds; raises as above."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise _no_toml(file, error) from None


def _no_toml(file: Path, error: Exception) -> ConfigInvalid:
    return ConfigInvalid(str(file), f"this is no TOML ({error}).", "Mend it, or move it away.")


def _found(table: Mapping[str, Any], path: Where, file: str) -> Iterator[tuple[Setting, object, str]]:
    """Yield each setting that a table holds, with its value and where it stands."""
    where = f"{file}: {'.'.join(path) or 'the file'}"
    for key, value in table.items():
        setting = _child(path, key, value, where)
        if setting is not None:
            yield setting, value, where
        elif isinstance(value, dict):
            yield from _found(value, (*path, key), file)
        else:
            name = ".".join((*path, key))
            raise ConfigInvalid(file, f"{name} is not a table.", f"Write [{name}] and its settings below.")


def _child(path: Where, key: str, value: object, where: str) -> Setting | None:
    """Return the setting that a key of a table is, None for a table."""
    if path[:1] == _KEYS:
        # `study.hint = "z"` without quotes is a table in TOML; it means the action all the same.
        return None if isinstance(value, dict) else action_keys(".".join((*path[1:], key)))
    if path == _DECKS:
        return None
    known = _known(path)
    if key not in known:
        close = get_close_matches(key, known, n=1)
        instead = f"Did you mean {close[0]}?" if close else f"Known: {', '.join(known)}."
        raise ConfigInvalid(where, f"{shorten(key, 60)} is no setting.", instead)
    return known[key]


@cache
def _known(path: Where) -> Mapping[str, Setting | None]:
    """Return what a table may hold: settings, and None for the tables in it."""
    settings: Sequence[Setting] = deck_limits(path[-1]) if path[:-1] == _DECKS else SETTINGS
    known: dict[str, Setting | None] = {}
    for setting in settings:
        if setting.path[: len(path)] == path:
            deeper = len(setting.path) > len(path) + 1
            known[setting.path[len(path)]] = None if deeper else setting
    return known | dict.fromkeys(_OPEN.get(path, ()))


_OPEN = {(): ("keys",), ("study",): ("decks",)}
"""Tables whose keys are whatever decks and actions there are, by the table they stand in."""
