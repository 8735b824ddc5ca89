"""`quizapp decks`: the decks and what they hold today."""

from __future__ import annotations

from collections import Counter

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_table import deck_lines, no_decks_sentence
from quizapp.cli.output import note, say, write_data
from quizapp.clock import day_ends_at
from quizapp.collection import Collection
from quizapp.export.fields import DECK_FIELDS, DeckItem, rows
from quizapp.export.json_text import json_text
from quizapp.study.overview import DeckSummary


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
            write_data(json_text(rows(DECK_FIELDS, _items(collection, overview.decks))))
        elif not overview.decks:
            note(no_decks_sentence(collection))
        else:
            for number, line in enumerate(deck_lines(overview, collection.clock)):
                say(line, bold=number == 0)
        for problem in collection.problems:
            note(str(problem))


def _items(collection: Collection, decks: tuple[DeckSummary, ...]) -> list[DeckItem]:
    problems = Counter(problem.path for problem in collection.problems)
    return [
        DeckItem(
            deck=summary.deck,
            new=summary.new,
            learning=summary.learning,
            due=summary.due,
            suspended=summary.suspended,
            next_due_at=_next_due_at(collection, summary),
            problems=problems[summary.deck.path],
        )
        for summary in decks
    ]


def _next_due_at(collection: Collection, summary: DeckSummary) -> int | None:
    """Return when the next card comes: its learning step, or the start of the study day of its review."""
    instants = [] if summary.next_due_at is None else [summary.next_due_at]
    if summary.next_due_on is not None:
        cutoff = collection.settings.study.day_cutoff_hour
        instants.append(day_ends_at(collection.clock, summary.next_due_on - 1, cutoff))
    return min(instants, default=None)
