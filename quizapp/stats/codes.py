"""How what is known of an answer is put into the small numbers that columns hold."""

from __future__ import annotations

from quizapp.model import Kind, Phase

MATURE_DAYS = 21
"""From this interval on a card is mature, as Anki has it."""

MATURE = 16
"""Added to the outcome of an answer on a mature card."""

LEVELS = 10_000
"""Predicted recall is kept in this many parts of 1, never as 0 or as 1: 0 stands for none.

Finer parts would be slower to count: 65,536 counters are more than a processor keeps at hand.
"""

KINDS = tuple(Kind)

HOURS = 24

LOTS = 256
"""How many parts cards are put into, so that some of the parts can stand for all."""


def lot_of(card: int) -> int:
    """Return the part that a card belongs to, by its number, from 0 to 255.

    Multiples of the golden ratio spread evenly over all and over any regular part of them (Knuth, The Art of Computer
    Programming, vol. 3, 6.4). Not every second or third card: siblings follow each other, so a part might have all
    fronts and no back of them.
    """
    return card * 2_654_435_769 % 2**32 >> 24


def outcome_of(phase: int, rating: int, *, mature: bool = False) -> int:
    """Return the number that stands for a phase before an answer, its rating, and whether the card was mature."""
    return phase * 4 + rating - 1 + MATURE * mature


FORGOTTEN = bytes(number % 4 == 0 for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the answer was Again."""

REVIEWED = bytes(number % MATURE // 4 == Phase.REVIEW for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the card was in phase Review."""

LAPSED = bytes(map(min, FORGOTTEN, REVIEWED))
"""Turns outcomes, by `bytes.translate`, into 1 where both hold."""
