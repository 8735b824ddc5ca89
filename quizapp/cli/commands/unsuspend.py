"""`quizapp unsuspend`: bring suspended cards back."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.set_aside import act_on
from quizapp.model import ActionKind


@click.command("unsuspend")
@click.argument("cards", metavar="CARD...", nargs=-1, required=True)
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...]) -> None:
    """Bring suspended cards back.

    They come when they are due, with the progress they had.
    """
    act_on(cli, ActionKind.UNSUSPEND, cards, "Brought back")
