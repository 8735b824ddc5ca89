"""Taking out of a damaged database all that can still be read, into a new one.

Every page is read by itself, so what stands on whole pages comes out whatever happened to the rest: to the first page,
to the pages that lead to others, to an index. A row is known by its shape, and taken when it keeps to every rule of the
log. Rows of the log are never changed or deleted, so an old image of a page is as good as a new one.

SQLite never opens the damaged file, which may be one that a stranger made.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.doctor.cells import Row, index_entries, table_rows
from quizapp.doctor.gaps import Gap, find_gaps
from quizapp.doctor.pages import Pages, opened
from quizapp.export.log_values import ACTION, QUIZ, REVIEW, Check, Unfit, fitting
from quizapp.model import DAY_MS
from quizapp.quiz.history import answers_from_json
from quizapp.quiz.save import restore
from quizapp.quiz.settings import settings_from_json
from quizapp.store.files import PRIVATE_FILE
from quizapp.store.migrations import migrate
from quizapp.store.shape import LARGEST_KEY
from quizapp.store.store import Store

Tell = Callable[[int, int], None]

NAMELESS = "salvaged/card-"
"""The id of a card whose own is lost begins with this; its progress can be carried to the card that it was."""

_REVIEW_COLUMNS = tuple(name.replace("_id", "_key") if name in ("card_id", "device_id") else name for name in REVIEW)
_ACTION_COLUMNS = tuple(name.replace("_id", "_key") if name in ("card_id", "device_id") else name for name in ACTION)
_QUIZ_COLUMNS = tuple(name.replace("_id", "_key") if name == "device_id" else name for name in QUIZ)
_META, _TEXTS, _NAME = (4, 5), 3, 2
"""How many columns the tables have that are no log: `meta`, in any version; `deck_card` and the quiz under way; `card`
and `device`."""

_REALS = {"stability_days", "difficulty", "retrievability_before", "score"}
_DEVICE_ID = re.compile(r"[0-9a-f]{16}")
_ROWS_AT_ONCE = 2_000
_TOLD_EVERY = 200
_SMALLEST_ROW = 40
"""Bytes: no event takes less."""


class Salvaged(NamedTuple):
    """What came out, and what did not.

    `unfit` counts rows that broke a rule, `nameless` cards whose id is lost. `gaps` are where rows are missing, as far
    as their numbers tell: these were given out without any left out.
    """

    reviews: int
    actions: int
    quizzes: int
    unfit: int
    nameless: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        return sum(gap.events for gap in self.gaps)


def salvage(path: Path, target: Path, tell: Tell = lambda done, of: None) -> Salvaged:
    """Write what can be read of a database, and of the log beside it, into a new one. The damaged one is only read.

    Args:
        tell: called now and then with how many pages were read, and of how many.
    Raises:
        OSError: the file cannot be read, or the new one cannot be written; FileExistsError when one is there.
    """
    if os.path.lexists(target):
        raise FileExistsError(target)
    passing = target.with_name(f".{os.urandom(6).hex()}.tmp")
    os.close(os.open(passing, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    try:
        with opened(path) as pages, closing(sqlite3.connect(passing, isolation_level=None)) as new:
            migrate(new, passing)
            found = _Salvage(new)
            found.take(pages, tell)
        with Store.open(passing):
            pass  # which makes the schedules
        if os.path.lexists(target):
            raise FileExistsError(target)
        passing.replace(target)
    finally:
        for ending in ("", "-wal", "-shm", ".lock"):
            passing.with_name(passing.name + ending).unlink(missing_ok=True)
    return found.result


class _Salvage:
    """Puts rows into a new database as they are found."""

    def __init__(self, new: sqlite3.Connection) -> None:
        self._new = new
        self._waiting: dict[str, list[tuple[Any, ...]]] = {"review": [], "action": [], "quiz": []}
        self._seen: dict[str, tuple[array[int], array[int]]] = {
            name: (array("q"), array("q")) for name in self._waiting
        }
        self._folded = (0, 0)
        self._newest_ms = 0
        self._unfit = 0

    def take(self, pages: Pages, tell: Tell) -> None:
        """Take all that there is; `tell` as in `salvage`."""
        self._new.execute("PRAGMA synchronous = OFF")  # it has no name yet; `Store` syncs it in the end
        self._new.execute("PRAGMA foreign_keys = OFF")  # the card of an answer may stand on a later page
        self._new.execute("BEGIN")
        for number, page in enumerate(pages):
            if number % _TOLD_EVERY == 0:
                tell(number, pages.count)
            for row in table_rows(pages, page):
                self._take_row(row)
            for entry in index_entries(pages, page):
                self._take_entry(entry)
        for table in self._waiting:
            self._write(table)
        nameless = self._name_the_nameless()
        self._new.execute("COMMIT")
        reviews, actions, quizzes = (
            self._new.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in self._waiting
        )
        most = pages.count * pages.usable // _SMALLEST_ROW + 1
        self.result = Salvaged(reviews, actions, quizzes, self._unfit, nameless, tuple(self._gaps(most)))

    def _take_row(self, row: Row) -> None:
        values = row.values[1:]
        if row.values[0] is not None or row.rowid < 1:  # all our tables begin with the rowid, kept as NULL
            return
        match len(row.values):
            case length if length == len(_REVIEW_COLUMNS) + 1:
                self._take_event("review", row.rowid, _review(values), values[5])
            case length if length == len(_ACTION_COLUMNS) + 1:
                self._take_event("action", row.rowid, _action(values), values[6])
            case length if length == len(_QUIZ_COLUMNS) + 1:
                self._take_event("quiz", row.rowid, _quiz(values), values[4])
            case length if length == _NAME:
                self._take_name(row.rowid, values[0])
            case length if length == _TEXTS:
                self._take_text(row.rowid, values[0], values[1])
            case length if length in _META and isinstance(values[1], int) and isinstance(values[2], int):
                self._folded = (values[1], values[2])

    def _take_event(self, table: str, seq: int, event: tuple[Any, ...] | None, day: object) -> None:
        if event is None:
            self._unfit += 1
            return
        seqs, days = self._seen[table]
        seqs.append(seq)
        days.append(day if isinstance(day, int) else 0)
        self._waiting[table].append(event)
        if len(self._waiting[table]) >= _ROWS_AT_ONCE:
            self._write(table)

    def _take_name(self, key: int, name: object) -> None:
        if not isinstance(name, str) or "\0" in name or key > LARGEST_KEY:
            return
        if _DEVICE_ID.fullmatch(name) or "/" not in name:
            self._new.execute("INSERT OR IGNORE INTO device VALUES (?, ?)", (key + 1, name))  # 1 is the new one's own
        elif not name.startswith("/") and not name.endswith("/"):
            self._new.execute("INSERT OR IGNORE INTO card VALUES (?, ?)", (key, name))

    def _take_text(self, key: int, first: object, second: object) -> None:
        if isinstance(first, str) and isinstance(second, str):
            if key <= LARGEST_KEY and "\0" not in first + second:
                self._new.execute("INSERT OR IGNORE INTO deck_card VALUES (?, ?, ?)", (key, first, second))
        elif isinstance(first, int) and isinstance(second, str):
            try:
                restore(json.loads(second))
            except (ValueError, RecursionError):
                return
            self._new.execute("INSERT OR REPLACE INTO quiz_under_way VALUES (1, ?, ?)", (first, second))

    def _take_entry(self, entry: tuple[object, ...]) -> None:
        """Take the name of a card from the index of names; of other indexes, which ids there were."""
        if len(entry) != 2:
            return
        name, key = entry
        if not isinstance(name, str) or not isinstance(key, int):
            return
        if len(name) == 20 and REVIEW["review_id"](name):
            self._newest_ms = max(self._newest_ms, int(name, 32) >> 52)
        elif key > 0:
            self._take_name(key, name)

    def _write(self, table: str) -> None:
        columns = {"review": _REVIEW_COLUMNS, "action": _ACTION_COLUMNS, "quiz": _QUIZ_COLUMNS}[table]
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        self._new.executemany(statement, self._waiting[table])
        self._waiting[table].clear()

    def _name_the_nameless(self) -> int:
        """Give an id to cards and devices whose own is lost; return how many cards those are."""
        self._new.execute(
            "INSERT OR IGNORE INTO device SELECT device_key, 'salvaged-' || device_key FROM "
            "(SELECT device_key FROM review UNION SELECT device_key FROM action UNION SELECT device_key FROM quiz)"
        )
        made = self._new.execute(
            f"INSERT OR IGNORE INTO card SELECT card_key, '{NAMELESS}' || card_key FROM (SELECT card_key FROM review "
            "UNION SELECT card_key FROM action) WHERE card_key IS NOT NULL"
        ).rowcount
        self._new.execute("DELETE FROM deck_card WHERE card_key NOT IN (SELECT card_key FROM card)")
        return made

    def _gaps(self, most: int) -> Iterator[Gap]:
        for table, told in (("review", self._folded[0]), ("action", self._folded[1]), ("quiz", 0)):
            seqs, days = self._seen[table]
            yield from find_gaps(seqs, days, told if told <= most else 0, most, self._newest_ms // DAY_MS)


def _review(values: tuple[Any, ...]) -> tuple[Any, ...] | None:
    return _fit(REVIEW, _REVIEW_COLUMNS, values)


def _action(values: tuple[Any, ...]) -> tuple[Any, ...] | None:
    try:
        detail = json.loads(values[-1])
    except (TypeError, ValueError, RecursionError):
        return None
    return _fit(ACTION, _ACTION_COLUMNS, values, {"detail": detail})


def _quiz(values: tuple[Any, ...]) -> tuple[Any, ...] | None:
    try:
        settings, answers = json.loads(values[-2]), json.loads(values[-1])
        settings_from_json(settings)
        answers_from_json(answers)
    except (TypeError, ValueError, LookupError, RecursionError):
        return None
    return _fit(QUIZ, _QUIZ_COLUMNS, values, {"settings": settings, "answers": answers})


def _fit(
    form: Mapping[str, Check], columns: tuple[str, ...], values: tuple[Any, ...], parsed: Mapping[str, object] = {}
) -> tuple[Any, ...] | None:
    """Return a row to be written, None when it breaks a rule of the log."""
    row = dict(zip(columns, values, strict=True))
    for name in _REALS & row.keys():
        if isinstance(row[name], int):  # SQLite keeps 5.0 as 5
            row[name] = float(row[name])
    card_key, device_key = row.get("card_key"), row["device_key"]
    checked = {**dict(zip(form, row.values(), strict=True)), **parsed}
    checked["device_id"] = "device"
    if "card_id" in form:
        checked["card_id"] = None if card_key is None else "a/card"
    try:
        fitting(form, checked)
        keys_fit = 0 < device_key <= LARGEST_KEY and (card_key is None or 0 < card_key <= LARGEST_KEY)
    except (Unfit, TypeError):
        return None
    if not keys_fit or any("\0" in value for value in values if isinstance(value, str)):
        return None
    row["device_key"] = device_key + 1
    return tuple(row.values())
