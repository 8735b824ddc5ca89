"""Folding the whole log anew: the stored states are derived, so they can be thrown away and made again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from quizapp.model import ActionKind, CardState
from quizapp.scheduling.replay import Row, replay, replay_many
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.undone import live_events
from quizapp.store.collector import collector_paused
from quizapp.store.log import Position, card_events, head, settings_events, undone_events
from quizapp.store.rows import bare_rows, state_row
from quizapp.store.tables import ACTION, CARD, META, REVIEW, SCHEDULE

_REVIEWS = select(
    REVIEW.c.card_key,
    REVIEW.c.review_id,
    REVIEW.c.rating,
    REVIEW.c.reviewed_at,
    REVIEW.c.study_day,
    REVIEW.c.interval_days,
)
_ACTIONS = select(
    ACTION.c.card_key,
    ACTION.c.action_id,
    ACTION.c.kind,
    ACTION.c.acted_at,
    ACTION.c.study_day,
    func.coalesce(func.json_extract(ACTION.c.detail, "$.due_on"), 0),
).where(ACTION.c.card_key.is_not(None), ACTION.c.kind != ActionKind.UNDO)
_CARDS = select(CARD.c.card_key, CARD.c.card_id)
_CARRIES = select(ACTION.c.action_id, ACTION.c.card_key).where(ACTION.c.kind == ActionKind.CARRY)
_SET_FOLDED = update(META).values(folded_reviews=bindparam("reviews"), folded_actions=bindparam("actions"))
_ADD_STATE = str(insert(SCHEDULE).compile(dialect=sqlite.dialect()))


def set_folded(connection: Connection, to: Position) -> None:
    """Put on record how far the stored states follow the log."""
    connection.execute(_SET_FOLDED, to._asdict())


def rebuild(connection: Connection) -> None:
    """Replace all stored states by the replay of the log."""
    with collector_paused():
        rows = [state_row(card_key, state) for card_key, state in replayed(connection)]
    connection.execute(delete(SCHEDULE))
    if rows:
        connection.exec_driver_sql(_ADD_STATE, rows)
    set_folded(connection, head(connection).position)


def replayed(connection: Connection) -> Iterator[tuple[int, CardState]]:
    """Yield the key and the state of every card that an event speaks of, as the log leads to it.

    Cards that progress was carried to need the events of other cards too; being few, they are folded singly.
    """
    undone = undone_events(connection)
    timeline = SettingsTimeline(settings_events(connection))
    card_ids: dict[int, str] = dict(bare_rows(connection, _CARDS))
    events = _events_by_card(connection, undone)
    carried = {card_key for action_id, card_key in connection.execute(_CARRIES) if action_id not in undone}
    for card_key in carried:
        del events[card_key]
        card_id = card_ids[card_key]
        yield card_key, replay(card_id, live_events(card_events(connection, card_id)), timeline)
    for rows in events.values():
        rows.sort()  # they come in order of arrival, which a merged log shares only in part
    states = replay_many(((card_ids[card_key], rows) for card_key, rows in events.items()), timeline)
    for card_key, (_, state) in zip(events, states, strict=True):
        yield card_key, state


def _events_by_card(connection: Connection, undone: Container[str]) -> dict[int, list[Row]]:
    """Return the events that hold, in order of arrival; to walk the log once beats sorting it by card."""
    events: defaultdict[int, list[Row]] = defaultdict(list)
    for statement in (_REVIEWS, _ACTIONS):
        for row in bare_rows(connection, statement):
            if row[1] not in undone:
                events[row[0]].append(row)
    return events
