"""What becomes of the progress of a deck's cards when the deck is next opened as it is written now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizapp.deckfile.cards import expand
from quizapp.deckfile.identity import KnownCard, carry_over
from quizapp.lint.view import DeckView


class Carried(NamedTuple):
    """A card that was, and whether its progress certainly goes to the note: otherwise the learner is asked."""

    card: KnownCard
    is_sure: bool


class Fate(NamedTuple):
    """What is carried to which note, by its id, and the cards whose progress no card continues."""

    carried: Mapping[str, Sequence[Carried]]
    lost: Sequence[KnownCard]


def fate(deck: DeckView) -> Fate:
    """Return what becomes of the progress known of a deck. Ask for it by `deck.memo(fate)`.

    Nothing is known to be lost while part of the file cannot be read: the card may stand there.
    """
    if not deck.known:
        return Fate({}, ())
    cards = expand(deck.deck_id, (view.note for view in deck.notes))
    there = {card.card_id for card in cards}
    before = {card.card_id for card in deck.known}
    vanished = {card.card_id: card for card in deck.known if card.card_id not in there}
    come = {card.card_id: card for card in cards if card.card_id not in before}
    found = carry_over(tuple(vanished.values()), tuple(come.values()))
    carried: defaultdict[str, list[Carried]] = defaultdict(list)
    for old_id, new_id in found.pairs:
        carried[come[new_id].note_id].append(Carried(vanished.pop(old_id), is_sure=True))
    for ambiguity in found.ambiguous:
        carried[come[ambiguity.new_ids[0]].note_id].append(Carried(vanished.pop(ambiguity.old_id), is_sure=False))
    return Fate(carried, () if deck.has_errors else tuple(vanished.values()))
