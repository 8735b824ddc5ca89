"""`quizapp export`: take progress away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.cli.output import write_data
from quizapp.clock import date_to_day
from quizapp.export.csv_text import csv_text
from quizapp.export.fields import REVIEW_FIELDS, rows
from quizapp.export.json_text import json_text
from quizapp.model import Review
from quizapp.store.store import Store

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("export")
@click.argument("what", metavar="reviews", type=click.Choice(["reviews"]))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", help="CSV unless named.")
@click.option(
    "--deck",
    "decks",
    metavar="DECK",
    multiple=True,
    shell_complete=complete_deck,
    help="Only this deck; may be given several times.",
)
@click.option("--since", type=DAY, metavar="DATE", help="Only from this study day on, as YYYY-MM-DD.")
@click.option("--until", type=DAY, metavar="DATE", help="Only up to this study day, as YYYY-MM-DD.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--raw", is_flag=True, help="Leave texts in CSV that a spreadsheet would run as formulas.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    what: str,
    form: str,
    decks: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    output: Path | None,
    raw: bool,
) -> None:
    """Take progress away as CSV or JSON.

    One row for each answer that holds, oldest first. The fields: quizapp help export
    """
    wanted = _deck_ids(cli, decks) if decks else ()
    with Store.open(cli.settings().database, read_only=True) as store:
        reviews = _chosen(store.iter_reviews(), wanted, since, until)
        table = rows(REVIEW_FIELDS, reviews)
        names = [field.name for field in REVIEW_FIELDS]
        write_data(json_text(table) if form == "json" else csv_text(names, table, raw=raw), output)


def _deck_ids(cli: Cli, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the decks that are named, also of decks that only the log still knows."""
    with cli.collection(read_only=True) as collection:
        answered = {card_id.partition("/")[0]: "" for card_id in collection.states}
        return deck_ids(names, answered | files_of(collection.decks))


def _chosen(
    reviews: Iterator[Review], decks: Sequence[str], since: datetime | None, until: datetime | None
) -> Iterator[Review]:
    first = None if since is None else date_to_day(since.date())
    last = None if until is None else date_to_day(until.date())
    for review in reviews:
        if (
            (not decks or review.deck_id in decks)
            and (first is None or review.study_day >= first)
            and (last is None or review.study_day <= last)
        ):
            yield review
