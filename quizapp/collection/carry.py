"""Carrying progress over to cards whose notes were reworded since their deck was read last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp.collection.journal import Journal
from quizapp.deckfile.identity import Ambiguity, Carries, KnownCard, carry_over
from quizapp.humanize import count
from quizapp.model import Card, Deck
from quizapp.store.store import Store
from quizapp.text import shorten

_QUOTED = 50


def carry_progress(decks: Iterable[Deck], cards: Mapping[str, Card], store: Store, journal: Journal) -> tuple[str, ...]:
    """Carry progress from cards that vanished to those that clearly continue them; return sentences that say so.

    Each carry is an event that can be taken back, and what was taken back once is not carried again. A vanished card
    whose successor is not clear keeps its progress as an orphan, and the sentence names the command that settles it.
    """
    found = _continued(decks, cards, store, journal)
    for old_id, new_id in found.pairs:
        journal.carry(old_id, cards[new_id])
    return (*_said(found.pairs, cards), *(_asked(ambiguity, cards) for ambiguity in found.ambiguous))


def carry_known(continued: Mapping[str, str], cards: Mapping[str, Card], journal: Journal) -> None:
    """Carry progress where it is known which card continues which; what is newer on the card itself stays.

    A card may get back what was carried from it: a note that is reworded and then as it was is asked as if nothing had
    happened.
    """
    for old_id, new_id in continued.items():
        if old_id in cards or new_id not in cards or not journal.has_progress(old_id):
            continue
        has_none = not journal.has_progress(new_id)
        if has_none or journal.states[new_id].last_event_id < journal.states[old_id].last_event_id:
            journal.carry(old_id, cards[new_id])


def carry_in_memory(decks: Iterable[Deck], cards: Mapping[str, Card], store: Store, journal: Journal) -> None:
    """Let `states` show what carrying would make of them, where nothing may be written."""
    for old_id, new_id in _continued(decks, cards, store, journal).pairs:
        journal.states[new_id] = journal.states[old_id]


def _continued(decks: Iterable[Deck], cards: Mapping[str, Card], store: Store, journal: Journal) -> Carries:
    """Return which cards continue which vanished ones, over all decks."""
    gone = _vanished(decks, cards, store, journal)
    pairs: list[tuple[str, str]] = []
    ambiguous: list[Ambiguity] = []
    for deck in decks:
        old = gone.get(deck.deck_id)
        if old:
            new = [card for card in deck.cards if not journal.has_progress(card.card_id)]
            found = carry_over(old, new)
            pairs += found.pairs
            ambiguous += found.ambiguous
    return Carries(tuple(pairs), tuple(ambiguous))


def _vanished(
    decks: Iterable[Deck], cards: Mapping[str, Card], store: Store, journal: Journal
) -> dict[str, list[KnownCard]]:
    """Return by deck the cards with progress that a deck which is there no longer has, and that went nowhere yet."""
    present = {deck.deck_id for deck in decks}
    ids = [
        card_id
        for card_id in journal.states.keys() - cards.keys()
        if card_id.partition("/")[0] in present and journal.has_progress(card_id)
    ]
    if not ids:
        return {}
    settled = store.carry_sources()
    gone: defaultdict[str, list[KnownCard]] = defaultdict(list)
    for card_id, texts in store.remembered_cards(ids).items():
        if card_id not in settled:
            gone[card_id.partition("/")[0]].append(KnownCard(card_id, texts.prompt, texts.answer))
    return gone


def _said(pairs: Sequence[tuple[str, str]], cards: Mapping[str, Card]) -> list[str]:
    if not pairs:
        return []
    first = cards[pairs[0][1]]
    more = f" and {count(len(pairs) - 1, 'more card')}" if len(pairs) > 1 else ""
    kept = f"Reworded, with progress kept: “{shorten(first.prompt, _QUOTED)}”{more}."
    return [f"{kept} If it is another question: quizapp carry --undo '{first.card_id}'"]


def _asked(ambiguity: Ambiguity, cards: Mapping[str, Card]) -> str:
    likeliest = cards[ambiguity.new_ids[0]]
    return (
        f"The card {ambiguity.old_id} is gone, and “{shorten(likeliest.prompt, _QUOTED)}” may continue it. "
        f"If so: quizapp carry '{ambiguity.old_id}' '{likeliest.card_id}'"
    )
