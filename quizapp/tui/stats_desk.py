"""What the stats screen asks of a collection: its figures for a deck, a tag and a range, and the answers of a day.

Every call runs on the thread that owns the collection, but for an export, which opens its own. Figures that were worked
out are kept for as long as they hold, so going through the ranges or coming back to the screen costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.model import Review
from quizapp.stats.progress import Progress
from quizapp.stats.selection import Selection
from quizapp.tui.backstage import Backstage, Left
from quizapp.tui.exports import Export, Tell
from quizapp.tui.spans import Span, spans

if TYPE_CHECKING:
    from quizapp.clock import Clock
    from quizapp.collection import Collection
    from quizapp.config import Settings


class Wanted(NamedTuple):
    """What figures are wanted of: a deck and a tag, None for all, and the number of a range (see `spans`)."""

    deck_id: str | None = None
    tag: str | None = None
    span: int = 0


class Shown(NamedTuple):
    """Figures, and what is needed to show them.

    `decks` are titles by id, in order; `prompts` has what the hardest cards ask, by id.
    """

    wanted: Wanted
    span: Span
    spans: int
    progress: Progress
    decks: Mapping[str, str]
    tags: tuple[str, ...]
    prompts: Mapping[str, str]


class DayReviews(NamedTuple):
    """The answers of a study day in their order, and what their cards ask, by id: nothing for those that are gone."""

    study_day: int
    today: int
    reviews: tuple[Review, ...]
    prompts: Mapping[str, str]


@dataclass
class Reading:
    """How far a log has been read; it is looked at from one thread and put forward on another."""

    done: int = 0
    total: int = 0
    left: bool = False

    def tell(self, done: int, total: int) -> None:
        """Take down how far it is.

        Raises:
            Left: nobody waits for it any more.
        """
        if self.left:
            raise Left
        self.done, self.total = done, total


class _AsOf(NamedTuple):
    """All that figures follow from; decks that were not read anew are the same objects, so comparing them is quick."""

    log: object
    today: int
    decks: object
    settings: Settings


class Figures:
    """Figures that hold still, whichever screen they were worked out for. Use it from one thread at a time."""

    def __init__(self) -> None:
        self._as_of: _AsOf | None = None
        self._shown: dict[Wanted, Shown] = {}

    def of(self, collection: Collection, wanted: Wanted, read: Callable[[], Shown]) -> Shown:
        """Return the figures that are wanted, those from before unless something has changed since."""
        as_of = _AsOf(collection.store.log_end(), collection.today(), collection.decks, collection.settings)
        if as_of != self._as_of:
            self._as_of, self._shown = as_of, {}
        if wanted not in self._shown:
            self._shown[wanted] = read()
        return self._shown[wanted]


@dataclass
class StatsDesk:
    """Asks one collection."""

    backstage: Backstage
    kept: Figures = field(default_factory=Figures)
    reading: Reading = field(default_factory=Reading)

    async def figures(self, wanted: Wanted) -> Shown:
        """Return the figures that are wanted.

        Raises:
            Left: see `Reading`.
        """

        def read(collection: Collection) -> Shown:
            return self.kept.of(collection, wanted, lambda: self._read(collection, wanted))

        return await self.backstage.ask(read)

    async def day(self, shown: Shown, study_day: int) -> DayReviews:
        """Return the answers of a day, of the deck and the tag whose figures are shown."""

        def read(collection: Collection) -> DayReviews:
            selection, cards = shown.progress.selection, collection.cards
            reviews = tuple(
                review
                for review in collection.store.reviews_between(study_day, study_day)
                if _is_of(review, selection, collection)
            )
            prompts = {review.card_id: cards[review.card_id].prompt for review in reviews if review.card_id in cards}
            return DayReviews(study_day, collection.today(), reviews, prompts)

        return await self.backstage.ask(read)

    async def export(self, export: Export, shown: Shown, settings: Settings, clock: Clock, tell: Tell) -> Path:
        """Write what is shown, beside all other calls, and return where.

        Raises:
            QuizappError: it cannot be written there.
        """
        path = export.path(shown.progress.today)
        return await self.backstage.beside(lambda: export.write(settings, clock, shown.progress, path, tell))

    def _read(self, collection: Collection, wanted: Wanted) -> Shown:
        days = collection.store.study_days()
        ranges = spans(collection.today(), days[0] if days else None)
        span = ranges[wanted.span]
        selection = Selection(
            () if wanted.deck_id is None else (wanted.deck_id,),
            () if wanted.tag is None else (wanted.tag,),
            None if span.open else span.first_day,
            None if span.open else span.last_day,
        )
        progress = collection.statistics(selection, self.reading.tell)
        cards = collection.cards
        hard = [*(card.card_id for card in progress.hardest), *(leech.card_id for leech in progress.leeches)]
        return Shown(
            wanted=wanted,
            span=span,
            spans=len(ranges),
            progress=progress,
            decks={deck.deck_id: deck.title for deck in collection.decks},
            tags=tuple(sorted({tag for card in cards.values() for tag in card.tags})),
            prompts={card_id: cards[card_id].prompt for card_id in hard if card_id in cards},
        )


def _is_of(review: Review, selection: Selection, collection: Collection) -> bool:
    if selection.deck_ids and review.deck_id not in selection.deck_ids:
        return False
    card = collection.cards.get(review.card_id)
    return not selection.tags or (card is not None and not set(selection.tags).isdisjoint(card.tags))
