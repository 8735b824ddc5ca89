"""`quizapp restore`: put a backup in the place of the database, or bring back single days from one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.agreeing import agreed
from quizapp.cli.backups import ago, change_lines, local
from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say
from quizapp.clock import date_to_day
from quizapp.errors import StoreError, UsageError
from quizapp.humanize import count, size
from quizapp.paths import tilde

if TYPE_CHECKING:
    from quizapp.store.compare import DayChange

DAY = click.DateTime(formats=["%Y-%m-%d"])
_FARTHEST_DAY = 10_000_000


@click.command("restore")
@click.argument("backup", metavar="[BACKUP]", default="")
@click.option("--day", type=DAY, metavar="DATE", help="Bring back only this study day, as YYYY-MM-DD.")
@click.option("--since", type=DAY, metavar="DATE", help="Bring back only study days from this one on.")
@click.option("--until", type=DAY, metavar="DATE", help="Bring back only study days up to this one.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@place_options
@click.pass_obj
def command(
    cli: Cli, backup: str, day: datetime | None, since: datetime | None, until: datetime | None, yes: bool
) -> None:
    """Put a backup in the place of your progress.

    BACKUP is a file, or the beginning of a name that quizapp backup --list shows, such as a date; without it the newest
    is taken. What will change is shown first, and what was there is kept aside. With --day, --since or --until events
    of these days come back and nothing goes. See quizapp help backup.
    """
    from quizapp.store.backup_files import folder_of
    from quizapp.store.restore import check_backup, find_backup, restore

    if day and (since or until):
        raise UsageError("--day is a day by itself. Leave it out, or leave out --since and --until.")
    settings = cli.settings()
    database = settings.database
    found = find_backup(backup, folder_of(database, settings.backup_folder))
    check_backup(found)
    _say_what(cli, found)
    if day or since or until:
        _days(cli, database, found, _day(day or since, -_FARTHEST_DAY), _day(day or until, _FARTHEST_DAY), yes)
        return
    changes = _changes(database, found)
    _say_changes(cli, database, changes)
    if not agreed("Put this backup in the place of your progress?", yes):
        return
    kept = restore(database, found, cli.clock.now().at_ms)
    say(f"Restored: {tilde(database)} is what the backup was.")
    if kept is not None:
        _say_kept(kept)


def _days(cli: Cli, database: Path, backup: Path, first: int, last: int, yes: bool) -> None:
    """Add the events of some study days, after asking."""
    changes = _changes(database, backup, required=True) or ()
    lacking = [
        each._replace(lost=0, lost_others=0)
        for each in changes
        if first <= each.study_day <= last and (each.gained or each.gained_others)
    ]
    if not lacking:
        say("Your progress has all that the backup holds of these days. Nothing was changed.")
        return
    _say_changes(cli, database, lacking)
    if not agreed("Bring these days back?", yes):
        return
    from quizapp.store.restore_days import restore_days  # late: the store is slow to load

    done, kept = restore_days(database, backup, first, last, cli.clock.now().at_ms)
    say(f"{count(done.added, 'event')} brought back.")
    _say_kept(kept)


def _day(given: datetime | None, unless: int) -> int:
    return date_to_day(given.date()) if given else unless


def _say_what(cli: Cli, backup: Path) -> None:
    from quizapp.store.backup_files import read_backup

    made = read_backup(backup)
    say(tilde(backup))
    if made is not None:
        held = f"{count(made.answers, 'answer')} on {count(made.cards, 'card')}, {size(made.size)}"
        say(f"It was made {local(cli.clock, made.made_at)}, {ago(cli.clock, made.made_at)}, and holds {held}.")


def _changes(database: Path, backup: Path, *, required: bool = False) -> Sequence[DayChange] | None:
    """Return what restoring would change, None where the database cannot tell: it is damaged.

    Raises:
        StoreError: it cannot, and is required to.
    """
    from quizapp.store.compare import compare
    from quizapp.store.faults import sqlite_faults
    from quizapp.store.files import is_there
    from quizapp.store.restore import WAIT_S

    try:
        with sqlite_faults(database, WAIT_S):
            return compare(database if is_there(database) else None, backup)
    except StoreError:
        if required:
            raise
        return None


def _say_changes(cli: Cli, database: Path, changes: Sequence[DayChange] | None) -> None:
    if changes is None:
        say(f"{tilde(database)} cannot be read, so what will change cannot be told. It is kept aside as it is.")
        return
    if not database.exists():
        say(f"{tilde(database)} is not there now: all of this comes back.")
    lines = list(change_lines(changes, cli.clock.now().study_day(0)))
    for line in lines or ["Both hold the same answers and acts."]:
        say(line)


def _say_kept(kept: Path) -> None:
    say(f"What was there before is kept as {tilde(kept)}")
    say("To go back to it, restore that file; when you are content, delete it.")
