"""`quizapp config`: settings, shown and changed."""

from __future__ import annotations

import sys

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import note, say, write_json
from quizapp.cli.setting_list import listed, rows_of, table_of
from quizapp.config import Settings, config_file
from quizapp.config.forms import Unfit
from quizapp.config.table import DESIRED_RETENTION, Setting, find
from quizapp.config.writing import write_setting
from quizapp.errors import ConfigInvalid, UsageError
from quizapp.export.json_text import json_text
from quizapp.text import shorten
from quizapp.tui.keymap import check_keys, key_settings


@click.command("config")
@click.argument("name", metavar="[KEY]", required=False)
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--unset", is_flag=True, help="Give the setting its default again.")
@click.option("--preview", is_flag=True, help="Only show what another desired_retention would mean.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@click.option("--path", "path_only", is_flag=True, help="Print where the file of settings is.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    name: str | None,
    values: tuple[str, ...],
    unset: bool,
    preview: bool,
    yes: bool,
    as_json: bool,
    path_only: bool,
) -> None:
    """Show settings, or change one.

    KEY is a setting such as new_per_day, or a group of them: study, easy_days, decks, scheduling, screen or
    keys. With a VALUE it is changed, in the file of settings and for every answer from then on.
    """
    if path_only:
        say(str(config_file()))
        return
    settings = cli.settings()
    if unset and (name is None or values):
        raise UsageError("Name the setting after --unset, and give it no value.")
    if name is None or (not values and not unset):
        _show(name or "", settings, as_json)
    else:
        setting = find(name, key_settings())
        value = setting.default if unset else _parsed(setting, " ".join(values))
        _change(cli, settings, setting, value, keep=not unset, preview=preview, yes=yes)


def _show(name: str, settings: Settings, as_json: bool) -> None:
    check_keys(settings.keys, str(settings.config_file))
    found = listed(name, settings)
    if as_json:
        write_json(json_text(rows_of(found or [find(name, key_settings())], settings)))
    elif found:
        for number, line in enumerate(table_of(found, settings)):
            say(line, bold=number == 0)
        if not name:
            say()
            say("Change one: quizapp config KEY VALUE. The keys of every screen: quizapp config keys")
    else:
        say(find(name, key_settings()).shown(settings))


def _parsed(setting: Setting, text: str) -> object:
    try:
        return setting.form.parse(text)
    except Unfit as unfit:
        raise ConfigInvalid(setting.name, f"it cannot be {shorten(text, 40)!r}.", str(unfit)) from None


def _change(
    cli: Cli, before: Settings, setting: Setting, value: object, *, keep: bool, preview: bool, yes: bool
) -> None:
    after = setting.put(before, value)
    if keep and after.keys != before.keys:
        check_keys(after.keys, str(after.config_file))
    if setting.path[:2] == ("study", "decks"):
        _check_deck(cli, setting.path[2])
    if after.scheduling != before.scheduling:
        from quizapp.collection.loading import check

        check(after)
    if preview or (setting is DESIRED_RETENTION and after != before):
        _preview(cli, setting, value)
        if preview:
            return
        _confirm(yes)
    write_setting(before.config_file, setting.path, setting.form.write(value) if keep else None)
    if after.scheduling != before.scheduling and after.database.exists():
        with cli.collection():
            pass  # what a schedule depends on is on record as soon as the collection is open
    held = cli.settings()
    say(f"{setting.name} is {'now ' if setting.shown(held) != setting.shown(before) else ''}{setting.shown(held)}.")


def _check_deck(cli: Cli, deck_id: str) -> None:
    """Raise UnknownDeck unless a deck has that id."""
    with cli.collection(read_only=True) as collection:
        collection.deck(deck_id)


def _preview(cli: Cli, setting: Setting, value: object) -> None:
    if setting is not DESIRED_RETENTION or not isinstance(value, float):
        raise UsageError("Only desired_retention has a preview.")
    from quizapp.collection.retention import preview_retention
    from quizapp.tui.settings_words import retention_change

    with cli.collection(read_only=True) as collection:
        seen = preview_retention(collection, value)
        before = collection.settings.scheduling.desired_retention
    for sentence in retention_change(seen, before, value):
        say(sentence)


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _confirm(yes: bool) -> None:
    if yes:
        return
    if not _can_ask():
        raise UsageError("Nothing was changed. Add --yes to change it.")
    if not click.confirm("Change it?", default=False):
        note("Nothing was changed.")
        raise click.exceptions.Exit(0)
