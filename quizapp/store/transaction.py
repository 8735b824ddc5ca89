"""One write transaction: what happens in it is on disk when it ends, all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Insert, Select, Table, bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql.dml import ReturningInsert

from quizapp.model import NEW_CARD, Action, Card, CardState, Event, Review
from quizapp.store import quizzes
from quizapp.store.log import Position, batch_of, card_events, carried_to, newest_undoable, settings_events
from quizapp.store.rebuild import rebuild
from quizapp.store.rows import STATE_COLUMNS, action_values, deck_of, review_values, state_of, state_values
from quizapp.store.tables import ACTION, CARD, DECK_CARD, DEVICE, REVIEW, SCHEDULE

if TYPE_CHECKING:
    from quizapp.export.log_lines import CardText, LoggedQuiz
    from quizapp.quiz.history import PastAnswer, QuizRecord

_STATE = (
    select(CARD.c.card_key, *STATE_COLUMNS)
    .join_from(CARD, SCHEDULE, isouter=True)
    .where(CARD.c.card_id == bindparam("card_id"))
)
_FIND_CARD = select(CARD.c.card_key).where(CARD.c.card_id == bindparam("name"))
_NEW_CARD = insert(CARD).values(card_id=bindparam("name")).returning(CARD.c.card_key)
_FIND_DEVICE = select(DEVICE.c.device_key).where(DEVICE.c.device_id == bindparam("name"))
_NEW_DEVICE = insert(DEVICE).values(device_id=bindparam("name")).returning(DEVICE.c.device_key)
_ADD_REVIEW = insert(REVIEW).on_conflict_do_nothing(index_elements=["review_id"])
_ADD_ACTION = insert(ACTION).on_conflict_do_nothing(index_elements=["action_id"])
_STORED_REVIEW = select(*tuple(REVIEW.c)[1:]).where(REVIEW.c.review_id == bindparam("review_id"))
_STORED_ACTION = select(*tuple(ACTION.c)[1:]).where(ACTION.c.action_id == bindparam("action_id"))
_PUT_STATE = insert(SCHEDULE).prefix_with("OR REPLACE")
_FORGET_STATE = delete(SCHEDULE).where(SCHEDULE.c.card_key == bindparam("card_key"))


def _remember() -> Insert:
    """Return the statement that keeps a card's texts, if it has progress and they changed."""
    found = select(CARD.c.card_key, bindparam("prompt"), bindparam("answer")).where(CARD.c.card_id == bindparam("name"))
    keep = insert(DECK_CARD).from_select(["card_key", "prompt", "answer"], found)
    new = keep.excluded
    return keep.on_conflict_do_update(
        index_elements=["card_key"],
        set_={"prompt": new.prompt, "answer": new.answer},
        where=or_(DECK_CARD.c.prompt != new.prompt, DECK_CARD.c.answer != new.answer),
    )


_REMEMBER = _remember()
_RECALL = (
    insert(DECK_CARD)
    .from_select(
        ["card_key", "prompt", "answer"],
        select(CARD.c.card_key, bindparam("prompt"), bindparam("answer")).where(CARD.c.card_id == bindparam("name")),
    )
    .on_conflict_do_nothing(index_elements=["card_key"])
)


class _Appending(NamedTuple):
    """The SQL that adds a row of a log unless its id is there, and that reads the rows of a JSON list of ids."""

    add: str
    stored: str


class _Naming(NamedTuple):
    """How names get numbers: those of a JSON list that have none and what all have, then the same for one."""

    add: str
    find: str
    one: Select[int]
    make: ReturningInsert[int]


def _appending(table: Table) -> _Appending:
    names = table.c.keys()[1:]
    listed, given = ", ".join(names), ", ".join("?" * len(names))
    return _Appending(
        f"INSERT INTO {table.name} ({listed}) VALUES ({given}) ON CONFLICT ({names[0]}) DO NOTHING",
        f"SELECT {listed} FROM {table.name} WHERE {names[0]} IN (SELECT value FROM json_each(?))",
    )


def _naming(table: Table, one: Select[int], make: ReturningInsert[int]) -> _Naming:
    key, name = table.c.keys()
    return _Naming(
        f"INSERT INTO {table.name} ({name}) SELECT value FROM json_each(?) WHERE true ON CONFLICT ({name}) DO NOTHING",
        f"SELECT {name}, {key} FROM {table.name} WHERE {name} IN (SELECT value FROM json_each(?))",
        one,
        make,
    )


_ALL_REVIEWS, _ALL_ACTIONS = _appending(REVIEW), _appending(ACTION)
_CARD_KEYS, _DEVICE_KEYS = _naming(CARD, _FIND_CARD, _NEW_CARD), _naming(DEVICE, _FIND_DEVICE, _NEW_DEVICE)


class Transaction:
    """What can be done while a store is being written to.

    Get one from `Store.writing`; it ends with the `with` block. Whoever adds an event of a card also puts the
    state that follows from it before the transaction ends.
    """

    def __init__(self, connection: Connection, start: Position) -> None:
        self.position = start
        self._connection = connection
        self._card_keys: dict[str, int] = {}
        self._device_keys: dict[str, int] = {}

    def state(self, card_id: str) -> CardState:
        """Return what the log says of a card; that of a new card when it says nothing."""
        row = self._connection.execute(_STATE, {"card_id": card_id}).one_or_none()
        if row is None:
            return NEW_CARD
        self._card_keys[card_id] = row[0]
        return state_of(row) if row[1] is not None else NEW_CARD

    def add(self, event: Event) -> None:
        """Add an event to the log; adding it again changes nothing, so a write can be repeated.

        Raises:
            ValueError: another event has this id, or the event breaks a rule of the tables.
        """
        device_key = self._key(self._device_keys, event.device_id, _FIND_DEVICE, _NEW_DEVICE)
        card_key = self._card_key(event.card_id) if event.card_id else None
        if isinstance(event, Review):
            if card_key is None or event.deck_id != deck_of(event.card_id):
                raise ValueError(f"{event.card_id!r} is no card of the deck {event.deck_id!r}")
            added = self._append(_ADD_REVIEW, _STORED_REVIEW, review_values(event, card_key, device_key))
            self.position = self.position._replace(reviews=self.position.reviews + added)
        else:
            added = self._append(_ADD_ACTION, _STORED_ACTION, action_values(event, card_key, device_key))
            self.position = self.position._replace(actions=self.position.actions + added)

    def add_all(self, events: Sequence[Event]) -> list[int]:
        """Add many events to the log at once, as `add` does each; return the places of those that it would refuse."""
        reviews = [(place, event) for place, event in enumerate(events) if isinstance(event, Review)]
        actions = [(place, event) for place, event in enumerate(events) if isinstance(event, Action)]
        card_keys = self._all_keys(self._card_keys, _CARD_KEYS, (event.card_id for event in events if event.card_id))
        device_keys = self._all_keys(self._device_keys, _DEVICE_KEYS, (event.device_id for event in events))
        review_rows = [
            (review.review_id, card_keys[review.card_id], device_keys[review.device_id], *review[4:])
            for _, review in reviews
        ]
        action_rows = [
            (*action_values(act, card_keys[act.card_id] if act.card_id else None, device_keys[act.device_id]).values(),)
            for _, act in actions
        ]
        added, odd_reviews = self._append_all(_ALL_REVIEWS, review_rows)
        self.position = self.position._replace(reviews=self.position.reviews + added)
        added, odd_actions = self._append_all(_ALL_ACTIONS, action_rows)
        self.position = self.position._replace(actions=self.position.actions + added)
        return sorted([*(reviews[odd][0] for odd in odd_reviews), *(actions[odd][0] for odd in odd_actions)])

    def put_state(self, card_id: str, state: CardState) -> None:
        """Store what the log now says of a card, in place of what it said before."""
        if state == NEW_CARD:
            self._connection.execute(_FORGET_STATE, {"card_key": self._card_key(card_id)})
            return
        self._connection.execute(_PUT_STATE, state_values(self._card_key(card_id), state))

    def events(self, card_id: str) -> list[Event]:
        """Return all that a card's state follows from, by id; see `quizapp.store.log.card_events`."""
        return card_events(self._connection, card_id)

    def carried_to(self, card_ids: Iterable[str]) -> list[str]:
        """Return the other cards whose state follows from events of these: progress was carried to them."""
        return carried_to(self._connection, card_ids)

    def settings_events(self) -> list[Action]:
        """Return the `settings` actions that hold, by id."""
        return settings_events(self._connection)

    def newest_undoable(self) -> Event | None:
        """Return the newest answer or act on a card that was not taken back, None when there is none."""
        return newest_undoable(self._connection)

    def batch_of(self, event: Event) -> list[Event]:
        """Return the events that were recorded together with one, it among them, by id."""
        return batch_of(self._connection, event)

    def remember_cards(self, cards: Iterable[Card]) -> None:
        """Keep what cards with progress ask and answer, to recognise them when their ids vanish.

        Cards that no event speaks of are left out; `Reader.remembered_cards` gives the rest back.
        """
        texts = [{"name": card.card_id, "prompt": card.prompt, "answer": card.answer} for card in cards]
        if texts:
            self._connection.execute(_REMEMBER, texts)

    def add_quiz(self, record: QuizRecord, answers: Iterable[PastAnswer], device_id: str) -> None:
        """Add a quiz that was handed in to the log, and forget the one under way."""
        device_key = self._key(self._device_keys, device_id, _FIND_DEVICE, _NEW_DEVICE)
        quizzes.add(self._connection, record, answers, device_key)
        quizzes.drop(self._connection)

    def add_logged_quiz(self, quiz: LoggedQuiz) -> bool:
        """Add a quiz from another log; False when it is there already. Raises ValueError as `add` does."""
        device_key = self._key(self._device_keys, quiz.device_id, _FIND_DEVICE, _NEW_DEVICE)
        return quizzes.add_logged(self._connection, quiz, device_key)

    def recall_texts(self, cards: Iterable[CardText]) -> None:
        """Keep what cards asked where nothing is remembered of them: what was read here is newer."""
        texts = [{"name": card.card_id, "prompt": card.prompt, "answer": card.answer} for card in cards]
        if texts:
            self._connection.execute(_RECALL, texts)

    def rebuild(self) -> None:
        """Replace all stored states by the replay of the log, with the events of this transaction."""
        rebuild(self._connection)

    def keep_quiz(self, state: Mapping[str, Any], saved_at: int) -> None:
        """Keep a quiz under way (`quizapp.quiz.save.save`) in place of the one that was; epoch ms."""
        quizzes.keep(self._connection, state, saved_at)

    def drop_quiz(self) -> None:
        """Forget the quiz under way."""
        quizzes.drop(self._connection)

    def _append(self, add: Insert, stored: Select[Any], values: dict[str, object]) -> bool:
        """Add a row and tell that it is new; False when just this event is there already."""
        if self._connection.execute(add, values).rowcount:
            return True
        if self._connection.execute(stored, values).one()._asdict() != values:
            raise ValueError("another event has the id of this one")
        return False

    def _append_all(self, sql: _Appending, rows: Sequence[tuple[Any, ...]]) -> tuple[int, list[int]]:
        """Add the rows that are not there; return how many, and the places of those whose id another event has."""
        if not rows:
            return 0, []
        added: int = self._connection.exec_driver_sql(sql.add, list(rows)).rowcount
        if added == len(rows):
            return added, []
        ids = json.dumps([row[0] for row in rows])
        stored = {row[0]: tuple(row) for row in self._connection.exec_driver_sql(sql.stored, (ids,))}
        return added, [place for place, row in enumerate(rows) if stored[row[0]] != row]

    def _all_keys(self, known: dict[str, int], sql: _Naming, names: Iterable[str]) -> dict[str, int]:
        """Return the numbers of cards or devices, those of before among them; each gets one at its first mention."""
        new = [name for name in dict.fromkeys(names) if name not in known]
        if given := json.dumps([name for name in new if "\0" not in name]):  # SQLite's JSON would end such a name there
            self._connection.exec_driver_sql(sql.add, (given,))
            known.update((name, key) for name, key in self._connection.exec_driver_sql(sql.find, (given,)))
        for name in new:
            self._key(known, name, sql.one, sql.make)
        return known

    def _card_key(self, card_id: str) -> int:
        return self._key(self._card_keys, card_id, _FIND_CARD, _NEW_CARD)

    def _key(self, known: dict[str, int], name: str, find: Select[int], make: ReturningInsert[int]) -> int:
        """Return the number of a card or a device in this database; it gets one at its first mention."""
        if name not in known:
            key: int | None = self._connection.scalar(find, {"name": name})
            known[name] = key or self._connection.execute(make, {"name": name}).scalar_one()
        return known[name]
