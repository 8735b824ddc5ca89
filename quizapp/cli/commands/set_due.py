"""`quizapp set-due`: set the day on which cards come back."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import say
from quizapp.collection import Collection
from quizapp.humanize import day_name
from quizapp.model import NEW_CARD, Phase
from quizapp.study.days import read_day


@click.command("set-due")
@click.argument("cards", metavar="CARD...", nargs=-1, required=True)
@click.argument("date", metavar="DATE")
@place_options
@click.pass_obj
def command(cli: Cli, cards: tuple[str, ...], date: str) -> None:
    """Set the day on which cards come back.

    DATE is today or later: tomorrow, +5 or "2 weeks", friday, "24 Dec", 2026-12-24. Only cards in phase Review
    have a day to set; one quizapp undo takes it back for all of them.
    """
    with cli.collection() as collection:
        due_on = read_day(date, collection.today())
        card_ids = tuple(collection.card(card_id).card_id for card_id in dict.fromkeys(cards))
        movable = [card_id for card_id in card_ids if _is_in_review(collection, card_id)]
        collection.plans.set_due(movable, due_on)
        _tell(card_ids, movable, f"Due {day_name(due_on, collection.today())}")


def _is_in_review(collection: Collection, card_id: str) -> bool:
    return collection.states.get(card_id, NEW_CARD).phase is Phase.REVIEW


def _tell(card_ids: Sequence[str], moved: Sequence[str], due: str) -> None:
    for card_id in card_ids:
        say(f"{due}: {card_id}" if card_id in moved else f"Left as it was, not in review: {card_id}")
