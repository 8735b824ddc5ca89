"""Version 1 of the schema, frozen: later versions are steps of their own. `tables` says what it means."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x7175697A
"""What marks a SQLite file as quizapp's: "quiz" in ASCII."""

_TABLES = (
    """
    CREATE TABLE card (
        card_key INTEGER NOT NULL PRIMARY KEY,
        card_id TEXT NOT NULL UNIQUE,
        CONSTRAINT card_id_names_its_deck CHECK (card_id LIKE '_%/_%')
    ) STRICT
    """,
    """
    CREATE TABLE device (
        device_key INTEGER NOT NULL PRIMARY KEY,
        device_id TEXT NOT NULL UNIQUE,
        CONSTRAINT device_id_not_empty CHECK (device_id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE meta (
        only INTEGER NOT NULL PRIMARY KEY,
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        folded_reviews INTEGER NOT NULL,
        folded_actions INTEGER NOT NULL,
        CONSTRAINT only_one_row CHECK (only = 1)
    ) STRICT
    """,
    """
    CREATE TABLE review (
        seq INTEGER NOT NULL PRIMARY KEY,
        review_id TEXT NOT NULL UNIQUE,
        card_key INTEGER NOT NULL REFERENCES card (card_key),
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        reviewed_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        rating INTEGER NOT NULL,
        phase INTEGER NOT NULL,
        elapsed_days INTEGER,
        duration_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        answer TEXT,
        stability_days REAL NOT NULL,
        difficulty REAL NOT NULL,
        retrievability_before REAL,
        interval_days INTEGER NOT NULL,
        CONSTRAINT review_id_sorts CHECK (length(review_id) = 20),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT rating_range CHECK (rating BETWEEN 1 AND 4),
        CONSTRAINT phase_range CHECK (phase BETWEEN 0 AND 3),
        CONSTRAINT elapsed_days_range CHECK (elapsed_days >= 0),
        CONSTRAINT duration_range CHECK (duration_ms >= 0),
        CONSTRAINT kind_known CHECK (kind IN ('question', 'cloze', 'choice', 'number', 'list', 'statement')),
        CONSTRAINT stability_range CHECK (stability_days > 0),
        CONSTRAINT difficulty_range CHECK (difficulty BETWEEN 1 AND 10),
        CONSTRAINT retrievability_range CHECK (retrievability_before BETWEEN 0 AND 1),
        CONSTRAINT interval_range CHECK (interval_days >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE action (
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
            kind IN ('bury', 'unbury', 'suspend', 'unsuspend', 'reset', 'carry', 'settings', 'undo')
        ),
        CONSTRAINT card_known CHECK (card_key IS NOT NULL OR kind IN ('settings', 'undo')),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT target_of_undo CHECK ((kind = 'undo') = (target_id IS NOT NULL)),
        CONSTRAINT detail_is_an_object CHECK (detail LIKE '{%}')
    ) STRICT
    """,
    """
    CREATE TABLE schedule (
        card_key INTEGER NOT NULL PRIMARY KEY REFERENCES card (card_key),
        phase INTEGER NOT NULL,
        stability_days REAL,
        difficulty REAL,
        step INTEGER,
        due_on INTEGER,
        due_at INTEGER,
        interval_days INTEGER,
        last_review_at INTEGER,
        last_review_on INTEGER,
        reps INTEGER,
        lapses INTEGER,
        suspended INTEGER NOT NULL,
        buried_on INTEGER,
        last_event_id TEXT NOT NULL,
        CONSTRAINT phase_range CHECK (phase BETWEEN 0 AND 3),
        CONSTRAINT new_has_no_stability CHECK ((phase = 0) = (stability_days IS NULL)),
        CONSTRAINT due_on_in_review CHECK ((phase = 2) = (due_on IS NOT NULL)),
        CONSTRAINT due_at_in_steps CHECK ((phase IN (1, 3)) = (due_at IS NOT NULL)),
        CONSTRAINT stability_range CHECK (stability_days > 0),
        CONSTRAINT difficulty_range CHECK (difficulty BETWEEN 1 AND 10),
        CONSTRAINT suspended_yes_or_no CHECK (suspended IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE deck_card (
        card_key INTEGER NOT NULL PRIMARY KEY REFERENCES card (card_key),
        prompt TEXT NOT NULL,
        answer TEXT NOT NULL
    ) STRICT
    """,
)

_INDEXES = (
    "CREATE INDEX review_study_day ON review (study_day)",
    "CREATE INDEX review_card_key ON review (card_key)",
    "CREATE INDEX action_card_key ON action (card_key)",
    "CREATE INDEX action_undo ON action (target_id, action_id) WHERE target_id IS NOT NULL",
)

_TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_refuses_{change} BEFORE {change.upper()} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"
    for table in ("card", "device", "review", "action")
    for change in ("update", "delete")
)

_ROWS = (
    "INSERT INTO device (device_key, device_id) VALUES (1, lower(hex(randomblob(8))))",
    "INSERT INTO meta (only, device_key, folded_reviews, folded_actions) VALUES (1, 1, 0, 0)",
)

SCHEMA_1: Final = (f"PRAGMA application_id = {APPLICATION_ID}", *_TABLES, *_INDEXES, *_TRIGGERS, *_ROWS)
