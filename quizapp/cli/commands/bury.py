"""`quizapp bury`: set cards aside until tomorrow."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.set_aside import act_on
from quizapp.model import ActionKind


@click.command("bury")
@click.argument("cards", metavar="CARD...", nargs=-1, required=True)
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...]) -> None:
    """Set cards aside until tomorrow.

    Tomorrow begins at the day cutoff, 04:00 unless set otherwise.
    """
    act_on(cli, ActionKind.BURY, cards, "Buried until tomorrow")
