"""Leeches: cards that lapsed so often that they want rewriting. Source: the schedules.

A lapse is an Again in phase Review. From how many of them on a card is a leech is a setting, `study.leech_lapses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from quizapp.model import Schedule
from quizapp.scheduling.leech import is_leech


class Leech(NamedTuple):
    """A card that is a leech, how often it lapsed, and whether it is suspended."""

    card_id: str
    lapses: int
    suspended: bool


def leeches(
    card_ids: Sequence[str], schedules: Sequence[Schedule], suspended: Sequence[bool], threshold: int = 8
) -> tuple[Leech, ...]:
    """Return all leeches, those that lapsed most often first.

    Args:
        card_ids: of every card that was answered.
        schedules: theirs, in the same order.
        suspended: which of them are, likewise.
        threshold: lapses from which on a card is a leech.
    """
    lapses = [schedule.lapses for schedule in schedules]
    enough = {number for number in set(lapses) if is_leech(number, threshold)}
    are = [number in enough for number in lapses]
    found = map(Leech, compress(card_ids, are), compress(lapses, are), compress(suspended, are))
    return tuple(sorted(found, key=lambda leech: (-leech.lapses, leech.card_id)))
