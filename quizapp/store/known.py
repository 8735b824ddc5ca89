"""Which cards of some decks have progress: what tells the checks whose progress an edit would orphan or carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from quizapp.deckfile.identity import KnownCard
from quizapp.store.store import Store


def known_cards(database: Path, present: Mapping[str, Iterable[str]]) -> dict[str, list[KnownCard]]:
    """Return by deck the cards with progress, as they were when their decks were last studied; writes nothing.

    A card that is gone from its deck and whose progress went to another one already is left out.

    Args:
        present: under the id of each deck that is asked about, the ids of its cards as its file has them now.
    Raises:
        StoreError: the database cannot be used; one that is not there has no cards.
    """
    with Store.open(database, read_only=True) as store:
        with_progress = [
            card_id
            for card_id, state in store.states().items()
            if card_id.partition("/")[0] in present and (state.schedule is not None or state.suspended)
        ]
        settled = store.carry_sources() if with_progress else set()
        there = {card_id for deck in {i.partition("/")[0] for i in with_progress} for card_id in present[deck]}
        known: defaultdict[str, list[KnownCard]] = defaultdict(list)
        for card_id, texts in store.remembered_cards(with_progress).items():
            if card_id in there or card_id not in settled:
                known[card_id.partition("/")[0]].append(KnownCard(card_id, texts.prompt, texts.answer))
    return known
