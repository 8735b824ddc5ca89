"""Which decks, tags and days a command is about: the options that name them, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

import click

from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.clock import date_to_day
from quizapp.stats.selection import Selection

if TYPE_CHECKING:
    from quizapp.collection import Collection

Function = TypeVar("Function", bound=Callable[..., object])

_DAY = click.DateTime(formats=["%Y-%m-%d"])


def deck_option(command: Function) -> Function:
    """Add the option that names decks, where the arguments are something else."""
    return click.option(
        "--deck",
        "decks",
        metavar="DECK",
        multiple=True,
        shell_complete=complete_deck,
        help="Only this deck; may be given several times.",
    )(command)


def tag_and_day_options(command: Function) -> Function:
    """Add the options that name tags and the first and the last study day."""
    for add in (
        click.option("--until", type=_DAY, metavar="DATE", help="Only up to this study day, as YYYY-MM-DD."),
        click.option("--since", type=_DAY, metavar="DATE", help="Only from this study day on, as YYYY-MM-DD."),
        click.option("--tag", "tags", metavar="TAG", multiple=True, help="Only cards with this tag; may be repeated."),
    ):
        command = add(command)
    return command


def days_chosen(since: datetime | None, until: datetime | None) -> Selection:
    """Return what is meant where neither a deck nor a tag is named."""
    first, last = (None if date is None else date_to_day(date.date()) for date in (since, until))
    return Selection((), (), first, last)


def chosen(collection: Collection, decks: Sequence[str], tags: tuple[str, ...], days: Selection) -> Selection:
    """Return what is meant of these days, also of decks that only the log still knows.

    Raises:
        UnknownDeck: nothing has a deck of that name.
        UsageError: no card has one of the tags.
    """
    from quizapp.cli.tags import check_tags

    check_tags(tags, collection)
    answered = {card_id.partition("/")[0]: "" for card_id in collection.states} if decks else {}
    wanted = deck_ids(decks, answered | files_of(collection.decks))
    return days._replace(deck_ids=tuple(wanted), tags=tags)
