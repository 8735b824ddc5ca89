"""What can still be studied when nothing is due: ahead, any cards, more new ones. So no screen is a dead end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.study.scope import Scope
from quizapp.text import clean_line
from quizapp.tui import words
from quizapp.tui.widgets.offers import Offer

if TYPE_CHECKING:
    from quizapp.study.overview import Overview

MORE_NEW = 10
"""How many cards `more new cards` begins at most."""


class Choice(NamedTuple):
    """One thing to study, and how a screen offers it."""

    offer: Offer
    scope: Scope


def is_due(overview: Overview, *, now: int, learn_ahead_ms: int) -> bool:
    """Tell whether a session on everything would ask a card now, and not only wait for a learning step."""
    if overview.new or overview.due:
        return True
    return overview.next_due_at is not None and overview.next_due_at - learn_ahead_ms <= now


def choices(overview: Overview) -> tuple[Choice, ...]:
    """Return what can be studied, the likeliest first; empty only where every card is suspended."""
    found = []
    if overview.ahead_count:
        ahead = words.tomorrow_or_later(overview.ahead_count, overview.ahead_days, overview.day)
        found.append(Choice(Offer("Study ahead", ahead, "ahead"), Scope(ahead_days=overview.ahead_days)))
    if any(deck.cards > deck.suspended for deck in overview.decks):
        cram = Offer("Cram", "go through any cards; leaves their schedule alone", "cram")
        found.append(Choice(cram, Scope(cram=True)))
    if overview.new_left:
        left = f"{overview.new_left} left, first from {clean_line(overview.new_left_deck)}"
        more = Offer("More new cards", left, "more_new")
        found.append(Choice(more, Scope(extra_new=min(MORE_NEW, overview.new_left))))
    return tuple(found)


def scope_of(found: Sequence[Choice], call: str) -> Scope | None:
    """Return the scope of the choice with that action, None when it is not offered."""
    return next((choice.scope for choice in found if choice.offer.call == call), None)
