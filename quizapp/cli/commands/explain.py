"""`quizapp explain`: why a card comes back when it does."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say


@click.command("explain")
@click.argument("card", metavar="CARD")
@place_options
@click.pass_obj
def command(cli: Cli, card: str) -> None:
    """Tell why a card comes back when it does.

    CARD is a card's id, as quizapp cards lists it.
    """
    with cli.collection(read_only=True) as collection:
        for line in collection.explain(card):
            say(line)
