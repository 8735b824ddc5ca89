"""Taking the whole log out of a database, and putting one into it: by union, so that it can be done again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from quizapp.errors import LogDamaged, LogUnreadable
from quizapp.export.log_lines import CardText, Damage, LoggedQuiz, Record, read_log
from quizapp.model import Action, Review
from quizapp.store.rows import SELECT_ACTIONS, SELECT_REVIEWS, action_of, bare_rows, review_of
from quizapp.store.store import Store
from quizapp.store.tables import ACTION, CARD, DECK_CARD, DEVICE, QUIZ, REVIEW
from quizapp.store.transaction import Transaction

_REVIEWS = SELECT_REVIEWS.order_by(REVIEW.c.review_id)
_ACTIONS = SELECT_ACTIONS.order_by(ACTION.c.action_id)
_QUIZ_REST = tuple(QUIZ.c)[3:]
_QUIZZES = select(QUIZ.c.quiz_id, DEVICE.c.device_id, *_QUIZ_REST).join_from(QUIZ, DEVICE).order_by(QUIZ.c.quiz_id)
_TEXTS = (
    select(CARD.c.card_id, DECK_CARD.c.prompt, DECK_CARD.c.answer).join_from(DECK_CARD, CARD).order_by(CARD.c.card_id)
)
MAX_LINE = 64 * 1024 * 1024
"""Bytes of a line that are read at once: no event comes near."""

TOGETHER = 2_000
"""Lines that are written at once."""

_TAKEN = "another event has the id of this one"


class Imported(NamedTuple):
    """What an import did: events that were new, events that were there already, and the lines left out."""

    added: int
    known: int
    damages: tuple[Damage, ...]


def iter_log(store: Store) -> Iterator[Record]:
    """Yield every event by id, undone or not, then what the cards asked, by card id; in constant memory.

    They are those of the moment at which the first is asked for, whatever is written meanwhile.
    """
    with store._reading() as connection:
        events: Iterator[Review | Action | LoggedQuiz] = merge(
            map(review_of, bare_rows(connection, _REVIEWS)),
            map(action_of, bare_rows(connection, _ACTIONS)),
            map(_quiz_of, bare_rows(connection, _QUIZZES)),
            key=_event_id,
        )
        yield from events
        for row in bare_rows(connection, _TEXTS):
            yield CardText(*row)


def import_log(
    store: Store, file: Path, *, skip_damaged: bool = False, watch: Callable[[int], object] = lambda size: None
) -> Imported:
    """Add what a log holds and the database does not; all of it or nothing. Doing it again changes nothing.

    A line is read when the ones before it have been taken, so a long log needs no more memory than the names of its
    cards and what a rebuild of the schedules takes.

    Args:
        watch: called with how many bytes were read on.
    Raises:
        LogDamaged: a line cannot be taken, and `skip_damaged` is not asked for; nothing was written.
        LogUnreadable: the file cannot be read.
    """
    damages: list[Damage] = []
    with store.writing() as tx:
        added, known, refused = _add(tx, _sound(read_log(_lines(file, watch)), damages))
        damages += refused
        if damages and not skip_damaged:
            raise LogDamaged(file, sorted(damages))
    return Imported(added, known, tuple(sorted(damages)))


def add_events(store: Store, other: Store, first_day: int, last_day: int) -> Imported:
    """Add what another database holds of some study days, both included, and this one does not; all of it or nothing.

    Raises:
        ValueError: an event of theirs has the id of another one here.
    """
    with store.writing() as tx:
        added, known, refused = _add(tx, enumerate(_of_days(other, first_day, last_day)))
        if refused:
            raise ValueError(refused[0].why)
    return Imported(added, known, ())


def _of_days(store: Store, first_day: int, last_day: int) -> Iterator[Record]:
    """Yield the events of some study days, and what their cards asked."""
    card_ids = set()
    for record in iter_log(store):
        if isinstance(record, CardText):
            if record.card_id in card_ids:
                yield record
        elif first_day <= record.study_day <= last_day:
            if not isinstance(record, LoggedQuiz):
                card_ids.add(record.card_id)
            yield record


def _sound(lines: Iterable[tuple[int, Record] | Damage], damages: list[Damage]) -> Iterator[tuple[int, Record]]:
    """Yield what can be taken, and put what cannot among the damages."""
    for found in lines:
        if isinstance(found, Damage):
            damages.append(found)
        else:
            yield found


def _add(tx: Transaction, records: Iterable[tuple[int, Record]]) -> tuple[int, int, list[Damage]]:
    """Add records that are not there yet; return how many were new, how many known, and which cannot be taken."""
    start, quizzes, count = tx.position, 0, 0
    refused: list[Damage] = []
    waiting = iter(records)
    while some := list(islice(waiting, TOGETHER)):
        stopped, new_quizzes = _take(tx, some)
        refused += stopped
        quizzes += new_quizzes
        count += sum(not isinstance(record, CardText) for _, record in some) - len(stopped)
    added = tx.position.reviews - start.reviews + tx.position.actions - start.actions
    if added:
        tx.rebuild()
    return added + quizzes, count - added - quizzes, refused


def _take(tx: Transaction, found: Sequence[tuple[int, Record]]) -> tuple[list[Damage], int]:
    """Add what some lines hold; return those that another event stands in the way of, and how many quizzes are new."""
    events = [(number, event) for number, event in found if isinstance(event, Review | Action)]
    refused = [Damage(events[place][0], _TAKEN) for place in tx.add_all([event for _, event in events])]
    quizzes = 0
    for number, quiz in found:
        if isinstance(quiz, LoggedQuiz):
            try:
                quizzes += tx.add_logged_quiz(quiz)
            except ValueError as error:
                refused.append(Damage(number, str(error)))
    tx.recall_texts(text for _, text in found if isinstance(text, CardText))
    return refused, quizzes


def _lines(file: Path, watch: Callable[[int], object]) -> Iterator[bytes]:
    try:
        with open(file, "rb") as source:
            while line := source.readline(MAX_LINE):
                watch(len(line))
                yield line
    except OSError as error:
        raise LogUnreadable(file, error.strerror or str(error)) from None


def _quiz_of(row: tuple[Any, ...]) -> LoggedQuiz:
    *values, settings, answers = row
    return LoggedQuiz._make([*values, json.loads(settings), json.loads(answers)])


def _event_id(event: Review | Action | LoggedQuiz) -> str:
    return event.event_id
