"""Answers straight from the log into tables, column by column or as lines of CSV: no `Review` is made on the way.

To make a million lines in Python takes several times as long as to read them. So SQLite puts the lines of CSV together,
from the same fields that the columns follow, where that is plain: a line with anything odd in it (what a spreadsheet
might run, a year before 1970) is left to `quizapp.export.csv_text`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from quizapp.export.answers import LogField, Wanted
from quizapp.export.csv_text import csv_names, csv_table
from quizapp.export.days import DayItem
from quizapp.export.fields import TOGETHER, Batch
from quizapp.model import Phase, Rating
from quizapp.scheduling.undone import undone_ids
from quizapp.store.csv_line import Line, rows, source_of
from quizapp.store.ids import ID_LENGTH

_JOINS = {
    "card": "CROSS JOIN card ON card.card_key = review.card_key",
    "device": "CROSS JOIN device ON device.device_key = review.device_key",
}
_UNDOS = "SELECT action_id, target_id FROM action WHERE target_id IS NOT NULL"

_OF_A_DAY = f"""
    study_day, count(*), count(DISTINCT card_key), sum(phase = {Phase.NEW:d}), sum(duration_ms),
    sum(phase = {Phase.REVIEW:d}), sum(phase = {Phase.REVIEW:d} AND rating > {Rating.AGAIN:d}),
    {", ".join(f"sum(rating = {rating:d})" for rating in Rating)}
"""
"""What `DayItem` has of a day."""


def columns(connection: sqlite3.Connection, fields: Sequence[LogField], wanted: Wanted) -> Iterator[Batch]:
    """Yield the answers that hold, by id, column by column as `quizapp.export.fields.batches` does."""
    held = _Held(connection, wanted)
    sources = ", ".join(source_of(field.column) for field in fields)
    yield from _batches(connection, f"SELECT {sources} {held.after(sources)}", held.values)


def csv_lines(
    connection: sqlite3.Connection, fields: Sequence[LogField], wanted: Wanted, *, raw: bool = False
) -> Iterator[str]:
    """Yield the text of the same answers as `quizapp.export.csv_text.csv_table` writes it."""
    if raw and any(field.decimals is not None for field in fields):
        yield from csv_table(fields, columns(connection, fields, wanted), raw=raw)  # SQLite has no shortest form
        return
    held = _Held(connection, wanted)
    line = Line(connection, fields, raw=raw)
    made = f"SELECT review.seq, CASE WHEN {line.plain(connection, held.values)} THEN {line.text} END "
    yield csv_names(fields)
    for places, lines in _batches(connection, made + held.after(line.text), held.values):
        if None not in lines and (not line.begins_with_id or "".join([text[:ID_LENGTH] for text in lines]).isalnum()):
            yield "".join(lines)
            continue
        odd = [not text or (line.begins_with_id and not text[:ID_LENGTH].isalnum()) for text in lines]
        singly = _singly(connection, fields, list(compress(places, odd)), raw=raw)
        yield "".join([next(singly) if is_odd else text for is_odd, text in zip(odd, lines, strict=True)])


def by_day(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[DayItem]:
    """Yield what was done on each study day that has an answer which holds, ascending."""
    held = _Held(connection, wanted)
    for row in rows(connection, f"SELECT {_OF_A_DAY} FROM review {held.where} GROUP BY study_day", held.values):
        yield DayItem._make(row)


class _Held:
    """What stands behind SELECT to have the answers that hold and are wanted, and its values."""

    def __init__(self, connection: sqlite3.Connection, wanted: Wanted) -> None:
        self.values: dict[str, object] = {}
        conditions = []
        if wanted.first_day is not None:
            conditions.append("review.study_day >= :first")
            self.values["first"] = wanted.first_day
        if wanted.last_day is not None:
            conditions.append("review.study_day <= :last")
            self.values["last"] = wanted.last_day
        if undone := undone_ids(rows(connection, _UNDOS)):
            conditions.append("review.review_id NOT IN (SELECT value FROM json_each(:undone))")
            self.values["undone"] = json.dumps(list(undone))
        if wanted.card_ids is not None:
            conditions.append(
                "review.card_key IN (SELECT card_key FROM card WHERE card_id IN (SELECT value FROM json_each(:cards)))"
            )
            self.values["cards"] = json.dumps(list(wanted.card_ids))
        self.where = f"WHERE {' AND '.join(conditions)}" if conditions else ""

    def after(self, selected: str) -> str:
        joins = [join for table, join in _JOINS.items() if f"{table}." in selected]
        return f"FROM review {' '.join(joins)} {self.where} ORDER BY review.review_id"


def _singly(
    connection: sqlite3.Connection, fields: Sequence[LogField], places: Sequence[int], *, raw: bool
) -> Iterator[str]:
    """Yield the lines of the answers at these places of the log as Python makes them."""
    sources = ", ".join(source_of(field.column) for field in fields)
    joins = " ".join(join for table, join in _JOINS.items() if f"{table}." in sources)
    query = f"SELECT {sources} FROM json_each(:odd) CROSS JOIN review ON review.seq = json_each.value {joins}"
    found = list(rows(connection, query, {"odd": json.dumps(places)}))
    lines = csv_table(fields, ([[value] for value in row] for row in found), raw=raw)
    next(lines)
    return lines


def _batches(connection: sqlite3.Connection, query: str, values: Mapping[str, object]) -> Iterator[Batch]:
    cursor = connection.execute(query, values)
    while rows := cursor.fetchmany(TOGETHER):
        yield list(zip(*rows, strict=True))
