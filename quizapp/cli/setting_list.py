"""Settings as a list: which of them are meant, for people as a table and for programs as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from quizapp.cli.table import Column, table_lines
from quizapp.config import Settings
from quizapp.config.table import SETTINGS, Setting, deck_limits
from quizapp.export.fields import Row, Value
from quizapp.tui.keymap import key_settings

COLUMNS = (
    Column("setting"),
    Column("value", gives_way=True),
    Column("default", gives_way=True),
    Column("means", gives_way=True),
)
GROUPS = ("study", "easy_days", "decks", "scheduling", "screen", "backup", "keys")


def listed(group: str, settings: Settings) -> list[Setting]:
    """Return the settings of a group, none where it is no group; for "" all, with those keys that were changed."""
    if group and group.removeprefix("study.") not in GROUPS:
        return []
    decks = [setting for deck_id in settings.study.decks for setting in deck_limits(deck_id)]
    keys = list(key_settings().values())
    if not group:
        return [*SETTINGS, *decks, *(setting for setting in keys if not setting.is_default(settings))]
    return [setting for setting in (*SETTINGS, *decks, *keys) if group.removeprefix("study.") in setting.path[:-1]]


def table_of(found: Sequence[Setting], settings: Settings) -> list[str]:
    """Return a table of settings; a default stands beside a value that differs from it."""
    rows = [
        (
            setting.name,
            setting.shown(settings),
            "" if setting.is_default(settings) else setting.form.show(setting.default),
            setting.means,
        )
        for setting in found
    ]
    return table_lines(COLUMNS, rows)


def rows_of(found: Iterable[Setting], settings: Settings) -> Iterator[Row]:
    """Yield settings as rows; values are those of the file, null for no limit."""
    for setting in found:
        yield {
            "setting": setting.name,
            "value": cast(Value, setting.form.write(setting.get(settings))),
            "default": cast(Value, setting.form.write(setting.default)),
            "means": setting.means,
        }
