"""What `quizapp export` writes: its tables, which rows of them, and in which form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.export.answers import FSRS_FIELDS, REVIEW_FIELDS, Wanted
from quizapp.export.csv_text import csv_table
from quizapp.export.days import DAY_FIELDS
from quizapp.export.fields import CARD_FIELDS, DECK_FIELDS, Batch, Field, batches, rows_of
from quizapp.export.json_text import json_table, jsonl_table
from quizapp.export.markdown_text import markdown_text

if TYPE_CHECKING:
    from quizapp.cli.progress_bar import ProgressBar
    from quizapp.collection import Collection
    from quizapp.stats.selection import Selection
    from quizapp.store.answer_reader import AnswerReader

FORMS = ("csv", "json", "jsonl", "md", "parquet")
OF_THE_LOG = ("reviews", "days")
OF_THE_DECKS = ("cards", "decks")
SUMMARY = "summary"
TABLES = (*OF_THE_LOG, *OF_THE_DECKS, SUMMARY)
DATED = (*OF_THE_LOG, SUMMARY)
_OF_ANSWERS = {"reviews": REVIEW_FIELDS, "fsrs": FSRS_FIELDS}


class Table(NamedTuple):
    """Fields, and the items that make its rows, column by column; they are read once, while it is written.

    `lines` is what gives the same as CSV at once, where there is such a way. `total` is how many rows there are, where
    that is known before.
    """

    fields: Sequence[Field[Any]]
    batches: Iterable[Batch]
    lines: Callable[[bool], Iterator[str]] | None = None
    total: int | None = None

    def written(self, form: str, bar: ProgressBar, *, raw: bool = False) -> Iterator[str | bytes]:
        """Return the table in one of the forms, in chunks; the bar is told of its rows."""
        if form == "parquet":
            from quizapp.export.parquet import parquet_file  # late: pyarrow is large, and an extra

            return parquet_file(self.fields, bar.batches_of(self.batches))
        return bar.lines_of(self.text(form, raw=raw))

    def text(self, form: str, *, raw: bool = False) -> Iterator[str]:
        """Return the table in one of the forms of text, in chunks."""
        if form == "csv":
            return self.lines(raw) if self.lines else csv_table(self.fields, self.batches, raw=raw)
        if form == "json":
            return json_table(self.fields, self.batches, raw=raw)
        if form == "jsonl":
            return jsonl_table(self.fields, self.batches, raw=raw)
        return markdown_text([field.name for field in self.fields], rows_of(self.fields, self.batches, raw=raw))


def table_of(what: str, selection: Selection, store: AnswerReader, collection: Collection | None) -> Table:
    """Return one of the tables. The collection may be None where no deck and no tag is named."""
    if what in _OF_ANSWERS:
        fields, wanted = _OF_ANSWERS[what], _wanted(selection, store, collection)
        return Table(
            fields,
            store.answer_batches(fields, wanted),
            lambda raw: store.answer_lines(fields, wanted, raw=raw),
            store.count_answers() if wanted == Wanted() else None,
        )
    if what == "days":
        return Table(DAY_FIELDS, batches(DAY_FIELDS, store.days(_wanted(selection, store, collection))))
    if collection is None:
        raise ValueError(f"{what} are not in the log")
    if what == SUMMARY:
        from quizapp.stats.summary import SUMMARY_FIELDS, summary

        progress = collection.statistics(selection)
        return Table(SUMMARY_FIELDS, batches(SUMMARY_FIELDS, summary(progress)))
    if what == "cards":
        return Table(CARD_FIELDS, batches(CARD_FIELDS, _cards(collection, selection)))
    return Table(DECK_FIELDS, batches(DECK_FIELDS, _decks(collection, selection)))


def _wanted(selection: Selection, store: AnswerReader, collection: Collection | None) -> Wanted:
    """Return which answers are meant: a deck's also on cards that are gone, a tag's on cards that have it now."""
    card_ids: Iterable[str] | None = None
    if collection is not None and selection.tags:
        wanted = set(selection.tags)
        card_ids = [card.card_id for card in collection.cards.values() if not wanted.isdisjoint(card.tags)]
    if selection.deck_ids:
        card_ids = store.card_ids() if card_ids is None else card_ids
        card_ids = [card_id for card_id in card_ids if card_id.partition("/")[0] in selection.deck_ids]
    return Wanted(selection.first_day, selection.last_day, None if card_ids is None else tuple(card_ids))


def _cards(collection: Collection, selection: Selection) -> Iterator[Any]:
    from quizapp.cli.items import card_items
    from quizapp.search.parse import parse

    wanted = set(selection.tags)
    for item in card_items(collection, selection.deck_ids, parse("")):
        if not wanted or not wanted.isdisjoint(item.card.tags):
            yield item


def _decks(collection: Collection, selection: Selection) -> Iterator[Any]:
    from quizapp.cli.items import deck_items

    wanted = set(selection.tags)
    for item in deck_items(collection, collection.overview().decks):
        if selection.deck_ids and item.deck.deck_id not in selection.deck_ids:
            continue
        if not wanted or any(not wanted.isdisjoint(card.tags) for card in item.deck.cards):
            yield item
