"""`quizapp undo`: take back the last answer or action."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say
from quizapp.model import Review


@click.command("undo")
@place_options
@click.pass_obj
def command(cli: Cli) -> None:
    """Take back the last answer or action.

    The card is then what it was before. Call it again for the answer before that; it reaches back over
    sessions and days.
    """
    with cli.collection() as collection:
        taken = collection.undo()
        what = taken.event.rating.label if isinstance(taken.event, Review) else taken.event.kind.value
        say(f"Took back: {what} on {taken.event.card_id}")
