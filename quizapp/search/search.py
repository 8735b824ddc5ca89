"""A search: from a query to rows in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from quizapp.model import Card
from quizapp.search.expression import Expression, asks_for_orphans
from quizapp.search.filters import Rows, compiled
from quizapp.search.parse import parse
from quizapp.search.table import BrowseRow, Sort, Table


class Found(Sequence[BrowseRow]):
    """The rows that a search found, in order. Each is made when it is looked at, so a page costs a page."""

    def __init__(self, table: Table, rows: Rows) -> None:
        self._table = table
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> BrowseRow: ...
    @overload
    def __getitem__(self, index: slice) -> Found: ...
    def __getitem__(self, index: int | slice) -> BrowseRow | Found:
        if isinstance(index, slice):
            return Found(self._table, self._rows[index])
        return self._table.row(self._rows[index])

    def headings(self) -> list[tuple[int, str]]:
        """Return where each deck begins among the rows, with its title; orphans, last, have none.

        Only of rows in deck order, ascending.
        """
        places = [(bisect_left(self._rows, row), title) for row, title in self._table.index.headings]
        ends = [place for place, _ in places[1:]] + [len(self._rows)]
        return [heading for heading, end in zip(places, ends, strict=True) if heading[0] < end]

    @property
    def cards(self) -> list[Card]:
        """Return the cards of all rows: quick, also for a hundred thousand."""
        return list(map(self._table.index.card, self._rows))


def search(table: Table, query: str | Expression, *, sort: Sort = Sort.DECK, descending: bool = False) -> Found:
    """Return the rows that a query finds, in order.

    Rows with the same number stay in deck order; those without one, as a new card has no stability, come last
    either way. Orphans are looked at only where the query speaks of them.

    Raises:
        SearchProblem: the query cannot be read.
    """
    expression = parse(query) if isinstance(query, str) else query
    index = table.index
    searched = len(index.cards) if asks_for_orphans(expression) else index.first_orphan
    rows = compiled(expression, table)(range(searched))
    if sort is Sort.DECK and not descending:
        return Found(table, rows)
    kept = bytearray(len(index.cards))
    for row in rows:
        kept[row] = True
    return Found(table, [row for row in table.order(sort, descending) if kept[row]])
