"""What a search needs of the log, at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizapp.model import CardState

RatedBetween = Callable[[int, int], Iterable[tuple[str, int]]]
"""Gives the card id and rating of the answers of the study days from the first to the last, both included."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The states of the cards by id, and what turns them into what is shown today.

    `today` is the study day, `today_starts_at` the instant it began. `parameters` are FSRS-6's, empty for the
    defaults. `rated` is called only by a search that asks for it.
    """

    states: Mapping[str, CardState]
    today: int
    today_starts_at: int
    rated: RatedBetween
    parameters: tuple[float, ...] = ()
    leech_lapses: int = 8
