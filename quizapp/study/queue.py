"""Today's queue: which cards are to be asked, and in which order. Pure.

The order of the rules matters. Suspended and buried cards go first, then siblings are put off so that a day asks at
most one card of a note, and only then do the day's limits cut: a limit applied earlier would spend its places on cards
that are not shown. What is in learning is always asked, by its due instant.

Everything after the one loop over all cards is lazy, so that of 80,000 new cards only today's twenty are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from quizapp.model import NEW_CARD, Card, CardState, Deck, NewOrder, Schedule, StudySettings
from quizapp.scheduling.exams import Exam
from quizapp.study.limits import Rank, in_order, rank_by, review_rooms, room, shuffled, within
from quizapp.study.new_cards import new_cards, one_a_note
from quizapp.study.scope import Scope

T = TypeVar("T")

NEW_LEFT_SHOWN = 999
"""How many of the new cards beyond today's limit are counted; more than that is more than anyone asks for."""


@dataclass(frozen=True, slots=True)
class DayLog:
    """What the log already holds of today.

    `note_keys` are the notes (`deck/note`) of which any card was answered today: their siblings wait until tomorrow.
    `begun` are the ids of the new cards begun, `reviewed` those of the cards answered that were in phase Review.
    """

    note_keys: frozenset[str] = frozenset()
    begun: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """Today's cards: `main` in asking order, `learning` by due instant.

    `new_ids` are the cards of `main` that are new. `new_left` are the next new cards, beyond today's limit.
    """

    main: tuple[Card, ...]
    learning: tuple[Card, ...] = ()
    new_ids: frozenset[str] = frozenset()
    new_left: tuple[Card, ...] = ()

    def __len__(self) -> int:
        return len(self.main) + len(self.learning)


def build_queue(
    decks: Sequence[Deck],
    cards: Mapping[str, Card],
    states: Mapping[str, CardState],
    *,
    now: int,
    today: int,
    day_ends_at: int,
    log: DayLog,
    settings: StudySettings,
    scope: Scope,
    exams: Sequence[Exam] = (),
) -> Queue:
    """Return what is to be asked on the study day `today` within the scope.

    Learning cards of the whole day are in, also those whose instant is still to come: the session decides when. Those
    due after `day_ends_at` belong to a later day.
    Due reviews and new cards come in the orders that the settings name, each deck spread over the whole; both
    interleaved. Studying ahead brings no new cards unless the scope asks.

    Args:
        cards: the decks' cards by id.
        states: what the log says, by card id; may hold cards that no deck has any more.
        exams: those ahead, whose new cards come first.
    """
    rank = rank_by(settings.due_order, today)
    learning, due = _begun(cards, states, _Today(now, today, day_ends_at), scope, rank)
    taken = set(log.note_keys)
    taken.update(card.note_key for card in learning)

    allowed = within(one_a_note(interleave(due), taken), review_rooms(settings.decks, log.reviewed))
    reviews = list(islice(allowed, room(settings.reviews_per_day, len(log.reviewed))))
    by_plan = scope.new_limit is None and not scope.ahead_days
    new, beyond = new_cards(
        decks,
        lambda deck: _unseen(deck, states, today, scope, settings.new_order),
        taken=taken,
        begun=[cards[card_id] for card_id in log.begun if card_id in cards],
        limit=_new_limit(settings, log, scope),
        limits=settings.decks if by_plan else {},
        exams=exams if by_plan else (),
    )
    new += islice(beyond, scope.extra_new)

    main = interleave([reviews, new])
    if scope.limit is not None:
        learning = learning[: scope.limit]
        main = main[: scope.limit - len(learning)]
    return Queue(
        main=tuple(main),
        learning=tuple(learning),
        new_ids=frozenset(card.card_id for card in new).intersection(card.card_id for card in main),
        new_left=tuple(islice(beyond, NEW_LEFT_SHOWN)),
    )


def cram_queue(decks: Iterable[Deck], states: Mapping[str, CardState], *, today: int, scope: Scope) -> Queue:
    """Return every card of the scope that is not suspended, in an order seeded by the date."""
    cards = [
        card
        for deck in decks
        for card in deck.cards
        if scope.holds(card) and not states.get(card.card_id, NEW_CARD).suspended
    ]
    cards.sort(key=lambda card: shuffled(card.card_id, today))
    return Queue(tuple(cards[: scope.limit]))


def interleave(piles: Iterable[Sequence[T]]) -> list[T]:
    """Return the items of all piles, each pile spread evenly over the whole and in its own order."""
    placed = [
        ((index + 0.5) / len(pile), number, index, item)
        for number, pile in enumerate(piles)
        for index, item in enumerate(pile)
    ]
    placed.sort()
    return [item for _, _, _, item in placed]


class _Today(NamedTuple):
    """The instant and the study day it is, and the instant at which that day ends."""

    now: int
    day: int
    ends_at: int


def _begun(
    cards: Mapping[str, Card], states: Mapping[str, CardState], today: _Today, scope: Scope, rank: Rank
) -> tuple[list[Card], list[list[Card]]]:
    """Return the cards in learning by due instant, and a pile of due cards for each deck, in asking order.

    The one loop over every card there is: it walks the states and looks up only the cards that may come. A card that
    was answered while the clock stood ahead would be due only when that time comes: it is asked now. One day ahead is
    no such case: who flies over the date line lives a day again.
    """
    learning: list[tuple[int, str, Card]] = []
    due: dict[str, list[tuple[tuple[float, int], str, Card]]] = {}
    now, day, ends_at = today
    due_by = day + scope.ahead_days
    holds = scope.holds if scope.is_narrow else None
    for card_id, (schedule, suspended, buried_on, _) in states.items():
        if schedule is None:
            continue
        due_on = schedule[3]
        if due_on is not None and due_on > due_by and schedule.last_review_on <= day + 1:
            continue
        if due_on is None and (schedule.due_at or 0) >= ends_at and schedule.last_review_at <= now:
            continue
        card = cards.get(card_id)
        if card is None or suspended or buried_on == day or (holds and not holds(card)):
            continue
        if due_on is None:
            learning.append((learning_due_at(schedule, now), card_id, card))
        else:
            due.setdefault(card.deck_id, []).append((rank(card_id, schedule), card_id, card))
    learning.sort()
    return [card for _, _, card in learning], [[card for _, _, card in sorted(pile)] for pile in due.values()]


def learning_due_at(schedule: Schedule, now: int) -> int:
    """Return when a learning card is due; now, when it was answered while the clock stood ahead."""
    return now if schedule.last_review_at > now else schedule.due_at or 0


def _unseen(deck: Deck, states: Mapping[str, CardState], today: int, scope: Scope, order: NewOrder) -> Iterator[Card]:
    """Yield a deck's new cards in the order in which they are asked."""
    for card in in_order(deck, order):
        state = states.get(card[0], NEW_CARD)
        if state.schedule is None and not state.suspended and state.buried_on != today and scope.holds(card):
            yield card


def _new_limit(settings: StudySettings, log: DayLog, scope: Scope) -> int:
    if scope.new_limit is not None:
        return scope.new_limit
    return 0 if scope.ahead_days else max(settings.new_per_day - len(log.begun), 0)
