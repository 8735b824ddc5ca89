"""Where things stand along a plot: round numbers, months and years that a reader looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import MONTHS

STEPS = (1, 2, 5, 10)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def month_step(months: int, most: int) -> int:
    """Return every how many months one is named, so that so many at most are."""
    return next((step for step in MONTH_STEPS if ceil(months / step) <= most), MONTH_STEPS[-1])


def round_steps(largest: float, most: int = 3, *, least: float = 1) -> tuple[float, ...]:
    """Return round numbers from one step up, so many at most, the last not above the largest; none for 0.

    Args:
        least: the smallest step there may be, 1 for what is counted.
    """
    if largest <= 0:
        return ()
    power = 10.0 ** floor(log10(largest / most))
    step = max(next(power * step for step in STEPS if largest / (power * step) < most + 1), least)
    return tuple(step * index for index in range(1, floor(largest / step + 1e-9) + 1))


def some(steps: Sequence[float], most: int) -> list[float]:
    """Return every step, or every second, third … one, so many at most, the last among them."""
    return list(steps[:: -ceil(len(steps) / most)])[::-1]


def floor_to(value: float, step: float) -> float:
    """Return the multiple of a step at or below a value."""
    return floor(value / step + 1e-9) * step


def months(first_day: int, last_day: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield months that begin within some days, so many at most: the day each begins on, and what to call it."""
    first, last = day_to_date(first_day), day_to_date(last_day)
    begin = first.year * 12 + first.month - 1 + (first.day > 1)
    end = last.year * 12 + last.month - 1
    step = month_step(end - begin + 1, most)
    for number in range(begin, end + 1):
        year, index = divmod(number, 12)
        if number % step == 0:
            day = date_to_day(first.replace(year=year, month=index + 1, day=1))
            yield day, month_or_year(number)


def month_or_year(number: int) -> str:
    """Return the short name of a month, counted from the year 0; of a January the year."""
    year, index = divmod(number, 12)
    return MONTHS[index][:3] if index else str(year)
