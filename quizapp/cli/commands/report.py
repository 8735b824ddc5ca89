"""`quizapp report`: progress as one page of HTML."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.choosing import chosen, days_chosen, deck_option, tag_and_day_options
from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import is_terminal, write_data
from quizapp.cli.progress_bar import ProgressBar, answers
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.report.report import Report
    from quizapp.stats.selection import Selection
    from quizapp.store.answers import Tell


@click.command("report")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write to this file; - is the output itself.")
@deck_option
@tag_and_day_options
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
    from quizapp.report.page import page

    with cli.collection(read_only=True, one_moment=True) as collection:
        selection = chosen(collection, decks, tags, days_chosen(since, until))
        with ProgressBar("Reading", told=answers) as bar:
            report = report_of(collection, selection, title, bar.reach)
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
