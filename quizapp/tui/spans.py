"""The ranges of days that the stats screen goes through: the last 52 weeks, calendar years, all time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quizapp.clock import date_to_day, day_to_date

WEEKS = 52


class Span(NamedTuple):
    """A range of study days, both included. `open` means that answers before and after count, too."""

    name: str
    first_day: int
    last_day: int
    open: bool = False


def spans(today: int, first_answer_day: int | None) -> tuple[Span, ...]:
    """Return the ranges in the order one goes through them: of the years only those since the first answer."""
    now = day_to_date(today)
    first = min(today if first_answer_day is None else first_answer_day, today)
    monday = today - now.weekday() - (WEEKS - 1) * 7
    years = (
        Span(str(year), date_to_day(date(year, 1, 1)), min(date_to_day(date(year, 12, 31)), today))
        for year in range(now.year, day_to_date(first).year - 1, -1)
    )
    return Span(f"last {WEEKS} weeks", monday, today), *years, Span("all time", first, today, open=True)
