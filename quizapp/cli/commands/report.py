"""`quizapp report`: progress as one page of HTML."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.cli.output import is_terminal, write_data
from quizapp.cli.progress_bar import ProgressBar, answers
from quizapp.clock import date_to_day
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.report.report import Report
    from quizapp.stats.progress import Selection
    from quizapp.store.answers import Tell

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("report")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write to this file; - is the output itself.")
@click.option(
    "--deck",
    "decks",
    metavar="DECK",
    multiple=True,
    shell_complete=complete_deck,
    help="Only this deck; may be given several times.",
)
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Only cards with this tag; may be repeated.")
@click.option("--since", type=DAY, metavar="DATE", help="Only answers from this study day on, as YYYY-MM-DD.")
@click.option("--until", type=DAY, metavar="DATE", help="Only answers up to this study day, as YYYY-MM-DD.")
@click.option("--title", metavar="TEXT", default="Progress", show_default=True, help="What the page is called.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    output: str | None,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    title: str,
) -> None:
    """Write a page about your progress, to look at, show or print.

    One file of HTML that any browser opens, also without a connection: it loads nothing and sends nothing. The
    figures are those of quizapp stats.
    """
    if output is None and is_terminal():
        raise UsageError("A report is a page for a browser. Name its file: quizapp report -o progress.html")
    from quizapp.cli.tags import check_tags
    from quizapp.report.page import page
    from quizapp.stats.progress import Selection

    with cli.collection(read_only=True) as collection:
        check_tags(tags, collection)
        answered = {card_id.partition("/")[0]: "" for card_id in collection.states} if decks else {}
        wanted = deck_ids(decks, answered | files_of(collection.decks))
        first, last = (None if day is None else date_to_day(day.date()) for day in (since, until))
        with ProgressBar("Reading", told=answers) as bar:
            report = report_of(collection, Selection(wanted, tags, first, last), title, bar.reach)
    write_data(page(report), Path(output).expanduser() if output else None)


def report_of(collection: Collection, selection: Selection, title: str, tell: Tell | None = None) -> Report:
    """Return the figures, of the last 52 weeks too where there are earlier ones; `tell` as in `statistics`."""
    from quizapp.report.report import Report, Span, last_year

    everything, *recent = collection.statistics_of_days(selection, last_year, tell)
    spans = [Span("52 weeks", progress) for progress in recent] + [Span("All", everything)]
    prompts = {
        card.card_id: collection.cards[card.card_id].prompt
        for card in everything.hardest
        if card.card_id in collection.cards
    }
    return Report(title, tuple(spans), {deck.deck_id: deck.title for deck in collection.decks}, prompts)
