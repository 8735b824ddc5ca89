"""`quizapp author`: the authoring studio, an article beside the notes made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, guess_files
from quizapp.cli.names import deck_ids

if TYPE_CHECKING:
    from quizapp.store.studio_file import StudioFile


@click.command("author")
@click.argument("deck", metavar="DECK", shell_complete=complete_deck)
@click.option("--article", type=click.Path(), metavar="FILE", help="Write from this text, Markdown or HTML file.")
@place_options
@click.pass_context
def command(ctx: click.Context, deck: str, article: str | None) -> None:
    """Write a deck from an article, side by side.

    DECK is a deck, or the path of a new one, which is created when you save. Without --article it is the article
    that the deck was written from last.
    """
    from quizapp.cli.terminal import why_no_screen
    from quizapp.errors import NoTerminal

    cli: Cli = ctx.obj
    file = _studio_file(cli, deck, Path(article).expanduser() if article else None)
    file.check()  # what is wrong with the deck or the article is told before a screen opens
    why = why_no_screen()
    if why is not None:
        raise NoTerminal(why, "Write notes in lines instead: quizapp add DECK")
    ctx.exit(_author(cli, file))


def _author(cli: Cli, file: StudioFile) -> int:
    from quizapp.cli.screens import run_screens
    from quizapp.tui.app import First
    from quizapp.tui.studio_desk import FileDesk

    return run_screens(cli, first=First("studio", lambda app: app.studio(FileDesk(file))))


def _studio_file(cli: Cli, name: str, article: Path | None) -> StudioFile:
    """Return the deck's file, that of a new deck where the name is a path at which there is none."""
    from quizapp.store.studio_file import StudioFile

    settings, deck = cli.settings(), Path(name).expanduser()
    if deck.suffix not in (".yaml", ".yml") and len(deck.parts) == 1:
        files = guess_files(settings)
        deck = Path(files[deck_ids((name,), files)[0]])
    return StudioFile.of(deck, article, settings)
