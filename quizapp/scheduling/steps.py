"""Learning and relearning steps: the short waits before a card gets an interval in days.

The rules are Anki's (https://docs.ankiweb.net/deck-options.html#learning-steps). Again goes back to the first
step. Hard repeats the current one; on the first step it waits between the first and the second, so that it
differs from Again. Good goes to the next step, and from the last one to Review. Easy goes to Review at once.
Without steps every rating does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quizapp.model import DAY_MS, Phase, Rating


class Move(NamedTuple):
    """Where a rating takes a card: phase and step after it, and the wait for that step; no step in Review.

    `lapse` tells whether the answer was one: Again on a card in phase Review, also without relearning steps.
    """

    phase: Phase
    step: int | None = None
    delay_ms: int | None = None
    lapse: bool = False


_TO_REVIEW = Move(Phase.REVIEW)


@lru_cache(maxsize=4096)
def move(
    phase: Phase,
    step: int | None,
    rating: int,
    learning_steps_ms: tuple[int, ...],
    relearning_steps_ms: tuple[int, ...],
) -> Move:
    """Return where a rating takes a card that stands in `phase`, at `step` while that is a learning phase.

    A step that the settings no longer have counts as the last one they do.
    """
    if phase == Phase.REVIEW:
        if rating == Rating.AGAIN:
            return _first_step(Phase.RELEARNING, relearning_steps_ms)._replace(lapse=True)
        return _TO_REVIEW
    relearning = phase == Phase.RELEARNING
    steps_ms = relearning_steps_ms if relearning else learning_steps_ms
    learning = Phase.RELEARNING if relearning else Phase.LEARNING
    if not steps_ms or rating == Rating.EASY:
        return _TO_REVIEW
    if rating == Rating.AGAIN:
        return _first_step(learning, steps_ms)
    current = min(step or 0, len(steps_ms) - 1)
    if rating == Rating.HARD:
        return Move(learning, current, _hard_delay_ms(current, steps_ms))
    following = current + 1
    return Move(learning, following, steps_ms[following]) if following < len(steps_ms) else _TO_REVIEW


def _first_step(phase: Phase, steps_ms: tuple[int, ...]) -> Move:
    return Move(phase, 0, steps_ms[0]) if steps_ms else _TO_REVIEW


def _hard_delay_ms(step: int, steps_ms: tuple[int, ...]) -> int:
    """Return the wait after Hard. With a single step it is half as long again, but at most a day longer."""
    if step > 0:
        return steps_ms[step]
    if len(steps_ms) > 1:
        return (steps_ms[0] + steps_ms[1]) // 2
    return min(steps_ms[0] * 3 // 2, steps_ms[0] + DAY_MS)
