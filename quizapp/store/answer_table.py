"""Answers straight from the log into tables, column by column or as lines of CSV: no `Review` is made on the way.

To make a million lines in Python takes several times as long as to read them. So SQLite puts the lines of CSV together,
from the same fields that the columns follow, where that is plain: a line with anything odd in it (what a spreadsheet
might run, a year before 1970) is left to `quizapp.export.csv_text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Integer

from quizapp.export.answers import LogField, Wanted
from quizapp.export.csv_text import FORMULA_STARTS, csv_names, csv_table
from quizapp.export.days import DayItem
from quizapp.export.fields import LARGEST_ROUNDED, TOGETHER, Batch
from quizapp.model import Phase, Rating
from quizapp.store.ids import ID_LENGTH
from quizapp.store.log import undone_events
from quizapp.store.tables import REVIEW

LAST_INSTANT = 253_402_300_799_999
"""The end of the year 9999, in epoch milliseconds: what a date can be."""
LAST_DAY = 2_932_896

_SOURCES = {
    "card_id": "card.card_id",
    "deck_id": "substr(card.card_id, 1, instr(card.card_id, '/') - 1)",
    "device_id": "device.device_id",
}
_JOINS = {
    "card": "CROSS JOIN card ON card.card_key = review.card_key",
    "device": "CROSS JOIN device ON device.device_key = review.device_key",
}

_OF_A_DAY = f"""
    study_day, count(*), count(DISTINCT card_key), sum(phase = {Phase.NEW:d}), sum(duration_ms),
    sum(phase = {Phase.REVIEW:d}), sum(phase = {Phase.REVIEW:d} AND rating > {Rating.AGAIN:d}),
    {", ".join(f"sum(rating = {rating:d})" for rating in Rating)}
"""
"""What `DayItem` has of a day."""

_STARTS = "[-" + "".join(start for start in FORMULA_STARTS if start != "-") + "]*"
_QUOTED = '*[,"\r\n]*'


def columns(connection: Connection, fields: Sequence[LogField], wanted: Wanted) -> Iterator[Batch]:
    """Yield the answers that hold, by id, column by column as `quizapp.export.fields.batches` does."""
    held = _Held(connection, wanted)
    sources = ", ".join(_source(field.column) for field in fields)
    yield from _batches(connection, f"SELECT {sources} {held.after(sources)}", held.values)


def csv_lines(
    connection: Connection, fields: Sequence[LogField], wanted: Wanted, *, raw: bool = False
) -> Iterator[str]:
    """Yield the text of the same answers as `quizapp.export.csv_text.csv_table` writes it."""
    if raw and any(field.decimals is not None for field in fields):
        yield from csv_table(fields, columns(connection, fields, wanted), raw=raw)  # SQLite has no shortest form
        return
    held = _Held(connection, wanted)
    line = _Line(fields, raw=raw)
    made = f"SELECT review.seq, CASE WHEN {line.plain(connection, held.values)} THEN {line.text} END "
    yield csv_names(fields)
    for places, lines in _batches(connection, made + held.after(line.text), held.values):
        if None not in lines and (not line.begins_with_id or "".join([text[:ID_LENGTH] for text in lines]).isalnum()):
            yield "".join(lines)
            continue
        odd = [not text or (line.begins_with_id and not text[:ID_LENGTH].isalnum()) for text in lines]
        singly = _singly(connection, fields, list(compress(places, odd)), raw=raw)
        yield "".join([next(singly) if is_odd else text for is_odd, text in zip(odd, lines, strict=True)])


def by_day(connection: Connection, wanted: Wanted) -> Iterator[DayItem]:
    """Yield what was done on each study day that has an answer which holds, ascending."""
    held = _Held(connection, wanted)
    for row in _rows(connection, f"SELECT {_OF_A_DAY} FROM review {held.where} GROUP BY study_day", held.values):
        yield DayItem._make(row)


class _Held:
    """What stands behind SELECT to have the answers that hold and are wanted, and its values."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self.values: dict[str, object] = {}
        conditions = []
        if wanted.first_day is not None:
            conditions.append("review.study_day >= :first")
            self.values["first"] = wanted.first_day
        if wanted.last_day is not None:
            conditions.append("review.study_day <= :last")
            self.values["last"] = wanted.last_day
        if undone := undone_events(connection):
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


class _Line:
    """The SQL of a line of CSV, and of what it takes for a line to be plain.

    Whether there is an odd character in the id that a line begins with is for who reads the line to see: Python finds
    it in a quarter of the time, and the id need not be fetched beside the line.
    """

    def __init__(self, fields: Sequence[LogField], *, raw: bool) -> None:
        self._raw = raw
        self._named = {field.column for field in fields}
        self.begins_with_id = fields[0].column == "review_id"
        if "review_id" in self._named and not self.begins_with_id:
            raise ValueError("the id of an answer is looked through only where a line begins with it")
        self._conditions = [f"length(CAST({_source('review_id')} AS BLOB)) = 20"]
        places: list[_Place] = [self._place(field) for field in fields]
        without = [place.without() for place in places]
        self.text = _printed(places)
        if nullable := " OR ".join(f"{place.null} IS NULL" for place in places if place.null):
            # A number that may be missing: to print it by itself would take as long as all else together.
            self.text = f"CASE WHEN {nullable} THEN {_printed(without)} ELSE {self.text} END"

    def plain(self, connection: Connection, values: dict[str, object]) -> str:
        """Return the condition of a plain line; ids of cards and devices are looked through once, before."""
        conditions = [*self._conditions]
        for table, names in (("card", {"card_id", "deck_id"}), ("device", {"device_id"})):
            if names & self._named and (odd := self._odd_keys(connection, table)):
                conditions.append(f"review.{table}_key NOT IN (SELECT value FROM json_each(:odd_{table}))")
                values[f"odd_{table}"] = json.dumps(odd)
        return " AND ".join(conditions)

    def _odd_keys(self, connection: Connection, table: str) -> list[int]:
        name = f"{table}_id"
        query = f"SELECT {table}_key FROM {table} WHERE {self._odd(name)} OR {_glob(name, _QUOTED)}"
        return [key for (key,) in _rows(connection, query)]

    def _place(self, field: LogField) -> _Place:
        """Return the place of a field in a line, as printf has it, and the SQL of what goes there."""
        source, stored = _source(field.column), REVIEW.c.get(field.column)
        if field.kind == "instant":
            self._conditions.append(f"{source} BETWEEN 0 AND {LAST_INSTANT}")
            return _Place("%s.%03dZ", f"replace(datetime({source} / 1000, 'unixepoch'), ' ', 'T'), {source} % 1000")
        if field.kind == "date":
            self._conditions.append(f"{source} BETWEEN 0 AND {LAST_DAY}")
            return _Place("%s", f"date({source} * 86400, 'unixepoch')")
        if field.decimals is not None and stored is not None:
            return self._number(source, 10**field.decimals, nullable=bool(stored.nullable))
        if field.words and stored is not None and isinstance(stored.type, Integer):
            cases = " ".join(f"WHEN {number} THEN '{word}'" for number, word in enumerate(field.words))
            return _Place("%s", f"CASE {source} {cases} END")
        if field.column == "answer":
            self._conditions.append(f"({source} IS NULL OR NOT ({self._odd(source)}))")
            quoted = f"""'"' || replace({source}, '"', '""') || '"'"""
            return _Place("%s", f"CASE WHEN {_glob(source, _QUOTED)} THEN {quoted} ELSE {source} END")
        return _Place("%s", source)

    def _number(self, source: str, scale: int, *, nullable: bool) -> _Place:
        if source == "review.stability_days":  # the others are 10 and 1 at most, as the table has it
            self._conditions.append(f"{source} < {LARGEST_ROUNDED}")
        scaled = f"CAST({source} * {scale}.0 + 0.5 AS INTEGER)"
        form = f"%d.%0{len(str(scale)) - 1}d"
        return _Place(form, f"{scaled} / {scale}, {scaled} % {scale}", source if nullable else "")

    def _odd(self, source: str) -> str:
        """Return the condition of a text that begins as a formula, or that SQLite takes to end before it does."""
        ended = f"instr({source}, char(0))"
        return ended if self._raw else f"{ended} OR {_glob(source, _STARTS)}"


class _Place(NamedTuple):
    """The place of a field in a line: its form for printf, the SQL that fills it, and what of that may be NULL."""

    form: str
    values: str
    null: str = ""

    def without(self) -> _Place:
        """Return the place when what may be missing is."""
        return _Place("%s", "NULL") if self.null else self


def _printed(places: Sequence[_Place]) -> str:
    form = ",".join(place.form for place in places)
    return f"printf('{form}\n', {', '.join(place.values for place in places)})"


def _singly(connection: Connection, fields: Sequence[LogField], places: Sequence[int], *, raw: bool) -> Iterator[str]:
    """Yield the lines of the answers at these places of the log as Python makes them."""
    sources = ", ".join(_source(field.column) for field in fields)
    joins = " ".join(join for table, join in _JOINS.items() if f"{table}." in sources)
    query = f"SELECT {sources} FROM json_each(:odd) CROSS JOIN review ON review.seq = json_each.value {joins}"
    rows = list(_rows(connection, query, {"odd": json.dumps(places)}))
    lines = csv_table(fields, ([[value] for value in row] for row in rows), raw=raw)
    next(lines)
    return lines


def _source(column: str) -> str:
    return _SOURCES.get(column) or f"review.{column}"


def _glob(source: str, pattern: str) -> str:
    return f"{source} GLOB '{pattern}'"


def _rows(
    connection: Connection, query: str, values: Mapping[str, object] | None = None
) -> Iterator[tuple[Any, ...]]:
    cursor = connection.exec_driver_sql(query, dict(values or {})).cursor
    return cast(Iterator[tuple[Any, ...]], cursor)


def _batches(connection: Connection, query: str, values: Mapping[str, object]) -> Iterator[Batch]:
    cursor = connection.exec_driver_sql(query, dict(values)).cursor
    while rows := cast(Any, cursor).fetchmany(TOGETHER):
        yield list(zip(*rows, strict=True))
