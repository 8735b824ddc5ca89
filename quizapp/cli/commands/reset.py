"""`quizapp reset`: make cards new again."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.set_aside import act_on
from quizapp.model import ActionKind


@click.command("reset")
@click.argument("cards", metavar="CARD...", nargs=-1, required=True)
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...]) -> None:
    """Make cards new again.

    Their schedule is forgotten, and their answers stay on record. One quizapp undo brings the schedule of all of
    them back.
    """
    act_on(cli, ActionKind.RESET, cards, "Reset")
