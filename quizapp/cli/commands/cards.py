"""`quizapp cards`: list cards, or look for some."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.items import card_items
from quizapp.cli.names import deck_ids
from quizapp.cli.output import say, write_json
from quizapp.cli.table import Column, table_lines
from quizapp.cli.when import comes_back
from quizapp.collection import Collection
from quizapp.export.fields import CARD_FIELDS, CardItem, rows
from quizapp.export.json_text import json_text
from quizapp.search.expression import Expression
from quizapp.search.parse import parse

COLUMNS = (
    Column("card", gives_way=True),
    Column("phase"),
    Column("comes back"),
    Column("asks", gives_way=True),
)


@click.command("cards")
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=complete_deck)
@click.option("--search", metavar="QUERY", default="", help="Only these; see quizapp help search.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@place_options
@click.pass_obj
def command(cli: Cli, decks: tuple[str, ...], search: str, as_json: bool) -> None:
    """List cards, or look for some.

    DECK is a deck's id, the beginning of it, or the deck's file; without one all decks are listed. QUERY is
    words that must occur, or more: is:due tag:people -kind:cloze. The page `search` of the manual tells all.
    """
    list_cards(cli, decks, parse(search), as_json=as_json)


def list_cards(cli: Cli, decks: Sequence[str], query: Expression, *, as_json: bool = False) -> None:
    """Print the cards that a query finds, in the decks that are named or in all."""
    with cli.collection(read_only=True) as collection:
        items = card_items(collection, deck_ids(decks, files_of(collection.decks)), query)
        if as_json:
            write_json(json_text(rows(CARD_FIELDS, items)))
        else:
            _list(collection, list(items))


def _list(collection: Collection, items: Sequence[CardItem]) -> None:
    if not items:
        say("No card was found.")
        return
    cells = [(i.card.card_id, _phase(i), _comes_back(collection, i), i.card.prompt) for i in items]
    for number, line in enumerate(table_lines(COLUMNS, cells)):
        say(line, bold=number == 0)


def _phase(item: CardItem) -> str:
    return "suspended" if item.state.suspended else item.state.phase.label.lower()


def _comes_back(collection: Collection, item: CardItem) -> str:
    schedule = item.state.schedule
    if schedule is None or item.state.suspended:
        return ""
    return comes_back(schedule.due_at, schedule.due_on, clock=collection.clock, today=collection.today())
