"""What browsing a collection looks through: an index over its cards and orphans, and the log beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizapp.clock import Clock, day_ends_at
from quizapp.collection.journal import Journal
from quizapp.config import Settings
from quizapp.model import Card, Deck, Kind
from quizapp.search.index import SearchIndex
from quizapp.search.progress import Progress
from quizapp.search.table import BrowseRow, Table, row_of
from quizapp.store.reader import Remembered
from quizapp.store.store import Store


def search_index(decks: Sequence[Deck], cards: Mapping[str, Card], store: Store, journal: Journal) -> SearchIndex:
    """Return an index over every card of the decks and every orphan, true until the decks change."""
    return SearchIndex(decks, _orphans(cards, store, journal))


def search_table(index: SearchIndex, store: Store, journal: Journal, clock: Clock, settings: Settings) -> Table:
    """Return what searches look through, as the log stands now."""
    return Table(index, _progress(store, journal, clock, settings))


def card_row(
    card_id: str, cards: Mapping[str, Card], store: Store, journal: Journal, clock: Clock, settings: Settings
) -> BrowseRow:
    """Return one card beside what the log says of it; of one that is gone what is remembered."""
    progress = _progress(store, journal, clock, settings)
    if card_id in cards:
        return row_of(cards[card_id], progress, orphan=False)
    return row_of(_orphan(card_id, store.remembered_cards([card_id]).get(card_id)), progress, orphan=True)


def _progress(store: Store, journal: Journal, clock: Clock, settings: Settings) -> Progress:
    today = journal.today()
    return Progress(
        states=journal.states,
        today=today,
        today_starts_at=day_ends_at(clock, today - 1, settings.study.day_cutoff_hour),
        parameters=settings.scheduling.parameters,
        leech_lapses=settings.study.leech_lapses,
        rated=store.rated_between,
    )


def _orphans(cards: Mapping[str, Card], store: Store, journal: Journal) -> Iterator[Card]:
    """Yield what is remembered of the cards that have progress and no deck, by id.

    Cards whose progress went on to another are none. What kind of note an orphan came from is not on record.
    """
    gone = sorted(filter(journal.has_progress, journal.states.keys() - cards.keys()))
    if gone:
        carried, texts = store.carry_sources(), store.remembered_cards(gone)
        yield from (_orphan(card_id, texts.get(card_id)) for card_id in gone if card_id not in carried)


def _orphan(card_id: str, texts: Remembered | None) -> Card:
    deck_id, _, rest = card_id.partition("/")
    prompt, answer = (texts.prompt, texts.answer) if texts else ("", "")
    return Card(card_id, rest.partition("#")[0], deck_id, Kind.QUESTION, 0, prompt, answer)
