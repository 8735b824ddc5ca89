"""Between the model's values and rows: what to select for a value, and how to make each from the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Executable, select

from quizapp.model import Action, ActionKind, CardState, Kind, MemoryState, Phase, Rating, Review, Schedule
from quizapp.store.tables import ACTION, CARD, DEVICE, REVIEW, SCHEDULE

PHASES = tuple(Phase)
KINDS = {kind.value: kind for kind in Kind}
RATINGS = {int(rating): rating for rating in Rating}

_CARD_AND_DEVICE = (CARD.c.card_id, DEVICE.c.device_id)
_REVIEW_REST = tuple(REVIEW.c)[4:]
_ACTION_REST = (
    ACTION.c.acted_at,
    ACTION.c.utc_offset_minutes,
    ACTION.c.study_day,
    ACTION.c.target_id,
    ACTION.c.detail,
)

SELECT_REVIEWS = select(REVIEW.c.review_id, *_CARD_AND_DEVICE, *_REVIEW_REST).select_from(
    REVIEW.join(CARD).join(DEVICE)
)
"""Selects what `review_of` takes."""

SELECT_ACTIONS = select(ACTION.c.action_id, ACTION.c.kind, *_CARD_AND_DEVICE, *_ACTION_REST).select_from(
    ACTION.outerjoin(CARD).join(DEVICE, ACTION.c.device_key == DEVICE.c.device_key)
)
"""Selects what `action_of` takes."""

STATE_COLUMNS = tuple(SCHEDULE.c)[1:]
"""What `state_of` takes after the card."""


def bare_rows(
    connection: Connection, statement: Executable, values: Mapping[str, object] | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield rows as the driver makes them, one at a time.

    For very many rows: SQLAlchemy's own take half as long again.
    """
    return cast(Iterator[tuple[Any, ...]], connection.execute(statement, values).cursor)


def deck_of(card_id: str) -> str:
    """Return the id of the deck that a card id names."""
    return card_id.partition("/")[0]


def review_of(row: Sequence[Any]) -> Review:
    (event_id, card_id, device_id, at_ms, offset, day, rating, phase, elapsed, duration_ms, kind, *rest) = row
    return Review(
        event_id,
        card_id,
        deck_of(card_id),
        device_id,
        at_ms,
        offset,
        day,
        RATINGS[rating],
        PHASES[phase],
        elapsed,
        duration_ms,
        KINDS[kind],
        *rest,
    )


def review_values(review: Review, card_key: int, device_key: int) -> dict[str, object]:
    return {
        "review_id": review.review_id,
        "card_key": card_key,
        "device_key": device_key,
        **{column.name: getattr(review, column.name) for column in _REVIEW_REST},
    }


def action_of(row: Sequence[Any]) -> Action:
    action_id, kind, card_id, device_id, at, offset, day, target_id, detail = row
    return Action(action_id, ActionKind(kind), card_id, device_id, at, offset, day, target_id, json.loads(detail))


def action_values(action: Action, card_key: int | None, device_key: int) -> dict[str, object]:
    return {
        "action_id": action.action_id,
        "kind": action.kind,
        "card_key": card_key,
        "device_key": device_key,
        "acted_at": action.acted_at,
        "utc_offset_minutes": action.utc_offset_minutes,
        "study_day": action.study_day,
        "target_id": action.target_id,
        "detail": detail_text(action.detail),
    }


def detail_text(detail: Mapping[str, object]) -> str:
    """Return the one JSON text that stands for a detail."""
    return json.dumps(dict(detail), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def state_of(row: Sequence[Any]) -> CardState:
    """Return the state that a row of `STATE_COLUMNS` tells, after one column that names the card."""
    schedule = Schedule(PHASES[row[1]], MemoryState(row[2], row[3]), *row[4:12]) if row[1] else None
    return CardState(schedule, row[12] == 1, row[13], row[14])


def state_row(card_key: int, state: CardState) -> tuple[object, ...]:
    """Return a row of the schedule table."""
    schedule = state.schedule
    flat = (int(schedule.phase), *schedule.memory, *schedule[2:]) if schedule else _NEW
    return (card_key, *flat, int(state.suspended), state.buried_on, state.last_event_id)


def state_values(card_key: int, state: CardState) -> dict[str, object]:
    return dict(zip(SCHEDULE.c.keys(), state_row(card_key, state), strict=True))


_NEW = (int(Phase.NEW), *[None] * 10)
