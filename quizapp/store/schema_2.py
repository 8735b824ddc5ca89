"""Version 2 of the schema, frozen: cards set due, exams, quizzes; and the kinds of notes that are not flipped.

A CHECK cannot be changed in place, so the table of acts is made anew under its name. The program before this
version knew questions and clozes only; the tables held the other kinds already.
"""

from __future__ import annotations

from typing import Final

_ACTION = (
    """
    CREATE TABLE action_2 (
        seq INTEGER NOT NULL PRIMARY KEY,
        action_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        card_key INTEGER REFERENCES card (card_key),
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        acted_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        target_id TEXT,
        detail TEXT NOT NULL,
        CONSTRAINT action_id_sorts CHECK (length(action_id) = 20),
        CONSTRAINT kind_known CHECK (
            kind IN ('bury', 'unbury', 'suspend', 'unsuspend', 'reset', 'carry', 'settings', 'undo', 'set_due', 'exam')
        ),
        CONSTRAINT card_known CHECK (card_key IS NOT NULL OR kind IN ('settings', 'undo', 'exam')),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT target_of_undo CHECK ((kind = 'undo') = (target_id IS NOT NULL)),
        CONSTRAINT detail_is_an_object CHECK (detail LIKE '{%}')
    ) STRICT
    """,
    "INSERT INTO action_2 SELECT * FROM action",
    "DROP TABLE action",
    "ALTER TABLE action_2 RENAME TO action",
    "CREATE INDEX action_card_key ON action (card_key)",
    "CREATE INDEX action_undo ON action (target_id, action_id) WHERE target_id IS NOT NULL",
)

_QUIZ = (
    """
    CREATE TABLE quiz (
        seq INTEGER NOT NULL PRIMARY KEY,
        quiz_id TEXT NOT NULL UNIQUE,
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        taken_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        questions INTEGER NOT NULL,
        score REAL NOT NULL,
        settings TEXT NOT NULL,
        answers TEXT NOT NULL,
        CONSTRAINT quiz_id_sorts CHECK (length(quiz_id) = 20),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT duration_range CHECK (duration_ms >= 0),
        CONSTRAINT questions_range CHECK (questions > 0),
        CONSTRAINT score_range CHECK (score BETWEEN 0 AND questions),
        CONSTRAINT settings_is_an_object CHECK (settings LIKE '{%}'),
        CONSTRAINT answers_is_a_list CHECK (answers LIKE '[%]')
    ) STRICT
    """,
    """
    CREATE TABLE quiz_under_way (
        only INTEGER NOT NULL PRIMARY KEY,
        saved_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        CONSTRAINT only_one_row CHECK (only = 1),
        CONSTRAINT state_is_an_object CHECK (state LIKE '{%}')
    ) STRICT
    """,
)

_TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_refuses_{change} BEFORE {change.upper()} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"
    for table in ("action", "quiz")
    for change in ("update", "delete")
)

SCHEMA_2: Final = (*_ACTION, *_QUIZ, *_TRIGGERS)
