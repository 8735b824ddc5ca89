"""What the log says across both of its tables: which events hold, and which belong to a card."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, select

from quizapp.model import Action, ActionKind, Event
from quizapp.scheduling.undone import undone_ids
from quizapp.store.rows import SELECT_ACTIONS, SELECT_REVIEWS, action_of, review_of
from quizapp.store.tables import ACTION, CARD, META, QUIZ, REVIEW

_UNDOS = select(ACTION.c.action_id, ACTION.c.target_id).where(ACTION.c.target_id.is_not(None))
_NEWEST_REVIEWS = select(REVIEW.c.review_id).order_by(REVIEW.c.review_id.desc())
_NEWEST_ACTIONS = (
    select(ACTION.c.action_id)
    .where(ACTION.c.kind.not_in([ActionKind.SETTINGS, ActionKind.CARRY, ActionKind.UNDO]))
    .order_by(ACTION.c.action_id.desc())
)
_SETTINGS = SELECT_ACTIONS.where(ACTION.c.kind == ActionKind.SETTINGS).order_by(ACTION.c.action_id)
_REVIEW = SELECT_REVIEWS.where(REVIEW.c.review_id == bindparam("event_id"))
_ACTION = SELECT_ACTIONS.where(ACTION.c.action_id == bindparam("event_id"))
_REVIEWS_OF_CARD = SELECT_REVIEWS.where(CARD.c.card_id == bindparam("card_id"))
_ACTIONS_OF_CARD = SELECT_ACTIONS.where(CARD.c.card_id == bindparam("card_id"))
_BATCH = SELECT_ACTIONS.where(
    ACTION.c.action_id >= bindparam("batch"),
    func.json_extract(ACTION.c.detail, "$.batch") == bindparam("batch"),
).order_by(ACTION.c.action_id)
_CARRIES = select(CARD.c.card_id, ACTION.c.detail).join_from(ACTION, CARD).where(ACTION.c.kind == ActionKind.CARRY)
_EXAMS = SELECT_ACTIONS.where(ACTION.c.kind == ActionKind.EXAM).order_by(ACTION.c.action_id)
_HEAD = select(
    select(func.max(REVIEW.c.seq)).scalar_subquery(),
    select(func.max(ACTION.c.seq)).scalar_subquery(),
    META.c.folded_reviews,
    META.c.folded_actions,
    select(func.max(REVIEW.c.review_id)).scalar_subquery(),
    select(func.max(ACTION.c.action_id)).scalar_subquery(),
    select(func.max(QUIZ.c.quiz_id)).scalar_subquery(),
)


class Position(NamedTuple):
    """How far a log reaches: its reviews and actions. Nothing is ever deleted, so these only grow."""

    reviews: int
    actions: int


class Head(NamedTuple):
    """Where a log ends, how far the stored states follow it, and its newest event id ("" when empty)."""

    position: Position
    folded: Position
    newest_id: str


def head(connection: Connection) -> Head:
    """Return where the log ends."""
    reviews, actions, folded_reviews, folded_actions, *newest_ids = connection.execute(_HEAD).one()
    return Head(
        Position(reviews or 0, actions or 0),
        Position(folded_reviews, folded_actions),
        max(event_id or "" for event_id in newest_ids),
    )


def undone_events(connection: Connection) -> set[str]:
    """Return the ids of all events that were taken back and stayed so."""
    return undone_ids((undo_id, target_id) for undo_id, target_id in connection.execute(_UNDOS))


def settings_events(connection: Connection) -> list[Action]:
    """Return the `settings` actions that hold, by id."""
    undone = undone_events(connection)
    return [action_of(row) for row in connection.execute(_SETTINGS) if row[0] not in undone]


def exam_events(connection: Connection) -> list[Action]:
    """Return the `exam` actions that hold, by id."""
    undone = undone_events(connection)
    return [action_of(row) for row in connection.execute(_EXAMS) if row[0] not in undone]


def batch_of(connection: Connection, event: Event) -> list[Event]:
    """Return the events that were recorded together with one, it among them, by id: they are taken back together."""
    batch = str(event.detail.get("batch", event.event_id)) if isinstance(event, Action) else event.event_id
    first = find_event(connection, batch)
    others = [action_of(row) for row in connection.execute(_BATCH, {"batch": batch})]
    return [*([first] if first else []), *others]


def find_event(connection: Connection, event_id: str) -> Event | None:
    for statement, event_of in ((_REVIEW, review_of), (_ACTION, action_of)):
        row = connection.execute(statement, {"event_id": event_id}).one_or_none()
        if row is not None:
            return event_of(row)
    return None


def newest_undoable(connection: Connection) -> Event | None:
    """Return the newest answer or act on a card that holds, None when there is none.

    A carry is none: it happens when decks are read, and whoever takes back an answer does not mean it.
    """
    undone = undone_events(connection)
    newest = max(_newest_but(undone, connection, ids) for ids in (_NEWEST_REVIEWS, _NEWEST_ACTIONS))
    return find_event(connection, newest) if newest else None


def card_events(connection: Connection, card_id: str) -> list[Event]:
    """Return all that a card's state follows from, by id: its events, undone or not, and their undos.

    Where progress was carried to the card, and that holds, the events of the card it came from are among them
    as far as they are older than the carry.
    """
    undone: set[str] | None = None
    found: dict[str, Event] = {}
    sources: list[tuple[str, str | None]] = [(card_id, None)]
    while sources:
        source, until = sources.pop()
        for event in _own_events(connection, source):
            if until is not None and event.event_id >= until and not _is(event, ActionKind.UNDO):
                continue
            found[event.event_id] = event
            if isinstance(event, Action) and event.kind is ActionKind.CARRY:
                undone = undone_events(connection) if undone is None else undone
                if event.action_id not in undone:
                    sources.append((str(event.detail["from"]), event.action_id))
    return [found[event_id] for event_id in sorted(found)]


def carried_to(connection: Connection, card_ids: Iterable[str]) -> list[str]:
    """Return the cards to which the progress of these was ever carried, and from there on to others."""
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for card_id, detail in connection.execute(_CARRIES):
        targets[str(json.loads(detail)["from"])].append(card_id)
    own = list(dict.fromkeys(card_ids))
    reached = [*own]
    for card_id in reached:
        reached += [target for target in targets[card_id] if target not in reached]
    return reached[len(own) :]


def _own_events(connection: Connection, card_id: str) -> Iterator[Event]:
    key = {"card_id": card_id}
    yield from map(review_of, connection.execute(_REVIEWS_OF_CARD, key))
    yield from map(action_of, connection.execute(_ACTIONS_OF_CARD, key))


def _is(event: Event, kind: ActionKind) -> bool:
    return isinstance(event, Action) and event.kind is kind


def _newest_but(undone: set[str], connection: Connection, ids: Select[str]) -> str:
    with connection.execute(ids) as rows:
        return next((row[0] for row in rows if row[0] not in undone), "")
