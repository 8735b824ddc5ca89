"""Which cards of a note continue which, when the note itself was edited: known, and not guessed by likeness."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.deckfile.cards import expand
from quizapp.model import Card, Note
from quizapp.text import fold


def continued(deck_id: str, before: Note, after: Note) -> dict[str, str]:
    """Return by the ids of a note's cards the ids of the cards that ask the same after an edit of the note.

    A card of the same name continues one: the question the question, a reverse card the reverse card, a gap the gap
    with the same words or number. Gaps that changed their words continue each other in their order, unless what one
    hid can still be read in the sentence: then another part of it was hidden, which is another thing to know.
    """
    old, new = expand(deck_id, [before]), expand(deck_id, [after])
    by_name = {_name(card): card for card in new}
    found = {card.card_id: by_name[_name(card)].card_id for card in old if _name(card) in by_name}
    left = [card for card in old if card.card_id not in found]
    come = [card for card in new if card.card_id not in found.values()]
    if len(left) == len(come):
        found |= {one.card_id: other.card_id for one, other in zip(left, come, strict=True) if _may_be(one, other, old)}
    return found


def _may_be(before: Card, after: Card, old: Sequence[Card]) -> bool:
    return (len(old) == 1 and not before.gaps) or fold(before.answer) not in fold(after.prompt)


def _name(card: Card) -> str:
    return card.card_id.partition("#")[2]
