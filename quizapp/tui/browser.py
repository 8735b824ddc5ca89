"""What the browse screen asks of a collection: searches, acts on many cards, all that is known of one.

Every call runs on the thread that owns the collection. The index over the cards is kept as long as the decks stay as
they are; the table of one moment is made anew after every act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quizapp.model import NEW_CARD, ActionKind, Card, CardState, Deck, Event, Phase
from quizapp.search.expression import EVERY_CARD, Expression
from quizapp.search.search import Found, search
from quizapp.search.table import BrowseRow, Sort
from quizapp.study.curve import ForgettingCurve, forgetting_curve
from quizapp.study.scope import Scope
from quizapp.tui.backstage import Backstage

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.collection.journal import Taken
    from quizapp.search.index import SearchIndex
    from quizapp.search.table import Table

Act = TypeVar("Act")

NO_DECK = "In no deck any more"
"""The heading over orphans."""


class Wish(NamedTuple):
    """What is looked for and in which order, and the cards that are marked.

    `card_id` is the card whose place is to be kept, None for a list that begins at its top.
    """

    query: Expression = EVERY_CARD
    sort: Sort = Sort.DECK
    descending: bool = False
    marked: frozenset[str] = frozenset()
    card_id: str | None = None


class Group(NamedTuple):
    """The rows of one deck begin at `start`."""

    start: int
    title: str


class Results(NamedTuple):
    """What was found. `cards` counts those of all decks; `groups` is empty but in deck order, ascending.

    `place` is where the card of the wish stands now, None when it was not found; `lost` are the marked cards that
    were not found.
    """

    wish: Wish
    found: Found
    cards: int
    today: int
    groups: tuple[Group, ...]
    place: int | None
    lost: frozenset[str]


class Facts(NamedTuple):
    """What is known of one card. `deck` is None for an orphan; `sentences` tell why it comes back when it does."""

    card: Card
    deck: Deck | None
    events: tuple[Event, ...]
    curve: ForgettingCurve | None
    desired_retention: float
    today: int
    sentences: tuple[str, ...]


class Done(NamedTuple):
    """What an act did: to how many cards, and how many it left out."""

    kind: ActionKind
    cards: int
    left_out: int


class Browser:
    """Looks through one collection."""

    def __init__(self, backstage: Backstage) -> None:
        self._backstage = backstage
        self._decks: tuple[Deck, ...] | None = None
        self._index: SearchIndex | None = None
        self._warming: Iterator[int] = iter(())
        self._table: Table | None = None

    def renew(self) -> None:
        """Have the next search look at the log anew; answers may have come since the last one."""
        self._table = None

    async def find(self, wish: Wish) -> Results:
        """Return what a wish finds, as the log stands since the last act here."""
        return await self._backstage.ask(lambda collection: self._find(collection, wish))

    async def warm(self) -> None:
        """Get every text ready to be searched, a piece at a time, so that nothing else waits for long."""
        while await self._backstage.ask(lambda collection: next(self._warming, None)) is not None:
            pass

    async def facts(self, card: Card, *, full: bool) -> Facts:
        """Return what is known of a card, when `full` with the sentences on why it comes back when it does."""
        return await self._backstage.ask(
            lambda collection: facts_of(collection, card, known=card.card_id in collection.cards, full=full)
        )

    async def bury(self, card_ids: Iterable[str]) -> Done:
        """Bury the cards that are not; when all of them are, bring them back today."""
        return await self._toggle(
            card_ids, ActionKind.BURY, ActionKind.UNBURY, lambda state, today: state.buried_on == today
        )

    async def suspend(self, card_ids: Iterable[str]) -> Done:
        """Suspend the cards that are not; when all of them are, bring them back."""
        return await self._toggle(
            card_ids, ActionKind.SUSPEND, ActionKind.UNSUSPEND, lambda state, today: state.suspended
        )

    async def reset(self, card_ids: Iterable[str]) -> Done:
        """Make cards new again, of those that were answered."""

        def act(collection: Collection) -> Done:
            asked = tuple(card_ids)
            answered = [i for i in asked if i in collection.cards and _state(collection, i).schedule is not None]
            collection.act_on(ActionKind.RESET, answered)
            return Done(ActionKind.RESET, len(answered), len(asked) - len(answered))

        return await self._act(act)

    async def set_due(self, card_ids: Iterable[str], due_on: int) -> Done:
        """Set cards due on a study day, of those in phase Review.

        Raises:
            UsageError: the day has passed.
        """

        def act(collection: Collection) -> Done:
            asked = tuple(card_ids)
            moved = collection.plans.set_due([i for i in asked if i in collection.cards], due_on)
            return Done(ActionKind.SET_DUE, moved, len(asked) - moved)

        return await self._act(act)

    async def undo(self) -> Taken:
        """Take back the newest answer or act.

        Raises:
            NothingToUndo: nothing is left that could be taken back.
        """
        return await self._act(lambda collection: collection.undo())

    async def in_review(self, card_ids: Iterable[str]) -> int:
        """Return how many of the cards have a due day that can be set."""
        return await self._backstage.ask(
            lambda collection: sum(
                i in collection.cards and _state(collection, i).phase is Phase.REVIEW for i in card_ids
            )
        )

    async def can_study(self, scope: Scope) -> bool:
        """Tell whether a session on the scope would ask anything today."""

        def look(collection: Collection) -> bool:
            session = collection.study(scope)
            return session.current is not None or session.waiting_until is not None

        return await self._backstage.ask(look)

    async def _toggle(
        self,
        card_ids: Iterable[str],
        put: ActionKind,
        bring_back: ActionKind,
        is_put: Callable[[CardState, int], bool],
    ) -> Done:
        def act(collection: Collection) -> Done:
            asked, today = tuple(card_ids), collection.today()
            known = [card_id for card_id in asked if card_id in collection.cards]
            others = [card_id for card_id in known if not is_put(_state(collection, card_id), today)]
            kind, acted_on = (put, others) if others or not known else (bring_back, known)
            collection.act_on(kind, acted_on)
            return Done(kind, len(acted_on), len(asked) - len(known))

        return await self._act(act)

    async def _act(self, act: Callable[[Collection], Act]) -> Act:
        def act_and_look_anew(collection: Collection) -> Act:
            self._table = None
            return act(collection)

        return await self._backstage.ask(act_and_look_anew)

    def _find(self, collection: Collection, wish: Wish) -> Results:
        if self._index is None or self._decks is not collection.decks:
            self._decks, self._index, self._table = collection.decks, collection.search_index(), None
            self._warming = self._index.warm()
        if self._table is None:
            self._table = collection.search_table(self._index)
        found = search(self._table, wish.query, sort=wish.sort, descending=wish.descending)
        in_deck_order = wish.sort is Sort.DECK and not wish.descending
        return Results(
            wish=wish,
            found=found,
            cards=self._index.first_orphan,
            today=self._table.progress.today,
            groups=tuple(Group(start, title or NO_DECK) for start, title in found.headings()) if in_deck_order else (),
            place=_place(wish.card_id, found) if wish.card_id else None,
            lost=wish.marked.difference(card.card_id for card in found.cards) if wish.marked else frozenset(),
        )


def facts_of(collection: Collection, card: Card, *, known: bool, full: bool) -> Facts:
    """Return what is known of a card, see `Browser.facts`; `known` tells whether a deck has it."""
    events = tuple(collection.card_events(card.card_id))
    scheduling, today = collection.settings.scheduling, collection.today()
    return Facts(
        card=card,
        deck=collection.deck(card.deck_id) if known else None,
        events=events,
        curve=forgetting_curve(events, today=today, parameters=scheduling.parameters),
        desired_retention=scheduling.desired_retention,
        today=today,
        sentences=tuple(collection.explain(card.card_id)) if full and known else (),
    )


def card_facts(card_id: str, collection: Collection) -> tuple[BrowseRow, Facts]:
    """Return everything that is known of a card, by its id."""
    row = collection.card_row(card_id)
    return row, facts_of(collection, row.card, known=not row.orphan, full=True)


def _place(card_id: str, found: Found) -> int | None:
    return next((place for place, card in enumerate(found.cards) if card.card_id == card_id), None)


def _state(collection: Collection, card_id: str) -> CardState:
    return collection.states.get(card_id, NEW_CARD)
