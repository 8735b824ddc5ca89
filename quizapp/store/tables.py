"""The database as SQLModel tables, every column with its unit and what NULL means.

`review`, `action` and `quiz` are the log: rows are only ever added (triggers refuse the rest). `card` and `device`
give the long names in the log a small number, which takes a third off a large log. `schedule` is derived and
can be thrown away. Units are those of `quizapp.model`: `_at` UTC epoch milliseconds, `_on` and `study_day`
days since 1970-01-01.

Tables are made by `quizapp.store.migrations`, never from here; a test holds the two together. Validation is
not done here either (`table=True` skips it): the core makes valid values, and the CHECK constraints hold what
is stored.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import REAL, CheckConstraint, Index, Integer, MetaData, Table, Text, text
from sqlmodel import Field, SQLModel

STRICT = {"sqlite_strict": True}


class Base(SQLModel):
    metadata = MetaData()


def _whole(comment: str, **options: Any) -> Any:
    return Field(sa_type=Integer, sa_column_kwargs={"comment": comment}, **options)


def _real(comment: str, **options: Any) -> Any:
    return Field(sa_type=REAL, sa_column_kwargs={"comment": comment}, **options)


def _text(comment: str, **options: Any) -> Any:
    return Field(sa_type=Text, sa_column_kwargs={"comment": comment}, **options)


class CardRow(Base, table=True):
    """A card that the log or a schedule speaks of; `card_key` stands for it in the other tables."""

    __tablename__ = "card"
    __table_args__ = (CheckConstraint("card_id LIKE '_%/_%'", name="card_id_names_its_deck"), STRICT)

    card_key: int | None = _whole("number of the card in this database only", primary_key=True)
    card_id: str = _text("deck/note, deck/note#reverse or deck/note#gap", unique=True)


class DeviceRow(Base, table=True):
    """A device that made events."""

    __tablename__ = "device"
    __table_args__ = (CheckConstraint("device_id <> ''", name="device_id_not_empty"), STRICT)

    device_key: int | None = _whole("number of the device in this database only", primary_key=True)
    device_id: str = _text("random name of the device, the same in every database", unique=True)


class MetaRow(Base, table=True):
    """The one row about this database, and how far into the log the schedules reach."""

    __tablename__ = "meta"
    __table_args__ = (CheckConstraint("only = 1", name="only_one_row"), STRICT)

    only: int | None = _whole("always 1", primary_key=True)
    device_key: int = _whole("the device this database is on", foreign_key="device.device_key")
    folded_reviews: int = _whole("highest review.seq folded into schedule; 0 for none")
    folded_actions: int = _whole("highest action.seq folded into schedule; 0 for none")
    readable_from: str | None = _text("oldest quizapp that reads this schema; NULL never since schema 3")


class ReviewRow(Base, table=True):
    """One answer. Rows are never changed or deleted."""

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint("length(review_id) = 20", name="review_id_sorts"),
        CheckConstraint("abs(utc_offset_minutes) < 1440", name="utc_offset_range"),
        CheckConstraint("rating BETWEEN 1 AND 4", name="rating_range"),
        CheckConstraint("phase BETWEEN 0 AND 3", name="phase_range"),
        CheckConstraint("elapsed_days >= 0", name="elapsed_days_range"),
        CheckConstraint("duration_ms >= 0", name="duration_range"),
        CheckConstraint(
            # Every kind of the deck format, known here yet or not: a log is not rewritten to learn one more.
            "kind IN ('question', 'cloze', 'choice', 'number', 'list', 'statement')",
            name="kind_known",
        ),
        CheckConstraint("stability_days > 0", name="stability_range"),
        CheckConstraint("difficulty BETWEEN 1 AND 10", name="difficulty_range"),
        CheckConstraint("retrievability_before BETWEEN 0 AND 1", name="retrievability_range"),
        CheckConstraint("interval_days >= 0", name="interval_range"),
        Index("review_study_day", "study_day"),
        Index("review_card_key", "card_key"),
        STRICT,
    )

    seq: int | None = _whole("order of arrival in this database; merged logs arrive late", primary_key=True)
    review_id: str = _text("event id; sorts in the order of the acts", unique=True)
    card_key: int = _whole("the card answered", foreign_key="card.card_key")
    device_key: int = _whole("the device it was answered on", foreign_key="device.device_key")
    reviewed_at: int = _whole("instant of the rating")
    utc_offset_minutes: int = _whole("local offset from UTC then, in minutes")
    study_day: int = _whole("study day of reviewed_at under the day cutoff then")
    rating: int = _whole("1 Again, 2 Hard, 3 Good, 4 Easy")
    phase: int = _whole("phase before the answer: 0 New, 1 Learning, 2 Review, 3 Relearning")
    elapsed_days: int | None = _whole("study days since the previous review; NULL for the first")
    duration_ms: int = _whole("time from question to rating, in milliseconds")
    kind: str = _text("kind of the note")
    answer: str | None = _text("the text typed; NULL when the card was flipped")
    stability_days: float = _real("FSRS stability after the answer, in days")
    difficulty: float = _real("FSRS difficulty after the answer, 1 to 10")
    retrievability_before: float | None = _real("recall predicted before the answer, 0 to 1; NULL for the first")
    interval_days: int = _whole("interval scheduled by the answer, in days; 0 while a learning step is pending")


class ActionRow(Base, table=True):
    """One act that is not an answer. Rows are never changed or deleted."""

    __tablename__ = "action"
    __table_args__ = (
        CheckConstraint("length(action_id) = 20", name="action_id_sorts"),
        CheckConstraint(
            "kind IN ('bury', 'unbury', 'suspend', 'unsuspend', 'reset', 'carry', 'settings', 'undo', "
            "'set_due', 'exam')",
            name="kind_known",
        ),
        CheckConstraint("card_key IS NOT NULL OR kind IN ('settings', 'undo', 'exam')", name="card_known"),
        CheckConstraint("abs(utc_offset_minutes) < 1440", name="utc_offset_range"),
        CheckConstraint("(kind = 'undo') = (target_id IS NOT NULL)", name="target_of_undo"),
        CheckConstraint("detail LIKE '{%}'", name="detail_is_an_object"),
        Index("action_card_key", "card_key"),
        Index("action_undo", "target_id", "action_id", sqlite_where=text("target_id IS NOT NULL")),
        STRICT,
    )

    seq: int | None = _whole("order of arrival in this database; merged logs arrive late", primary_key=True)
    action_id: str = _text("event id; sorts in the order of the acts", unique=True)
    kind: str = _text("what was done")
    card_key: int | None = _whole("the card it was done to; NULL for settings and exam", foreign_key="card.card_key")
    device_key: int = _whole("the device it was done on", foreign_key="device.device_key")
    acted_at: int = _whole("instant of the act")
    utc_offset_minutes: int = _whole("local offset from UTC then, in minutes")
    study_day: int = _whole("study day of acted_at under the day cutoff then")
    target_id: str | None = _text("event that an undo takes back; NULL for every other kind")
    detail: str = _text("JSON object that depends on the kind; {} when there is nothing to say")


class ScheduleRow(Base, table=True):
    """What the log says of one card: a `CardState`, flattened. Derived; a card without a row is new."""

    __tablename__ = "schedule"
    __table_args__ = (
        CheckConstraint("phase BETWEEN 0 AND 3", name="phase_range"),
        CheckConstraint("(phase = 0) = (stability_days IS NULL)", name="new_has_no_stability"),
        CheckConstraint("(phase = 2) = (due_on IS NOT NULL)", name="due_on_in_review"),
        CheckConstraint("(phase IN (1, 3)) = (due_at IS NOT NULL)", name="due_at_in_steps"),
        CheckConstraint("stability_days > 0", name="stability_range"),
        CheckConstraint("difficulty BETWEEN 1 AND 10", name="difficulty_range"),
        CheckConstraint("suspended IN (0, 1)", name="suspended_yes_or_no"),
        STRICT,
    )

    card_key: int | None = _whole("the card", primary_key=True, foreign_key="card.card_key")
    phase: int = _whole("0 New, 1 Learning, 2 Review, 3 Relearning; New makes all columns up to lapses NULL")
    stability_days: float | None = _real("FSRS stability in days; NULL when new")
    difficulty: float | None = _real("FSRS difficulty, 1 to 10; NULL when new")
    step: int | None = _whole("index of the pending learning step from 0; NULL in Review and when new")
    due_on: int | None = _whole("study day the card is due; NULL unless in Review")
    due_at: int | None = _whole("instant the pending step is due; NULL unless in Learning or Relearning")
    interval_days: int | None = _whole("interval in days, 0 outside Review; NULL when new")
    last_review_at: int | None = _whole("instant of the newest review; NULL when new")
    last_review_on: int | None = _whole("study day of the newest review; NULL when new")
    reps: int | None = _whole("number of reviews; NULL when new")
    lapses: int | None = _whole("number of reviews rated Again in Review; NULL when new")
    suspended: int = _whole("1 while suspended, else 0")
    buried_on: int | None = _whole("study day the card is set aside for; NULL when it is not")
    last_event_id: str = _text("newest event folded in")


class DeckCardRow(Base, table=True):
    """What a card with progress asked when its deck was last read, to find it again when its id vanishes."""

    __tablename__ = "deck_card"
    __table_args__ = (STRICT,)

    card_key: int | None = _whole("the card", primary_key=True, foreign_key="card.card_key")
    prompt: str = _text("prompt as last seen")
    answer: str = _text("answer as last seen")


class QuizRow(Base, table=True):
    """One quiz that was handed in. Rows are never changed or deleted."""

    __tablename__ = "quiz"
    __table_args__ = (
        CheckConstraint("length(quiz_id) = 20", name="quiz_id_sorts"),
        CheckConstraint("abs(utc_offset_minutes) < 1440", name="utc_offset_range"),
        CheckConstraint("duration_ms >= 0", name="duration_range"),
        CheckConstraint("questions > 0", name="questions_range"),
        CheckConstraint("score BETWEEN 0 AND questions", name="score_range"),
        CheckConstraint("settings LIKE '{%}'", name="settings_is_an_object"),
        CheckConstraint("answers LIKE '[%]'", name="answers_is_a_list"),
        STRICT,
    )

    seq: int | None = _whole("order of arrival in this database; merged logs arrive late", primary_key=True)
    quiz_id: str = _text("event id; sorts in the order of the acts", unique=True)
    device_key: int = _whole("the device it was taken on", foreign_key="device.device_key")
    taken_at: int = _whole("instant it was handed in")
    utc_offset_minutes: int = _whole("local offset from UTC then, in minutes")
    study_day: int = _whole("study day of taken_at under the day cutoff then")
    duration_ms: int = _whole("time spent on its questions, in milliseconds")
    questions: int = _whole("number of questions that counted")
    score: float = _real("sum of the marks, 0 to questions")
    settings: str = _text("JSON object: what the quiz was asked to be, with the seed of its paper")
    answers: str = _text("JSON list: for each question the card, what was answered, the mark, the time")


class QuizUnderWayRow(Base, table=True):
    """The quiz that was begun and not handed in yet. It is no event: its row goes when it is."""

    __tablename__ = "quiz_under_way"
    __table_args__ = (
        CheckConstraint("only = 1", name="only_one_row"),
        CheckConstraint("state LIKE '{%}'", name="state_is_an_object"),
        STRICT,
    )

    only: int | None = _whole("always 1", primary_key=True)
    saved_at: int = _whole("instant it was saved")
    state: str = _text("JSON object: the whole quiz, with its paper")


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


CARD = _table("card")
DEVICE = _table("device")
META = _table("meta")
REVIEW = _table("review")
ACTION = _table("action")
SCHEDULE = _table("schedule")
DECK_CARD = _table("deck_card")
QUIZ = _table("quiz")
QUIZ_UNDER_WAY = _table("quiz_under_way")
