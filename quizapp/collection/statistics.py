"""The figures of an opened collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.errors import UnknownDeck
from quizapp.stats.progress import Progress, progress
from quizapp.stats.selection import EVERYTHING, Selection
from quizapp.store.collector import collector_paused

if TYPE_CHECKING:
    from quizapp.collection.opened import Collection
    from quizapp.store.answers import Tell


def statistics(
    collection: Collection,
    selection: Selection | None,
    narrower: Callable[[Progress], Selection | None],
    tell: Tell | None = None,
) -> tuple[Progress, ...]:
    """Return the figures of a selection as of today, of everything unless told, and maybe of fewer days.

    Args:
        narrower: returns from the figures a selection of the same decks and tags, or None.
        tell: is told how far the log is, where it has to be read.
    Raises:
        UnknownDeck: neither a deck nor the log knows a deck of the selection.
    """
    selection = selection or EVERYTHING
    known = {deck.deck_id for deck in collection.decks} | {key.partition("/")[0] for key in collection.states}
    for deck_id in selection.deck_ids:
        if deck_id not in known:
            raise UnknownDeck(deck_id, sorted(known))
    settings = collection.settings
    columns = collection.store.answer_columns(settings.cache_folder, tell)
    quizzes = collection.store.taken_quizzes()
    today = collection.today()

    def figures(selection: Selection, like: Progress | None = None) -> Progress:
        return progress(
            columns,
            collection.cards,
            collection.states,
            selection,
            today=today,
            scheduling=settings.scheduling,
            new_per_day=settings.study.new_per_day,
            leech_lapses=settings.study.leech_lapses,
            quizzes=quizzes,
            like=like,
        )

    with collector_paused():
        first = figures(selection)
        fewer = narrower(first)
        return (first,) if fewer is None else (first, figures(fewer, first))
