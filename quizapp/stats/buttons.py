"""Answer buttons: how often each rating was given, by the phase of the card before. Source: the log."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import Phase, Rating
from quizapp.stats.codes import outcome_of
from quizapp.stats.columns import Columns

Buttons = dict[Phase, tuple[int, int, int, int]]
"""Answers by phase before; Again, Hard, Good, Easy."""


def buttons(columns: Columns) -> Buttons:
    """Return how often each rating was given, in answers, for every phase."""
    return {phase: _counts(columns.tally.outcomes, phase) for phase in Phase}


def _counts(outcomes: Sequence[int], phase: Phase) -> tuple[int, int, int, int]:
    again, hard, good, easy = (
        sum(outcomes[outcome_of(phase, rating, mature=mature)] for mature in (False, True)) for rating in Rating
    )
    return again, hard, good, easy
