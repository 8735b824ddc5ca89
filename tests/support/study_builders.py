"""Small cards, decks and schedules for the study tests."""

from __future__ import annotations

from quizapp.model import Card, CardState, Deck, Kind, MemoryState, Phase, Schedule

TODAY = 20_000
MINUTE = 60_000


def card(card_id: str, position: int = 0, tags: tuple[str, ...] = ()) -> Card:
    deck_id, _, rest = card_id.partition("/")
    return Card(
        card_id=card_id,
        note_id=rest.partition("#")[0],
        deck_id=deck_id,
        kind=Kind.QUESTION,
        position=position,
        prompt=f"prompt of {card_id}",
        answer=f"answer of {card_id}",
        tags=tags,
    )


def deck(deck_id: str, *names: str) -> Deck:
    cards = tuple(card(f"{deck_id}/{name}", position) for position, name in enumerate(names))
    return Deck(deck_id, deck_id.title(), f"{deck_id}.yaml", cards, len({c.note_id for c in cards}))


def by_id(*decks: Deck) -> dict[str, Card]:
    return {item.card_id: item for one in decks for item in one.cards}


def due_on(day: int, *, suspended: bool = False, buried_on: int | None = None) -> CardState:
    schedule = Schedule(
        phase=Phase.REVIEW,
        memory=MemoryState(10.0, 5.0),
        step=None,
        due_on=day,
        due_at=None,
        interval_days=10,
        last_review_at=0,
        last_review_on=day - 10,
        reps=3,
        lapses=0,
    )
    return CardState(schedule, suspended, buried_on, "e")


def learning_until(at: int) -> CardState:
    schedule = Schedule(
        phase=Phase.LEARNING,
        memory=MemoryState(1.0, 5.0),
        step=0,
        due_on=None,
        due_at=at,
        interval_days=0,
        last_review_at=at - MINUTE,
        last_review_on=TODAY,
        reps=1,
        lapses=0,
    )
    return CardState(schedule, False, None, "e")
