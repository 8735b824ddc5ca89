"""`quizapp study`: study what is due, on the screens or in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of, guess_files
from quizapp.cli.names import deck_ids
from quizapp.errors import UnknownDeck
from quizapp.study.scope import Scope

WAYS = {"flip": "flipped", "type": "typed", "choose": "chosen", "mix": "mixed"}
"""The words of the command line for the values of `quizapp.answering.manner.Answering`."""
MANY = click.IntRange(0, 99_999)


@click.command("study")
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=complete_deck)
@click.option(
    "--tag", "tags", metavar="TAG", multiple=True, help="Only cards with this tag; may be repeated."
)
@click.option("--new", type=MANY, metavar="N", help="Begin at most N new cards, whatever the day's limit.")
@click.option("--limit", type=click.IntRange(1, 99_999), metavar="N", help="Ask at most N cards.")
@click.option(
    "--ahead", type=click.IntRange(1, 365), metavar="DAYS", help="Also what is due within DAYS days."
)
@click.option("--cram", is_flag=True, help="Go through any cards and leave their schedule alone.")
@click.option(
    "--answer",
    type=click.Choice(tuple(WAYS)),
    help="How to answer: flip the card, type, choose, or a mix; see quizapp help answering.",
)
@click.option("--plain", is_flag=True, help="Study in lines, for pipes and screen readers.")
@place_options
@click.pass_context
def command(
    ctx: click.Context,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    new: int | None,
    limit: int | None,
    ahead: int | None,
    cram: bool,
    answer: str | None,
    plain: bool,
) -> None:
    """Study what is due.

    DECK is a deck's id, the beginning of it, or the deck's file; without one all decks are studied. Every
    answer is stored before the next card shows, so a session can be left at any time.
    """
    cli: Cli = ctx.obj
    scope = Scope(tags=tags, new_limit=new, limit=limit, ahead_days=ahead or 0, cram=cram)
    cli.answering = WAYS[answer] if answer else None
    if plain:
        _study_in_lines(cli, scope, decks)
    else:
        ctx.exit(_study_on_screens(cli, scope, decks))


def _study_in_lines(cli: Cli, scope: Scope, decks: Sequence[str]) -> None:
    from quizapp.cli.lines import study_in_lines
    from quizapp.cli.tags import check_tags

    with cli.collection() as collection:
        check_tags(scope.tags, collection)
        wanted = deck_ids(decks, files_of(collection.decks))
        study_in_lines(collection, replace(scope, deck_ids=wanted))


def _study_on_screens(cli: Cli, scope: Scope, decks: Sequence[str]) -> int:
    from quizapp.cli.screens import run_screens
    from quizapp.cli.terminal import require_screen

    require_screen()
    return run_screens(cli, replace(scope, deck_ids=_early_ids(cli, decks)))


def _early_ids(cli: Cli, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of decks before the collection is open; the first frame does not wait for it."""
    if not names:
        return ()
    try:
        return deck_ids(names, guess_files(cli.settings()))
    except UnknownDeck:
        with cli.collection(read_only=True) as collection:
            return deck_ids(names, files_of(collection.decks))
