"""`quizapp suspend`: set cards aside until they are brought back."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.set_aside import act_on
from quizapp.model import ActionKind


@click.command("suspend")
@click.argument("cards", metavar="CARD...", nargs=-1, required=True)
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...]) -> None:
    """Set cards aside until they are asked for again.

    Their progress is kept. Bring them back with quizapp unsuspend.
    """
    act_on(cli, ActionKind.SUSPEND, cards, "Suspended")
