"""`quizapp schema`: the JSON Schema of deck files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quizapp.cli.context import place_options
from quizapp.cli.output import write_data
from quizapp.deckfile.schema import deck_schema
from quizapp.lint.page import pages


@click.command("schema")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@place_options
def command(output: Path | None) -> None:
    """Print the JSON Schema of decks, for editors.

    An editor that knows it completes the keys of a deck, tells what each is for, and marks what does not fit. How to
    tell it: quizapp help decks
    """
    write_data([schema_text()], output)


def schema_text() -> str:
    """Return the schema as a file holds it."""
    schema = deck_schema({page.name: page.title for page in pages()})
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
