"""The SQL that writes an answer as a line of CSV, as `quizapp.export.csv_text` would write it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from quizapp.export.answers import LogField
from quizapp.export.csv_safety import FORMULA_SIGNS, FORMULA_STARTS, PARTING
from quizapp.export.fields import LARGEST_ROUNDED
from quizapp.text import UNSAFE

LAST_INSTANT = 253_402_300_799_999
"""The end of the year 9999, in epoch milliseconds: what a date can be."""
LAST_DAY = 2_932_896

_SOURCES = {
    "card_id": "card.card_id",
    "deck_id": "substr(card.card_id, 1, instr(card.card_id, '/') - 1)",
    "device_id": "device.device_id",
}

_COLUMNS = "PRAGMA table_info(review)"
_STARTS = "[-" + "".join(start for start in FORMULA_STARTS if start != "-") + "]*"
_INSIDE = f"*[{PARTING}][{FORMULA_SIGNS}]*"
_UNCLEAN = f"*[{UNSAFE}]*".replace("\0", "\1").replace("\ud800-\udfff", "")
"""Without NUL, at which SQL would end, and without what is no character in UTF-8."""
_NOT_PLAIN = "*[^ -~]*"
"""Has a character that is none of ASCII's printable ones: many times as quick to find out as which one it is."""
_QUOTED = ',"\r\n'


class Line:
    """The SQL of a line of CSV, and of what it takes for a line to be plain.

    Whether there is an odd character in the id that a line begins with is for who reads the line to see: Python finds
    it in a quarter of the time, and the id need not be fetched beside the line.
    """

    def __init__(self, connection: sqlite3.Connection, fields: Sequence[LogField], *, raw: bool) -> None:
        self._raw = raw
        self._named = {field.column for field in fields}
        self.begins_with_id = fields[0].column == "review_id"
        if "review_id" in self._named and not self.begins_with_id:
            raise ValueError("the id of an answer is looked through only where a line begins with it")
        self._stored = {name: _Stored(kind, not required) for _, name, kind, required, *_ in rows(connection, _COLUMNS)}
        self._conditions = [f"length(CAST({source_of('review_id')} AS BLOB)) = 20"]
        places: list[_Place] = [self._place(field) for field in fields]
        without = [place.without() for place in places]
        self.text = _printed(places)
        if nullable := " OR ".join(f"{place.null} IS NULL" for place in places if place.null):
            # A number that may be missing: to print it by itself would take as long as all else together.
            self.text = f"CASE WHEN {nullable} THEN {_printed(without)} ELSE {self.text} END"

    def plain(self, connection: sqlite3.Connection, values: dict[str, object]) -> str:
        """Return the condition of a plain line; ids of cards and devices are looked through once, before."""
        conditions = [*self._conditions]
        for table, names in (("card", {"card_id", "deck_id"}), ("device", {"device_id"})):
            if names & self._named and (odd := self._odd_keys(connection, table)):
                conditions.append(f"review.{table}_key NOT IN (SELECT value FROM json_each(:odd_{table}))")
                values[f"odd_{table}"] = json.dumps(odd)
        return " AND ".join(conditions)

    def _odd_keys(self, connection: sqlite3.Connection, table: str) -> list[int]:
        name = f"{table}_id"
        query = f"SELECT {table}_key FROM {table} WHERE {self._odd(name)} OR {_has(name, _QUOTED)}"
        return [key for (key,) in rows(connection, query)]

    def _place(self, field: LogField) -> _Place:
        """Return the place of a field in a line, as printf has it, and the SQL of what goes there."""
        source, stored = source_of(field.column), self._stored.get(field.column)
        if field.kind == "instant":
            self._conditions.append(f"{source} BETWEEN 0 AND {LAST_INSTANT}")
            return _Place("%s.%03dZ", f"replace(datetime({source} / 1000, 'unixepoch'), ' ', 'T'), {source} % 1000")
        if field.kind == "date":
            self._conditions.append(f"{source} BETWEEN 0 AND {LAST_DAY}")
            return _Place("%s", f"date({source} * 86400, 'unixepoch')")
        if field.decimals is not None and stored is not None:
            return self._number(source, 10**field.decimals, nullable=stored.nullable)
        if field.words and stored is not None and stored.kind == "INTEGER":
            cases = " ".join(f"WHEN {number} THEN '{word}'" for number, word in enumerate(field.words))
            return _Place("%s", f"CASE {source} {cases} END")
        if field.column == "answer":
            self._conditions.append(f"({source} IS NULL OR NOT ({self._odd(source)}))")
            quoted = f"""'"' || replace({source}, '"', '""') || '"'"""
            return _Place("%s", f"CASE WHEN {_has(source, _QUOTED)} THEN {quoted} ELSE {source} END")
        return _Place("%s", source)

    def _number(self, source: str, scale: int, *, nullable: bool) -> _Place:
        if source == "review.stability_days":  # the others are 10 and 1 at most, as the table has it
            self._conditions.append(f"{source} < {LARGEST_ROUNDED}")
        scaled = f"CAST({source} * {scale}.0 + 0.5 AS INTEGER)"
        form = f"%d.%0{len(str(scale)) - 1}d"
        return _Place(form, f"{scaled} / {scale}, {scaled} % {scale}", source if nullable else "")

    def _odd(self, source: str) -> str:
        """Return the condition of a text that needs disarming, or that SQLite takes to end before it does."""
        ended = f"instr({source}, char(0))"
        if self._raw:
            return ended
        inside = f"({_has(source, PARTING)}) AND {_glob(source, _INSIDE)}"
        unclean = f"{_glob(source, _NOT_PLAIN)} AND {_glob(source, _UNCLEAN)}"
        return f"{ended} OR {_glob(source, _STARTS)} OR {inside} OR {unclean}"


class _Stored(NamedTuple):
    """A column of the log: the type that it has there, and whether it may be NULL."""

    kind: str
    nullable: bool


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


def source_of(column: str) -> str:
    return _SOURCES.get(column) or f"review.{column}"


def _glob(source: str, pattern: str) -> str:
    return f"{source} GLOB '{pattern}'"


def _has(source: str, signs: str) -> str:
    """Return the condition that one of the signs is in a text; GLOB takes four times as long to find one."""
    return " OR ".join([f"instr({source}, char({ord(sign)}))" for sign in signs])


def rows(
    connection: sqlite3.Connection, query: str, values: Mapping[str, object] | None = None
) -> Iterator[tuple[Any, ...]]:
    return connection.execute(query, values or {})
