"""From notes to the cards that are studied."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.deckfile.kinds import BY_KIND
from quizapp.deckfile.parse import ParsedDeck
from quizapp.model import Card, Deck, Note


def card_id(deck_id: str, note_id: str, name: str = "") -> str:
    """Return the id of a note's card: `deck/note`, or `deck/note#name` where siblings need telling apart."""
    return f"{deck_id}/{note_id}#{name}" if name else f"{deck_id}/{note_id}"


def expand(deck_id: str, notes: Iterable[Note], tags: tuple[str, ...] = ()) -> tuple[Card, ...]:
    """Return the cards of a deck's notes in their order.

    `tags` are the deck's: each card has them before its note's. A card's id depends on its own note and gap
    alone, so no other note or gap can change it by coming, going or moving (but for two gaps of one sentence
    whose texts make one slug).
    """
    cards: list[Card] = []
    for note in notes:
        card_tags = (*tags, *(tag for tag in note.tags if tag not in tags)) if note.tags else tags
        for face in BY_KIND[note.kind].faces(note):
            cards.append(
                Card(
                    card_id=card_id(deck_id, note.note_id, face.name),
                    note_id=note.note_id,
                    deck_id=deck_id,
                    kind=note.kind,
                    position=len(cards),
                    prompt=face.prompt,
                    answer=face.answer,
                    gaps=face.gaps,
                    hint=face.hint,
                    explain=note.explain,
                    where=note.where,
                    tags=card_tags,
                    accept=face.accept,
                    body=note.body,
                )
            )
    return tuple(cards)


def deck_of(parsed: ParsedDeck) -> Deck:
    """Return the deck as it is studied. Its title is its id when the file gives none."""
    return Deck(
        deck_id=parsed.deck_id,
        title=parsed.title or parsed.deck_id,
        path=parsed.path,
        cards=expand(parsed.deck_id, parsed.notes, parsed.tags),
        note_count=len(parsed.notes),
        source=parsed.source,
        tags=parsed.tags,
    )
