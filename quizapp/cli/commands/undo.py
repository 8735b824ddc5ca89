"""`quizapp undo`: take back the last answer or action."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say
from quizapp.humanize import count
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
        what = taken.event.rating.label if isinstance(taken.event, Review) else taken.event.kind.value.replace("_", " ")
        cards = count(len(taken.states), "card") if len(taken.states) != 1 else next(iter(taken.states))
        say(f"Took back: {what} on {cards}" if taken.states else f"Took back: {what}")
