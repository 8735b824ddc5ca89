"""Reading what is kept: every question is a short read transaction, and none waits for a writer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, cast

from sqlalchemy import Connection, bindparam, func, select, text

from quizapp.model import Action, ActionKind, CardState, Event, Phase, Rating, Review
from quizapp.store import quizzes as quiz_rows
from quizapp.store.answer_reader import AnswerReader
from quizapp.store.collector import collector_paused
from quizapp.store.log import Position, card_events, exam_events, find_event, head, settings_events, undone_events
from quizapp.store.rows import (
    PHASES,
    SELECT_ACTIONS,
    SELECT_REVIEWS,
    STATE_COLUMNS,
    action_of,
    bare_rows,
    review_of,
    state_of,
)
from quizapp.store.tables import ACTION, CARD, DECK_CARD, REVIEW, SCHEDULE
from quizapp.study.overview import DayTotals

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.quiz.history import PastAnswer, QuizRecord
    from quizapp.stats.columns import Columns
    from quizapp.stats.quiz_scores import TakenQuiz
    from quizapp.store.answers import Tell

_given = func.json_each(bindparam("given")).table_valued("value")
_GIVEN = select(_given.c.value)
"""A list of texts that is handed over as JSON: SQLite limits how many parameters a statement takes."""

_STATES = select(CARD.c.card_id, *STATE_COLUMNS).join_from(SCHEDULE, CARD)
_REVIEWS_BETWEEN = SELECT_REVIEWS.where(REVIEW.c.study_day.between(bindparam("first"), bindparam("last"))).order_by(
    REVIEW.c.review_id
)
_RATED_BETWEEN = (
    select(REVIEW.c.review_id, CARD.c.card_id, REVIEW.c.rating)
    .join_from(REVIEW, CARD)
    .where(REVIEW.c.study_day.between(bindparam("first"), bindparam("last")))
)
_REVIEWS_SINCE = SELECT_REVIEWS.where(REVIEW.c.review_id > bindparam("since")).order_by(REVIEW.c.review_id)
_ACTIONS_SINCE = SELECT_ACTIONS.where(ACTION.c.action_id > bindparam("since"))
_CARRY_DETAILS = select(ACTION.c.detail).where(ACTION.c.kind == ActionKind.CARRY)
_ON_DAY = (
    select(REVIEW.c.review_id, CARD.c.card_id, REVIEW.c.phase, REVIEW.c.rating, REVIEW.c.duration_ms)
    .join_from(REVIEW, CARD)
    .where(REVIEW.c.study_day == bindparam("day"))
    .order_by(REVIEW.c.review_id)
)
_COUNT_ON_DAY = select(func.count()).where(REVIEW.c.study_day == bindparam("day"))
_GIVEN_BY_DAY = (
    select(REVIEW.c.study_day, func.count()).where(REVIEW.c.review_id.in_(_GIVEN)).group_by(REVIEW.c.study_day)
)
_DURATIONS = select(REVIEW.c.review_id, REVIEW.c.duration_ms).order_by(REVIEW.c.review_id.desc())
_REMEMBERED = (
    select(CARD.c.card_id, DECK_CARD.c.prompt, DECK_CARD.c.answer)
    .join_from(DECK_CARD, CARD)
    .where(CARD.c.card_id.in_(_GIVEN))
)
_DAYS = text(
    # A jump through the index from each day to the next: DISTINCT would walk over every review.
    """
    WITH RECURSIVE found (day) AS (
        SELECT min(study_day) FROM review
        UNION ALL
        SELECT (SELECT min(study_day) FROM review WHERE study_day > day) FROM found WHERE day IS NOT NULL
    )
    SELECT day FROM found WHERE day IS NOT NULL
    """
)


class Remembered(NamedTuple):
    """What a card asked when its deck was last read."""

    card_id: str
    prompt: str
    answer: str


class _Answer(NamedTuple):
    """What the counts of a day need of an answer."""

    review_id: str
    card_id: str
    phase: int
    rating: int
    duration_ms: int


class Reader(AnswerReader):
    """The questions that a store answers. Answers that were undone are left out unless it says otherwise."""

    path: Path

    def _reading(self) -> AbstractContextManager[Connection]:
        """Return a read transaction."""
        raise NotImplementedError

    @contextmanager
    def _plainly(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            yield cast(sqlite3.Connection, connection.connection.driver_connection)

    def states(self) -> dict[str, CardState]:
        """Return what the log says of every card it speaks of, by card id."""
        with self._reading() as connection, collector_paused():
            return {row[0]: state_of(row) for row in bare_rows(connection, _STATES)}

    def card_events(self, card_id: str) -> list[Event]:
        """Return all that a card's state follows from, by id; see `quizapp.store.log.card_events`."""
        with self._reading() as connection:
            return card_events(connection, card_id)

    def events_since(self, event_id: str) -> list[Event]:
        """Return every event above an id, by id, undone or not."""
        since = {"since": event_id}
        with self._reading() as connection:
            events: list[Event] = [review_of(row) for row in connection.execute(_REVIEWS_SINCE, since)]
            events += [action_of(row) for row in connection.execute(_ACTIONS_SINCE, since)]
        return sorted(events, key=lambda event: event.event_id)

    def settings_events(self) -> list[Action]:
        """Return the `settings` actions that hold, by id."""
        with self._reading() as connection:
            return settings_events(connection)

    def exam_events(self) -> list[Action]:
        """Return the `exam` actions that hold, by id."""
        with self._reading() as connection:
            return exam_events(connection)

    def carry_sources(self) -> set[str]:
        """Return the ids of the cards whose progress was ever carried to another, undone or not."""
        with self._reading() as connection:
            return {str(json.loads(detail)["from"]) for detail in connection.scalars(_CARRY_DETAILS)}

    def log_position(self) -> Position:
        """Return how far the log reaches."""
        with self._reading() as connection:
            return head(connection).position

    def log_end(self) -> tuple[Position, str]:
        """Return how far the log reaches, and its newest event id, "" when it is empty.

        Two logs that end alike are the same: one that went another way from a backup on has another newest event.
        """
        with self._reading() as connection:
            end = head(connection)
        return end.position, end.newest_id

    def newest_event_at(self) -> int | None:
        """Return the instant of the newest event, None in an empty log."""
        with self._reading() as connection:
            newest_id = head(connection).newest_id
            event = find_event(connection, newest_id)
            if event is None:
                return quiz_rows.taken_at(connection, newest_id)
        return event.reviewed_at if isinstance(event, Review) else event.acted_at

    def iter_reviews(self, since: str = "", *, include_undone: bool = False) -> Iterator[Review]:
        """Yield the answers above an event id, by id, in constant memory.

        They are those of the moment at which the first is asked for, whatever is written meanwhile.
        """
        with self._reading() as connection:
            undone = set() if include_undone else undone_events(connection)
            for row in bare_rows(connection, _REVIEWS_SINCE, {"since": since}):
                if row[0] not in undone:
                    yield review_of(row)

    def reviews_between(self, first_day: int, last_day: int) -> list[Review]:
        """Return the answers of the study days from the first to the last, both included, by id."""
        with self._reading() as connection:
            undone = undone_events(connection)
            rows = connection.execute(_REVIEWS_BETWEEN, {"first": first_day, "last": last_day})
            return [review_of(row) for row in rows if row[0] not in undone]

    def rated_between(self, first_day: int, last_day: int) -> set[tuple[str, int]]:
        """Return which cards were given which ratings on the study days from the first to the last, both included."""
        with self._reading() as connection, collector_paused():
            undone = undone_events(connection)
            rows = bare_rows(connection, _RATED_BETWEEN, {"first": first_day, "last": last_day})
            return {(card_id, rating) for review_id, card_id, rating in rows if review_id not in undone}

    def reviewed_cards_on(self, day: int) -> list[tuple[str, Phase]]:
        """Return the card and the phase before, of each answer of a study day, in order."""
        return [(answer.card_id, PHASES[answer.phase]) for answer in self._answers_on(day)]

    def day_totals(self, day: int) -> DayTotals:
        """Return the counts of a study day."""
        answers = self._answers_on(day)
        reviewed = [answer for answer in answers if answer.phase == Phase.REVIEW]
        return DayTotals(
            cards=len({answer.card_id for answer in answers}),
            answers=len(answers),
            ms=sum(answer.duration_ms for answer in answers),
            reviewed=len(reviewed),
            recalled=sum(answer.rating > Rating.AGAIN for answer in reviewed),
        )

    def study_days(self) -> list[int]:
        """Return the study days with an answer, ascending."""
        with self._reading() as connection:
            days = connection.scalars(_DAYS).all()
            undone = undone_events(connection)
            undone_by_day = connection.execute(_GIVEN_BY_DAY, {"given": json.dumps(list(undone))}).all()
            emptied = {day for day, count in undone_by_day if connection.scalar(_COUNT_ON_DAY, {"day": day}) == count}
        return [day for day in days if day not in emptied]

    def recent_pace_ms(self, answers: int = 200, least: int = 10) -> int | None:
        """Return the median duration of the newest answers, None when there are too few to tell by."""
        with self._reading() as connection:
            undone = undone_events(connection)
            newest = connection.execute(_DURATIONS.limit(answers + len(undone))).all()
        durations = [duration for review_id, duration in newest if review_id not in undone]
        return round(median(durations[:answers])) if len(durations) >= least else None

    def remembered_cards(self, card_ids: Iterable[str]) -> dict[str, Remembered]:
        """Return what was remembered of cards, by id; see `Transaction.remember_cards`."""
        with self._reading() as connection:
            rows = connection.execute(_REMEMBERED, {"given": json.dumps(list(card_ids))})
            return {card_id: Remembered(card_id, prompt, answer) for card_id, prompt, answer in rows}

    def answer_columns(self, cache_folder: Path | None = None, tell: Tell | None = None) -> Columns:
        """Return all answers column by column, as figures are made from them.

        Args:
            cache_folder: where columns are kept for the next time, None to read the log anew.
            tell: is told how many answers of how many have been read; what it raises ends the reading.
        """
        from quizapp.store.column_cache import ColumnCache  # late: only figures ask for it

        cache = ColumnCache(cache_folder, self.path)
        with self._reading() as connection, collector_paused():
            return cache.read(connection, tell)

    def quizzes(self) -> list[QuizRecord]:
        """Return all quizzes that were handed in, oldest first."""
        with self._reading() as connection:
            return quiz_rows.records(connection)

    def taken_quizzes(self) -> list[TakenQuiz]:
        """Return all quizzes that were handed in as figures are made from them, oldest first."""
        with self._reading() as connection:
            return quiz_rows.taken(connection)

    def quiz_answers(self, quiz_id: str) -> tuple[PastAnswer, ...]:
        """Return the questions of a past quiz and what was answered, none where there is no such quiz."""
        with self._reading() as connection:
            return quiz_rows.answers(connection, quiz_id)

    def quiz_under_way(self) -> quiz_rows.UnderWay | None:
        """Return the quiz that was begun and not handed in, None when there is none."""
        with self._reading() as connection:
            return quiz_rows.under_way(connection)

    def _answers_on(self, day: int) -> list[_Answer]:
        with self._reading() as connection:
            undone = undone_events(connection)
            answers = [_Answer(*row) for row in connection.execute(_ON_DAY, {"day": day})]
        return [answer for answer in answers if answer.review_id not in undone]
