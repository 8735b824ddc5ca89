"""What a stranger may have put into a database beside what quizapp makes, as SQL on a file that is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
WRITABLE = "PRAGMA writable_schema = ON;"

STRANGE: dict[str, str] = {
    "a view in place of a table": f"DROP TABLE meta; CREATE VIEW meta AS {ENDLESS} i AS only, 1 AS device_key FROM n;",
    "a view beside the tables": f"CREATE VIEW due AS {ENDLESS} i FROM n;",
    "a trigger that deletes": "CREATE TRIGGER t AFTER INSERT ON schedule BEGIN DELETE FROM deck_card; END;",
    "a trigger with a name that acts on a terminal": (
        'CREATE TRIGGER "\x1b]52;c;aGk=\x07\x1b[2J\u202e" AFTER INSERT ON meta BEGIN DELETE FROM deck_card; END;'
    ),
    "a temptation by a trigger on a view": (
        "CREATE VIEW v AS SELECT 1 AS a; CREATE TRIGGER w INSTEAD OF INSERT ON v BEGIN DELETE FROM deck_card; END;"
    ),
    "a table of its own": "CREATE TABLE extra (a);",
    "a table with a generated column": (
        "DROP TABLE deck_card; CREATE TABLE deck_card (card_key INTEGER NOT NULL PRIMARY KEY, prompt TEXT NOT NULL, "
        "answer TEXT AS (prompt || hex(zeroblob(500000000)))) STRICT;"
    ),
    "a column too many": "ALTER TABLE review ADD COLUMN more TEXT;",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5 (a);",
    "an index over an expression": "CREATE INDEX i ON deck_card (hex(zeroblob(length(prompt))));",
    "an index too few": "DROP INDEX review_card_key;",
    "no guard on the log": "DROP TRIGGER review_refuses_delete;",
    "a table without its rules": (
        f"{WRITABLE} UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (rating BETWEEN 1 AND 4)', 'CHECK (1)') "
        "WHERE name = 'review';"
    ),
    "a table that is not strict": (
        f"{WRITABLE} UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'deck_card';"
    ),
    "an object twice": f"{WRITABLE} INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'device';",
    "a table whose text is no SQL": f"{WRITABLE} UPDATE sqlite_schema SET sql = 'CREATE TABLE' WHERE name = 'device';",
    "a name that is no text": (
        f"{WRITABLE} UPDATE sqlite_schema SET name = CAST(x'ff1b5b' AS TEXT) WHERE name = 'review_study_day';"
    ),
    "a trigger of a megabyte": ("CREATE TRIGGER big AFTER INSERT ON meta BEGIN SELECT '" + "x" * 1_000_000 + "'; END;"),
}


SOME = ("a view in place of a table", "a trigger with a name that acts on a terminal", "a table without its rules")
"""Those that the quick run tries; one of each sort."""

STRANGE_ONES = [
    pytest.param(script, id=name, marks=() if name in SOME else pytest.mark.slow) for name, script in STRANGE.items()
]
"""All of them as parameters of a test."""

WRONG_VALUES = [
    "UPDATE review SET rating = 9",
    "UPDATE review SET kind = 'song'",
    "UPDATE review SET rating = 'good', phase = 'none'",
    "UPDATE review SET reviewed_at = 1 << 62",
    "UPDATE review SET elapsed_days = 1 << 62",
    "UPDATE review SET duration_ms = 1 << 62",
    "UPDATE review SET stability_days = 9e999, difficulty = -9e999",
    "UPDATE review SET utc_offset_minutes = 1 << 62",
    "UPDATE review SET interval_days = 'x'",
    "UPDATE schedule SET phase = 7",
    "UPDATE schedule SET due_on = 1 << 62",
    "UPDATE schedule SET stability_days = 0.0",
    "UPDATE schedule SET last_review_on = 'x', last_review_at = 'y'",
    "UPDATE schedule SET reps = 'x', lapses = x'00'",
    "UPDATE action SET kind = 'dance'",
    "UPDATE action SET detail = '{'",
    "UPDATE action SET detail = '[]'",
    "UPDATE action SET detail = '{\"learning_steps_ms\": 5}'",
    "UPDATE action SET kind = 'carry', card_key = 1",
    'UPDATE action SET kind = \'exam\', detail = \'{"exam_on": "x", "deck": "rivers"}\'',
    "UPDATE quiz SET settings = '{}', answers = '{}'",
    "UPDATE card SET card_id = 'none' WHERE card_key = 1",
    "UPDATE card SET card_id = x'ff' WHERE card_key = 1",
    "UPDATE meta SET folded_reviews = 'x'",
    "UPDATE review SET review_id = 'short' WHERE seq = 1",
    "UPDATE deck_card SET prompt = x'00ff', answer = 9",
]
"""Statements that put into a database what no quizapp writes."""

HOSTILE = "\x1b]52;c;aGk=\x07\x1b[2J\x9b31m\u202e"
HOSTILE_TEXTS = (
    f"UPDATE card SET card_id = 'riv{HOSTILE}ers/' || card_key WHERE card_key = 2",
    f"UPDATE device SET device_id = 'dev{HOSTILE}ice'",
    f"UPDATE review SET answer = 'an{HOSTILE}swer'",
    f"UPDATE deck_card SET prompt = 'pro{HOSTILE}mpt', answer = 'ans{HOSTILE}wer'",
    f'INSERT INTO quiz_under_way VALUES (1, 0, \'{{"format": "{HOSTILE}"}}\')',
)
"""Statements that put what acts on a terminal into every text of a database."""


def make_strange(database: Path, script: str) -> None:
    """Change a database as a stranger might have."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(script)
        connection.commit()


def forge(database: Path, *statements: str) -> None:
    """Run statements on a database as if it had neither rules nor guards, and leave its schema as it was."""
    with _writable(database) as connection:
        schema = connection.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        for name, kind, _ in schema:
            if kind == "trigger":
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE type = 'table'")
    with _writable(database) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
    with _writable(database) as connection:
        for name, kind, sql in schema:
            if kind == "table":
                connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
    with _writable(database) as connection:
        for _, kind, sql in schema:
            if kind == "trigger":
                connection.execute(sql)


@contextmanager
def _writable(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        yield connection
