"""What a learner wants to study, and the types a session reports with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.model import Card, Rating


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cards a session is about.

    Empty `deck_ids`, `tags` and `card_ids` mean all. `new_limit` replaces what is left of the day's new cards,
    `extra_new` adds to it, `limit` caps the cards of the session. With `ahead_days` cards due within that many days
    come too. `cram` goes through any cards and leaves their schedule alone.
    """

    deck_ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    card_ids: Collection[str] = ()
    new_limit: int | None = None
    extra_new: int = 0
    limit: int | None = None
    ahead_days: int = 0
    cram: bool = False

    @property
    def is_narrow(self) -> bool:
        """Tell whether this scope leaves any card out."""
        return bool(self.deck_ids or self.tags or self.card_ids)

    def holds(self, card: Card) -> bool:
        """Tell whether a card is named by the decks, tags and cards of this scope."""
        return (
            (not self.deck_ids or card.deck_id in self.deck_ids)
            and (not self.tags or not set(self.tags).isdisjoint(card.tags))
            and (not self.card_ids or card.card_id in self.card_ids)
        )


EVERYTHING = Scope()


class Progress(NamedTuple):
    """How far a session is: cards that will not come back in it, cards in all, and the time the rest may take."""

    done: int
    total: int
    left_ms: int


class Failed(NamedTuple):
    """A card that was rated Again in a session, how often, and when it comes back."""

    card: Card
    times: int
    due_on: int | None
    due_at: int | None


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """How a session went. `reviewed`, `recalled` and `predicted` are of cards that were in phase Review before.

    `cards` counts the different cards answered; `predicted` is the mean recall that was predicted (None without such
    cards) and `target` the desired retention. `tomorrow` counts the cards that come back on the next study day as of
    now. `ahead_days` is how far studying ahead has to reach for any card, 0 when there is none to reach.
    """

    cards: int
    answers: int
    duration_ms: int
    by_rating: Mapping[Rating, int]
    reviewed: int
    recalled: int
    predicted: float | None
    target: float
    new_learned: int
    failed: tuple[Failed, ...] = ()
    streak_days: int = 0
    tomorrow: int = 0
    next_due_at: int | None = None
    next_due_on: int | None = None
    ahead_days: int = 0


class Undone(NamedTuple):
    """What an undo took back: the rating or action in a word, and the card if its deck still has it."""

    what: str
    card: Card | None = None
    card_id: str | None = None
