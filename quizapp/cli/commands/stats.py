"""`quizapp stats`: figures of progress, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizapp.cli.choosing import chosen, days_chosen, tag_and_day_options
from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck
from quizapp.cli.output import say, write_json
from quizapp.cli.progress_bar import ProgressBar, answers
from quizapp.clock import day_to_date

if TYPE_CHECKING:
    from quizapp.stats.progress import Progress


@click.command("stats")
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=complete_deck)
@tag_and_day_options
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Show figures of your progress.

    DECK is a deck's id, the beginning of it, or the deck's file; without one all decks count. What each figure
    means: quizapp help stats
    """
    with cli.collection(read_only=True) as collection:
        selection = chosen(collection, decks, tags, days_chosen(since, until))
        with ProgressBar("Reading", told=answers) as bar:
            progress = collection.statistics(selection, bar.reach)
        if as_json:
            write_json(_json(progress))
        else:
            _show(progress, {deck.deck_id: deck.title for deck in collection.decks})


def _show(progress: Progress, titles: dict[str, str]) -> None:
    from quizapp.cli.stats_lines import INDENT, heading, parts

    say(heading(progress.selection, titles))
    for part in parts(progress, titles):
        say()
        say(part.title)
        say(part.headline, bold=True)
        if part.lines:
            say()
        for line in part.lines:
            say(f"{INDENT}{line}".rstrip())


def _json(progress: Progress) -> Iterator[str]:
    """Yield one object, a figure a line."""
    from quizapp.stats.definitions import values

    selection = progress.selection
    about: dict[str, object] = {
        "today": _date(progress.today),
        "selected_decks": list(selection.deck_ids),
        "selected_tags": list(selection.tags),
        "since": _date(selection.first_day),
        "until": _date(selection.last_day),
    }
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    lines = [f"{encode(name)}: {encode(value)}" for name, value in (about | values(progress)).items()]
    yield "{\n" + ",\n".join(lines) + "\n}\n"


def _date(day: int | None) -> str | None:
    return None if day is None else day_to_date(day).isoformat()
