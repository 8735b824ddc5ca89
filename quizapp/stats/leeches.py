"""Leeches: cards that lapsed so often that they want rewriting. Source: the schedules.

A lapse is an Again in phase Review. From how many of them on a card is a leech is a setting, `study.leech_lapses`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from quizapp.model import CardState
from quizapp.scheduling.leech import is_leech


class Leech(NamedTuple):
    """A card that is a leech, how often it lapsed, and whether it is suspended."""

    card_id: str
    lapses: int
    suspended: bool


def leeches(states: Iterable[tuple[str, CardState]], threshold: int = 8) -> tuple[Leech, ...]:
    """Return all leeches, those that lapsed most often first.

    Args:
        states: of the cards meant, by id.
        threshold: lapses from which on a card is a leech.
    """
    cards = list(states)
    lapses = [state.schedule.lapses if state.schedule else 0 for _, state in cards]
    enough = {number for number in set(lapses) if is_leech(number, threshold)}
    found = [
        Leech(card_id, number, state.suspended)
        for (card_id, state), number in compress(zip(cards, lapses, strict=True), map(enough.__contains__, lapses))
        if state.schedule
    ]
    return tuple(sorted(found, key=lambda leech: (-leech.lapses, leech.card_id)))
