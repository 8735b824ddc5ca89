"""`quizapp decks`: the decks and what they hold today."""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_table import deck_lines, no_decks_sentence
from quizapp.cli.items import deck_items
from quizapp.cli.output import note, say, write_json
from quizapp.export.fields import DECK_FIELDS, rows
from quizapp.export.json_text import json_text


@click.command("decks")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@place_options
@click.pass_obj
def command(cli: Cli, as_json: bool) -> None:
    """List the decks and what they hold today.

    Problems found in the deck files are listed on stderr, each with its place and how to mend it.
    """
    with cli.collection(read_only=True) as collection:
        overview = collection.overview()
        if as_json:
            write_json(json_text(rows(DECK_FIELDS, deck_items(collection, overview.decks))))
        elif not overview.decks:
            note(no_decks_sentence(collection))
        else:
            for number, line in enumerate(deck_lines(overview, collection.clock)):
                say(line, bold=number == 0)
        for problem in collection.problems:
            note(str(problem))
