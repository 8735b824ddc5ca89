"""`quizapp import`: put a log back, or bring one in from another device."""
# ruff: noqa: N999  the file is named as the command, as all are; nobody writes an import of it

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import note, say
from quizapp.cli.progress_bar import ProgressBar, megabytes
from quizapp.errors import LogDamaged
from quizapp.humanize import count

NAMED = 20
"""How many damaged lines are named singly."""


@click.command("import")
@click.argument("what", metavar="log", type=click.Choice(["log"]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--skip-damaged", is_flag=True, help="Leave out lines that cannot be taken, and take the rest.")
@place_options
@click.pass_obj
def command(cli: Cli, what: str, file: Path, skip_damaged: bool) -> None:
    """Put a log back, or bring one in from another device.

    FILE is what `quizapp export log` wrote. Events that are on record already are left alone, so nothing is counted
    twice. Where a line is damaged nothing is written, unless you ask to leave such lines out.
    """
    from quizapp.store.logbook import import_log  # late: the store is slow to load, and --help does without
    from quizapp.store.store import Store

    with Store.open(cli.settings().database) as store:
        try:
            path = file.expanduser()
            size = path.stat().st_size if path.is_file() else None
            with ProgressBar("Importing the log", size, told=megabytes) as bar:
                done = import_log(store, path, skip_damaged=skip_damaged, watch=bar.advance)
        except LogDamaged as error:
            _name(error.damages)
            raise
    _name(done.damages)
    left_out = f" {count(len(done.damages), 'line')} left out." if done.damages else ""
    say(f"{count(done.added, 'event')} imported, {done.known} on record already.{left_out}")


def _name(damages: tuple[tuple[int, str], ...]) -> None:
    for line, why in damages[:NAMED]:
        note(f"line {line}: {why}.")
    if len(damages) > NAMED:
        note(f"and {len(damages) - NAMED} more lines.")
