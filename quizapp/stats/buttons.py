"""Answer buttons: how often each rating was given, by the phase of the card before. Source: the log."""

from __future__ import annotations

from quizapp.model import Phase, Rating
from quizapp.stats.columns import Columns, outcome_of

Buttons = dict[Phase, tuple[int, int, int, int]]
"""Answers by phase before; Again, Hard, Good, Easy."""


def buttons(columns: Columns) -> Buttons:
    """Return how often each rating was given, in answers, for every phase."""
    outcomes = columns.outcome.tobytes()
    return {phase: _counts(outcomes, phase) for phase in Phase}


def _counts(outcomes: bytes, phase: Phase) -> tuple[int, int, int, int]:
    again, hard, good, easy = (
        sum(outcomes.count(outcome_of(phase, rating, mature=mature)) for mature in (False, True)) for rating in Rating
    )
    return again, hard, good, easy
