"""What a query means, as a small tree of frozen values: made by `parse`, run by `filters`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.model import Kind, Rating


class Name(StrEnum):
    """What a card can be looked up by: `deck:china`."""

    DECK = "deck"
    TAG = "tag"
    NOTE = "note"
    CARD = "card"


class State(StrEnum):
    """How a card can stand: `is:due`."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    LEECH = "leech"
    SUSPENDED = "suspended"
    BURIED = "buried"
    ORPHAN = "orphan"


class Property(StrEnum):
    """What a card has a number for: `prop:stability>30`."""

    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    INTERVAL = "interval"
    LAPSES = "lapses"
    REPS = "reps"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Text:
    """Cards in whose texts these folded words occur as they stand."""

    words: str


@dataclass(frozen=True, slots=True)
class Called:
    """Cards whose deck, tag, note or own id is called this; where nothing is, those whose name contains it.

    `name` is folded. A deck is called by its id and its title, a note by its id with or without its deck's.
    """

    by: Name
    name: str


@dataclass(frozen=True, slots=True)
class OfKind:
    """Cards of notes of one kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Is:
    """Cards that stand so today."""

    state: State


@dataclass(frozen=True, slots=True)
class Rated:
    """Cards answered in the last `days` study days, today counted, with this rating or, for None, any."""

    days: int
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """Cards whose number lies between `low` and, not reached, `high`; never cards that have none."""

    prop: Property
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Not:
    """Cards that a part does not find."""

    part: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    """Cards that every part finds: all cards when there is none."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Cards that one of the parts finds."""

    parts: tuple[Expression, ...]


Expression = Text | Called | OfKind | Is | Rated | Within | Not | AllOf | AnyOf

EVERY_CARD = AllOf(())


def negated(part: Expression) -> Expression:
    """Return what finds the other cards; a part negated twice is the part."""
    return part.part if isinstance(part, Not) else Not(part)


def all_of(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def asks_for_orphans(expression: Expression) -> bool:
    """Tell whether orphans are spoken of anywhere; only then does a search look at them."""
    match expression:
        case Is(State.ORPHAN):
            return True
        case Not(part):
            return asks_for_orphans(part)
        case AllOf(parts) | AnyOf(parts):
            return any(map(asks_for_orphans, parts))
        case _:
            return False
