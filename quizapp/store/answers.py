"""Reading the whole log into the columns that figures are made from."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from quizapp.model import ActionKind
from quizapp.stats.columns import Carry, Columns
from quizapp.store.log import undone_events
from quizapp.store.rows import bare_rows
from quizapp.store.tables import ACTION, CARD, REVIEW

_ROWS = select(
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
).order_by(REVIEW.c.review_id)
_CARDS = select(CARD.c.card_key, CARD.c.card_id)
_CARRIES = (
    select(ACTION.c.action_id, ACTION.c.card_key, ACTION.c.detail)
    .where(ACTION.c.kind == ActionKind.CARRY)
    .order_by(ACTION.c.action_id)
)


def read_columns(connection: Connection) -> Columns:
    """Return the answers that hold."""
    undone = undone_events(connection)
    keys = {card_id: key for key, card_id in bare_rows(connection, _CARDS)}
    card_ids = [""] * (max(keys.values(), default=0) + 1)
    for card_id, key in keys.items():
        card_ids[key] = card_id
    return Columns.of(
        bare_rows(connection, _ROWS), card_ids, undone=undone, carries=_carries(connection, keys, undone)
    )


def _carries(connection: Connection, keys: dict[str, int], undone: set[str]) -> list[Carry]:
    """Return the carries that hold and come from a card that was answered here."""
    found: list[Carry] = []
    for action_id, card_key, detail in bare_rows(connection, _CARRIES):
        source = keys.get(str(json.loads(detail)["from"]))
        if action_id not in undone and source is not None:
            found.append((action_id, source, card_key))
    return found
