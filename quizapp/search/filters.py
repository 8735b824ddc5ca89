"""From what a query means to what finds it.

A filter takes rows in ascending order and returns those it keeps, in the same order. Whole lists pass from
filter to filter instead of one card at a time through a nest of calls: a hundred thousand cards then cost one
loop for each part of a query, and every part of a conjunction leaves less for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizapp.search.expression import (
    AllOf,
    AnyOf,
    Called,
    Expression,
    Is,
    Name,
    Not,
    OfKind,
    Rated,
    State,
    Text,
    Within,
)
from quizapp.search.index import SearchIndex
from quizapp.search.numbers import bounds
from quizapp.search.table import Table

Rows = Sequence[int]
Filter = Callable[[Rows], Rows]


def compiled(expression: Expression, table: Table) -> Filter:
    """Return the filter that keeps the rows of a table which an expression finds."""
    match expression:
        case Text(words):
            return lambda rows: _with_text(words, table.index, rows)
        case Called(by, name):
            return lambda rows: _called(by, name, table.index, rows)
        case OfKind(kind):
            cards = table.index.cards
            return lambda rows: [row for row in rows if cards[row].kind is kind]
        case Is(state):
            return lambda rows: _standing(state, table, rows)
        case Rated():
            return lambda rows: _rated(expression, table, rows)
        case Within():
            return lambda rows: _within(expression, table, rows)
        case Not(part):
            return _without(compiled(part, table))
        case AllOf(parts):
            return _through([compiled(part, table) for part in sorted(parts, key=_cost)])
        case AnyOf(parts):
            return _either([compiled(part, table) for part in sorted(parts, key=_cost)])


def _cost(expression: Expression) -> int:
    """Return where a part stands in the order of running: what is quick and finds few comes first."""
    match expression:
        case Called(Name.DECK | Name.TAG):
            return 0
        case OfKind() | Is() | Within() | Rated():
            return 1
        case Text() | Called():
            return 2
        case _:
            return 3


def _with_text(words: str, index: SearchIndex, rows: Rows) -> Rows:
    texts = index.texts(rows)
    return [row for row in rows if words in texts[row]]


def _called(by: Name, name: str, index: SearchIndex, rows: Rows) -> Rows:
    cards = index.cards
    match by:
        case Name.DECK:
            deck_ids = index.decks_called(name)
            return [row for row in rows if cards[row].deck_id in deck_ids]
        case Name.TAG:
            tags = index.tags_called(name)
            return [row for row in rows if not tags.isdisjoint(cards[row].tags)]
        case Name.NOTE:
            return sorted(index.notes_called(name).intersection(rows))
        case Name.CARD:
            return sorted(index.cards_called(name).intersection(rows))


def _standing(state: State, table: Table, rows: Rows) -> Rows:
    stands = table.standing(state)
    return [row for row in rows if stands[row]]


def _rated(wanted: Rated, table: Table, rows: Rows) -> Rows:
    answered, card_ids = table.rated(wanted), table.index.card_ids
    return [row for row in rows if card_ids[row] in answered]


def _within(wanted: Within, table: Table, rows: Rows) -> Rows:
    low, high = bounds(wanted, table.progress.parameters)
    column = table.numbers(wanted.prop)
    return [row for row in rows if low <= column[row] < high]


def _through(parts: Sequence[Filter]) -> Filter:
    def keep(rows: Rows) -> Rows:
        for part in parts:
            if not rows:
                break
            rows = part(rows)
        return rows

    return keep


def _either(parts: Sequence[Filter]) -> Filter:
    first, *others = parts

    def keep(rows: Rows) -> Rows:
        found = set(first(rows))
        for part in others:
            found.update(part([row for row in rows if row not in found]))
        return sorted(found)

    return keep


def _without(part: Filter) -> Filter:
    def keep(rows: Rows) -> Rows:
        found = set(part(rows))
        return [row for row in rows if row not in found]

    return keep
