"""What lists of decks and cards are made of, for `decks`, `cards` and `export`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizapp.clock import day_ends_at
from quizapp.collection import Collection
from quizapp.export.fields import CardItem, DeckItem
from quizapp.search.expression import Expression
from quizapp.search.search import search as find
from quizapp.study.overview import DeckSummary


def deck_items(collection: Collection, decks: Sequence[DeckSummary]) -> list[DeckItem]:
    """Return decks as programs read them."""
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


def card_items(collection: Collection, wanted: Sequence[str], query: Expression) -> Iterator[CardItem]:
    """Yield the cards that a query finds, in the decks with these ids or in all."""
    for row in find(collection.search_table(collection.search_index()), query):
        if not wanted or row.card.deck_id in wanted:
            yield CardItem(row.card, row.state, row.retrievability, row.leech)


def _next_due_at(collection: Collection, summary: DeckSummary) -> int | None:
    """Return when the next card comes: its learning step, or the start of the study day of its review."""
    instants = [] if summary.next_due_at is None else [summary.next_due_at]
    if summary.next_due_on is not None:
        cutoff = collection.settings.study.day_cutoff_hour
        instants.append(day_ends_at(collection.clock, summary.next_due_on - 1, cutoff))
    return min(instants, default=None)
