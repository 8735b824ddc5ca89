"""What `quizapp export` writes: its tables, which rows of them, and in which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.export.csv_text import csv_table
from quizapp.export.days import DAY_FIELDS, by_day
from quizapp.export.fields import CARD_FIELDS, DECK_FIELDS, REVIEW_FIELDS, Field, rows
from quizapp.export.fsrs import FSRS_FIELDS
from quizapp.export.json_text import json_text, jsonl_text
from quizapp.export.markdown_text import markdown_text

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.model import Review
    from quizapp.store.store import Store

FORMS = ("csv", "json", "jsonl", "md")
OF_THE_LOG = ("reviews", "days")
OF_THE_DECKS = ("cards", "decks")
FARTHEST_DAY = 10_000_000
"""Beyond every study day that a date can have."""


class Table(NamedTuple):
    """Fields, and the items that make its rows; they are read once, while it is written."""

    fields: Sequence[Field[Any]]
    items: Iterable[Any]

    def text(self, form: str, *, raw: bool = False) -> Iterator[str]:
        """Return the table in one of the forms, in chunks."""
        if form == "csv":
            return csv_table(self.fields, self.items, raw=raw)
        table = rows(self.fields, self.items)
        if form == "json":
            return json_text(table)
        if form == "jsonl":
            return jsonl_text(table)
        return markdown_text([field.name for field in self.fields], table)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows are wanted. Empty `deck_ids` and `tags` mean all; the days are study days, both included."""

    deck_ids: tuple[str, ...]
    tags: tuple[str, ...]
    first_day: int
    last_day: int


def table_of(what: str, choice: Choice, store: Store, collection: Collection | None) -> Table:
    """Return one of the tables. The collection may be None where no deck and no tag is named."""
    match what:
        case "reviews":
            return Table(REVIEW_FIELDS, _reviews(store, choice, collection))
        case "fsrs":
            return Table(FSRS_FIELDS, _reviews(store, choice, collection))
        case "days":
            answers = store.iter_reviews_by_day(choice.first_day, choice.last_day)
            return Table(DAY_FIELDS, by_day(_chosen(answers, choice, collection)))
    if collection is None:
        raise ValueError(f"{what} are not in the log")
    if what == "cards":
        return Table(CARD_FIELDS, _cards(collection, choice))
    return Table(DECK_FIELDS, _decks(collection, choice))


def _reviews(store: Store, choice: Choice, collection: Collection | None) -> Iterator[Review]:
    for review in _chosen(store.iter_reviews(), choice, collection):
        if choice.first_day <= review.study_day <= choice.last_day:
            yield review


def _chosen(reviews: Iterator[Review], choice: Choice, collection: Collection | None) -> Iterator[Review]:
    if collection is None or not (choice.deck_ids or choice.tags):
        return reviews
    tagged = None
    if choice.tags:
        wanted = set(choice.tags)
        tagged = {card.card_id for card in collection.cards.values() if not wanted.isdisjoint(card.tags)}
    return (
        review
        for review in reviews
        if (not choice.deck_ids or review.deck_id in choice.deck_ids) and (tagged is None or review.card_id in tagged)
    )


def _cards(collection: Collection, choice: Choice) -> Iterator[Any]:
    from quizapp.cli.items import card_items
    from quizapp.search.parse import parse

    wanted = set(choice.tags)
    for item in card_items(collection, choice.deck_ids, parse("")):
        if not wanted or not wanted.isdisjoint(item.card.tags):
            yield item


def _decks(collection: Collection, choice: Choice) -> Iterator[Any]:
    from quizapp.cli.items import deck_items

    wanted = set(choice.tags)
    for item in deck_items(collection, collection.overview().decks):
        if choice.deck_ids and item.deck.deck_id not in choice.deck_ids:
            continue
        if not wanted or any(not wanted.isdisjoint(card.tags) for card in item.deck.cards):
            yield item
