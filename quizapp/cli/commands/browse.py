"""`quizapp browse`: look through all cards, and act on many at once."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options


@click.command("browse")
@click.argument("query", metavar="[QUERY]...", nargs=-1)
@place_options
@click.pass_context
def command(ctx: click.Context, query: tuple[str, ...]) -> None:
    """Look through all cards, and act on many at once.

    QUERY is what to look for first, as in quizapp cards --search. Where there is no terminal, what it finds is
    listed.
    """
    from quizapp.cli.terminal import why_no_screen

    cli: Cli = ctx.obj
    if why_no_screen() is None:
        ctx.exit(_browse(cli, " ".join(query)))
    _list(cli, " ".join(query))


def _browse(cli: Cli, query: str) -> int:
    from quizapp.cli.screens import run_screens
    from quizapp.tui.app import First

    return run_screens(cli, first=First("browse", lambda app: app.browse(query)))


def _list(cli: Cli, query: str) -> None:
    from quizapp.cli.commands.cards import list_cards
    from quizapp.search.parse import parse

    list_cards(cli, (), parse(query))
