"""Changing one setting in the settings file, and leaving every other byte of it alone."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.atomic import make_folders, write_whole
from quizapp.config.forms import Plain
from quizapp.config.reading import read_text, toml
from quizapp.config.toml_edit import set_value, with_value
from quizapp.errors import ConfigInvalid

EASY_DAYS = ("study", "easy_days")
BOM = "\ufeff"


def write_setting(file: Path, path: Sequence[str], value: Plain | None) -> None:
    """Give a key of the file a value, or take it out with None; make the file when there is none.

    Comments, order and line ends stay as they are. The file is whole at any moment, and a link stays a link.

    Raises:
        ConfigInvalid: the file cannot be read or written, or is written such that it has to be changed by hand.
    """
    text = read_text(file)
    data = toml(file, text)
    path = _as_written(data, tuple(path))
    mark = BOM if text.startswith(BOM) else ""
    changed = mark + set_value(text.removeprefix(BOM), path, value, inline=EASY_DAYS)
    if not _holds(changed, with_value(data, path, value)):
        by_hand = f"{path[-1]} could not be changed in it."
        raise ConfigInvalid(str(file), by_hand, "Change it there with an editor.")
    if changed != text:
        _replace(file, changed)


def _as_written(data: dict[str, Any], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path to an action's keys as the file has it: its id may stand without quotes, as tables."""
    table = data.get("keys")
    if path[0] != "keys" or not isinstance(table, dict) or path[1] in table:
        return path
    parts = path[1].split(".")
    for part in parts:
        table = table.get(part) if isinstance(table, dict) else None
    return path if table is None else ("keys", *parts)


def _holds(text: str, data: dict[str, Any]) -> bool:
    """Tell whether a text holds this; a table that has become empty may be there or not."""
    try:
        return bool(_filled(tomllib.loads(text.removeprefix(BOM))) == _filled(data))
    except (ValueError, RecursionError):
        return False


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    filled = {key: _filled(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in filled.items() if value != {}}


def _replace(file: Path, text: str) -> None:
    try:
        make_folders(Path(os.path.realpath(file)).parent, 0o700)
        write_whole(file, [text.encode()])
    except OSError as error:
        what = f"it was not changed ({error.strerror})."
        raise ConfigInvalid(str(file), what, "Make it writable, or name another with QUIZAPP_CONFIG.") from None
