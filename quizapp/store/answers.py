"""Reading the log into the columns that figures are made from, whole or on from where it was read before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, text

from quizapp.model import ActionKind
from quizapp.scheduling.settings import settings_from_detail
from quizapp.stats.answer_log import AnswerLog
from quizapp.stats.columns import Carry
from quizapp.store.log import Head, Position, head, settings_events, undone_events
from quizapp.store.rows import bare_rows
from quizapp.store.tables import ACTION, CARD, REVIEW

_ROWS = (
    select(
        REVIEW.c.review_id,
        REVIEW.c.card_key,
        REVIEW.c.reviewed_at,
        REVIEW.c.utc_offset_minutes,
        REVIEW.c.study_day,
        REVIEW.c.rating,
        REVIEW.c.phase,
        REVIEW.c.elapsed_days,
        REVIEW.c.duration_ms,
        REVIEW.c.kind,
        REVIEW.c.retrievability_before,
        REVIEW.c.interval_days,
    )
    .where(REVIEW.c.review_id > bindparam("since"))
    .order_by(REVIEW.c.review_id)
)
_CARDS = select(CARD.c.card_key, CARD.c.card_id).order_by(CARD.c.card_key)
_ALL_CARD_IDS = text(
    "SELECT min(card_key) = 1 AND max(card_key) = count(*), max(card_key), json_group_array(card_id)"
    " FROM (SELECT card_key, card_id FROM card ORDER BY card_key)"
)
_CARRIES = (
    select(ACTION.c.action_id, ACTION.c.card_key, ACTION.c.detail)
    .where(ACTION.c.kind == ActionKind.CARRY, ACTION.c.action_id > bindparam("since"))
    .order_by(ACTION.c.action_id)
)
_RESETS = (
    select(ACTION.c.action_id, ACTION.c.card_key, ACTION.c.study_day)
    .where(ACTION.c.kind == ActionKind.RESET, ACTION.c.action_id > bindparam("since"))
    .order_by(ACTION.c.action_id)
)
_REVIEW_AT = select(REVIEW.c.review_id).where(REVIEW.c.seq == bindparam("seq"))
_ACTION_AT = select(ACTION.c.action_id).where(ACTION.c.seq == bindparam("seq"))
_NEW_REVIEWS = select(REVIEW.c.review_id).where(REVIEW.c.seq > bindparam("seq"))
_NEW_ACTIONS = select(ACTION.c.action_id, ACTION.c.kind, ACTION.c.target_id).where(ACTION.c.seq > bindparam("seq"))

_FORMATIVE = (ActionKind.CARRY, ActionKind.RESET, ActionKind.SETTINGS)
"""Acts that make later answers mean something else."""

_TELL_AFTER = 5_000
"""Rows: some hundredths of a second."""

AnyRow = tuple[Any, ...]
Tell = Callable[[int, int], None]


class Mark(NamedTuple):
    """How far a log was read: up to which place in either table, which events stand there, and the newest event id.

    Ids are drawn, so the events at those places tell that it is the same log: not one that went another way from a
    backup on.
    """

    reviews: int = 0
    actions: int = 0
    review_id: str = ""
    action_id: str = ""
    newest_id: str = ""


class ReadLog(NamedTuple):
    """A log that was read, and how far."""

    log: AnswerLog
    mark: Mark


def read_log(connection: Connection, known: ReadLog | None = None, tell: Tell | None = None) -> ReadLog:
    """Return the answers that hold.

    Args:
        known: what was read before. It is read on where that leads to the same, else all is read anew.
        tell: is told now and then how many rows of how many have been read; what it raises ends the reading.
    """
    end = head(connection)
    if known is None or not _goes_on(connection, known.mark, end.position):
        known = ReadLog(AnswerLog(), Mark())
    since = {"since": known.mark.newest_id}
    undone = undone_events(connection)
    card_ids = _card_ids(connection)
    carries = _carries(list(bare_rows(connection, _CARRIES, since)), card_ids, undone)
    rows = bare_rows(connection, _ROWS, since)
    if tell is not None:
        rows = _told(rows, end.position.reviews - known.mark.reviews, tell)
    known.log.add(
        rows,
        card_ids,
        undone=undone,
        carries=carries,
        resets=[reset for reset in bare_rows(connection, _RESETS, since) if reset[0] not in undone],
        weights=[
            (event.action_id, settings_from_detail(event.detail).parameters)
            for event in settings_events(connection)
            if event.action_id > known.mark.newest_id
        ],
    )
    return ReadLog(known.log, _mark(connection, end))


def _told(rows: Iterator[AnyRow], total: int, tell: Tell) -> Iterator[AnyRow]:
    """Yield the rows and tell of them, at first and at last too; of none nothing is told."""
    for done in range(0, total, _TELL_AFTER):
        tell(done, total)
        yield from islice(rows, _TELL_AFTER)
    yield from rows
    if total:
        tell(total, total)


def _goes_on(connection: Connection, mark: Mark, now: Position) -> bool:
    """Tell whether a log only has events since that come after all that was read, and take back nothing of it."""
    if now.reviews < mark.reviews or now.actions < mark.actions or _ids_at(connection, mark[:2]) != mark[2:4]:
        return False
    # Not by SQL's min: it would look for the oldest by walking over every review.
    if any(review_id <= mark.newest_id for (review_id,) in bare_rows(connection, _NEW_REVIEWS, {"seq": mark.reviews})):
        return False  # merged from elsewhere
    for action_id, kind, target_id in bare_rows(connection, _NEW_ACTIONS, {"seq": mark.actions}):
        if kind == ActionKind.UNDO and target_id <= mark.newest_id:
            return False
        if kind in _FORMATIVE and action_id <= mark.newest_id:
            return False
    return True


def _mark(connection: Connection, end: Head) -> Mark:
    return Mark(*end.position, *_ids_at(connection, end.position), end.newest_id)


def _ids_at(connection: Connection, position: tuple[int, int]) -> tuple[str, str]:
    reviews, actions = position
    return (
        connection.scalar(_REVIEW_AT, {"seq": reviews}) or "",
        connection.scalar(_ACTION_AT, {"seq": actions}) or "",
    )


def _card_ids(connection: Connection) -> list[str]:
    """Return the id of each card by its key, "" where there is none."""
    # As one text: a row for each of very many cards takes twice as long.
    without_holes, last, card_ids = connection.execute(_ALL_CARD_IDS).one()
    if without_holes:
        return ["", *json.loads(card_ids)]
    known: dict[int, str] = dict(bare_rows(connection, _CARDS))
    return [known.get(key, "") for key in range((last or 0) + 1)]


def _carries(rows: Sequence[tuple[Any, ...]], card_ids: Sequence[str], undone: set[str]) -> list[Carry]:
    """Return the carries that hold and come from a card of this database."""
    keys = {card_id: key for key, card_id in enumerate(card_ids)} if rows else {}
    found: list[Carry] = []
    for action_id, card_key, detail in rows:
        source = keys.get(str(json.loads(detail)["from"]))
        if action_id not in undone and source is not None:
            found.append((action_id, source, card_key))
    return found
