"""`quizapp backup`: make a backup now, or list those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say, write_json
from quizapp.clock import iso_utc
from quizapp.errors import UsageError
from quizapp.export.json_text import json_text
from quizapp.humanize import count, size
from quizapp.paths import tilde

if TYPE_CHECKING:
    from quizapp.export.fields import Row
    from quizapp.store.backup_keep import Backup


@click.command("backup")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write it to this file, or into this folder.")
@click.option("--list", "is_list", is_flag=True, help="List the backups, and check each.")
@click.option("--json", "is_json", is_flag=True, help="Write JSON for programs.")
@place_options
@click.pass_obj
def command(cli: Cli, output: str | None, is_list: bool, is_json: bool) -> None:
    """Make a backup of your progress.

    quizapp makes one by itself while you study, at most every half hour, and thins them out by day, week and month.
    This makes one at once. With -o it goes where you say and is never thinned out. See quizapp help backup.
    """
    from quizapp.store.backup_files import folder_of

    settings = cli.settings()
    folder = folder_of(settings.database, settings.backup_folder)
    if is_list:
        if output:
            raise UsageError("--list writes no backup. Leave out -o, or leave out --list.")
        _list(cli, settings.database, folder, is_json)
        return
    made = _make(cli, settings.database, folder, Path(output).expanduser() if output else None)
    if made is None:
        say(f"There is no progress to back up yet: {tilde(settings.database)} is not there.")
    elif is_json:
        write_json(json_text([_row(made, "")]))
    else:
        held = f"{count(made.answers, 'answer')} on {count(made.cards, 'card')}"
        say(f"Backup made: {tilde(made.path)} ({size(made.size)}, {held}).")


def _make(cli: Cli, database: Path, folder: Path, output: Path | None) -> Backup | None:
    """Return a backup that was made, None where there is nothing to make one of."""
    from quizapp.store.backup import make_backup, rotate, write_backup
    from quizapp.store.connections import connect_to_read
    from quizapp.store.faults import sqlite_faults
    from quizapp.store.files import is_there
    from quizapp.store.migrations import schema_version

    wait_s, now = 10.0, cli.clock.now().at_ms
    if not is_there(database):
        return None
    with sqlite_faults(database, wait_s), closing(connect_to_read(database, wait_s)) as connection:
        if not schema_version(connection, database):
            return None
        if output is None:
            made = make_backup(connection, database, folder, now)
            rotate(folder, now)
            return made
        if output.is_dir():
            return make_backup(connection, database, output, now)
        if output.exists() and output.samefile(database):
            raise UsageError(f"{output} is the database itself. Name another file.")
        return write_backup(connection, database, output)


def _list(cli: Cli, database: Path, folder: Path, is_json: bool) -> None:
    """Check each backup and list it; then name what restoring has set aside."""
    from quizapp.store.backup_files import flaw, names, read_backup
    from quizapp.store.restore import kept_aside

    found = [(path, read_backup(path), flaw(path)) for path in names(folder)]
    if is_json:
        write_json(json_text(_row(made, wrong) if made else _unread(path, wrong) for path, made, wrong in found))
        return
    aside = kept_aside(database)
    if not found:
        say(f"There is no backup yet in {tilde(folder)}. The first is made when you study.")
    else:
        _say_table(cli, folder, found)
    if aside:
        say()
        say("Set aside by restoring, and yours to delete:")
        for path in aside:
            say(tilde(path))


def _say_table(cli: Cli, folder: Path, found: Sequence[tuple[Path, Backup | None, str]]) -> None:
    from quizapp.cli.backups import shown_at
    from quizapp.cli.table import Column, table_lines

    columns = (
        *(Column("made"), Column("size", right=True), Column("answers", right=True), Column("cards", right=True)),
        *(Column("verified", gives_way=True), Column("name")),
    )
    rows = []
    for path, made, wrong in found:
        held = (size(made.size), f"{made.answers:,}", f"{made.cards:,}") if made else ("", "", "")
        whole = "yes" if made and not wrong else f"no: {wrong or 'it cannot be read'}"
        rows.append((shown_at(cli.clock, path), *held, whole, path.name))
    say(tilde(folder))
    for line in table_lines(columns, rows):
        say(line)


def _row(made: Backup, wrong: str) -> Row:
    return {
        "file": str(made.path),
        "made_at": iso_utc(made.made_at),
        "size": made.size,
        "answers": made.answers,
        "acts": made.acts,
        "quizzes": made.quizzes,
        "cards": made.cards,
        "schema": made.schema,
        "verified": not wrong,
        "flaw": wrong or None,
    }


def _unread(path: Path, wrong: str) -> Row:
    from quizapp.store.backup_files import made_at

    at = made_at(path)
    empty: Row = dict.fromkeys(("size", "answers", "acts", "quizzes", "cards", "schema"))
    told: Row = {"file": str(path), "made_at": None if at is None else iso_utc(at)}
    return told | empty | {"verified": False, "flaw": wrong or "it cannot be read"}

