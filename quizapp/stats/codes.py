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


def outcome_of(phase: int, rating: int, *, mature: bool = False) -> int:
    """Return the number that stands for a phase before an answer, its rating, and whether the card was mature."""
    return phase * 4 + rating - 1 + MATURE * mature


FORGOTTEN = bytes(number % 4 == 0 for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the answer was Again."""

REVIEWED = bytes(number % MATURE // 4 == Phase.REVIEW for number in range(256))
"""Turns outcomes, by `bytes.translate`, into 1 where the card was in phase Review."""

LAPSED = bytes(map(min, FORGOTTEN, REVIEWED))
"""Turns outcomes, by `bytes.translate`, into 1 where both hold."""
