"""`quizapp carry`: progress of a card that is gone, given to the card that continues it."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say


@click.command("carry")
@click.argument("cards", metavar="[OLD] CARD", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Take back that CARD was given progress.")
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...], undo: bool) -> None:
    """Give a card the progress of one that is gone.

    A note that was reworded keeps its progress by itself, and quizapp says so. Where it is not clear which note
    continues which, it names the two cards and asks for this.
    """
    if len(cards) != (1 if undo else 2):
        raise click.UsageError("Name one card to undo, or the old card and the one that continues it")
    with cli.collection() as collection:
        if undo:
            collection.undo_carry(cards[0])
            say(f"{cards[0]} has only its own progress again.")
        else:
            collection.carry(*cards)
            say(f"{cards[1]} has the progress of {cards[0]}. To take that back: quizapp carry --undo '{cards[1]}'")
