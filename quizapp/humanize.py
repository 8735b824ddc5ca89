"""Numbers, spans, sizes and days as a learner reads them: `46 days`, `10 min`, `90 %`, `Sun 22 Nov`.

English, and the same on every machine: nothing here asks the locale.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from quizapp.clock import day_to_date
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YEAR_DAYS = 365.25
_MONTH_DAYS = _YEAR_DAYS / 12
_MONTHS_FROM_DAYS = 100
_YEARS_FROM_DAYS = 365


def count(number: int, thing: str) -> str:
    """Return `1 card`, `12 cards`, `1,200 cards`; the plural takes an s."""
    return _with_unit(f"{number:,}", thing)


def percent(share: float) -> str:
    """Return a share of 1 in whole per cent: `90 %`."""
    return f"{_rounded(share * 100)} %"


def in_days(days: float) -> str:
    """Return `1 day`, `46 days`, `1,350 days`, with a decimal below ten where there is one: `2.3 days`."""
    return _with_unit(_days(days), "day")


def interval(days: float) -> str:
    """Return the same up to a hundred days, from there `3.3 months`, from a year on `1.3 years`."""
    return _with_unit(*_scaled(days))


def interval_short(days: float) -> str:
    """Return the same where room is short: `46 d`, `3.3 mo`, `1.3 y`."""
    number, unit = _scaled(days)
    return f"{number} {_SHORT_UNITS[unit]}"


_SHORT_UNITS = {"day": "d", "month": "mo", "year": "y"}


def delay(ms: int) -> str:
    """Return a wait in its largest unit: `30 s`, `10 min`, `1.5 h`, `2 days`.

    Minutes are whole, halves rounded up (`6 min` for five and a half); hours may have one decimal.
    """
    seconds = _rounded(ms / 1000)
    if seconds < 60:
        return f"{seconds} s"
    minutes = _rounded(ms / MINUTE_MS)
    if minutes < 60:
        return f"{minutes} min"
    if _rounded(ms * 10 / HOUR_MS) < 240:
        return f"{decimal(ms / HOUR_MS)} h"
    return interval(ms / DAY_MS)


def duration(ms: int) -> str:
    """Return a time spent, in two units: `45 s`, `8 min 52 s`, `1 h 5 min`."""
    seconds = _rounded(ms / 1000)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return _two(seconds, 60, "min", "s")
    return _two(_rounded(ms / MINUTE_MS), 60, "h", "min")


def short_date(day: int, today: int | None = None) -> str:
    """Return the date of a study day: `Sun 22 Nov`, in another year than today's `Mon 22 Nov 2027`."""
    return f"{WEEKDAYS[day_to_date(day).weekday()][:3]} {day_and_month(day, today)}"


def day_and_month(day: int, today: int | None = None) -> str:
    """Return the date of a study day without its weekday: `22 Nov`, in another year than today's `22 Nov 2027`."""
    date = day_to_date(day)
    year = "" if today is None or date.year == day_to_date(today).year else f" {date.year}"
    return f"{date.day} {MONTHS[date.month - 1][:3]}{year}"


def long_date(day: int) -> str:
    """Return the date of a study day in full words: `Sunday 22 November`."""
    date = day_to_date(day)
    return f"{WEEKDAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]}"


def day_name(day: int, today: int) -> str:
    """Return a study day as said today: `yesterday`, `today`, `tomorrow`, `on Thursday`, `on 3 Dec`.

    A weekday is one of the next six days. The year is named where it is not today's: `on 3 Dec 2027`.
    """
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(day - today)
    if near:
        return near
    if 0 < day - today < 7:
        return f"on {WEEKDAYS[day_to_date(day).weekday()]}"
    return f"on {day_and_month(day, today)}"


def size(number: int) -> str:
    """Return a number of bytes in its largest unit of 1,000: `812 bytes`, `4.1 kB`, `166.5 MB`."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= scale:
            return f"{decimal(number / scale)} {unit}"
    return count(number, "byte")


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def decimal(number: float) -> str:
    """Return a number with one decimal, none where that is 0: `5.1`, `8`."""
    whole, tenth = divmod(_rounded(number * 10), 10)
    return f"{whole:,}.{tenth}" if tenth else f"{whole:,}"


def _days(days: float) -> str:
    return decimal(days) if days < 10 else f"{_rounded(days):,}"


def _with_unit(number: str, unit: str) -> str:
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _scaled(days: float) -> tuple[str, str]:
    if _rounded(days) < _MONTHS_FROM_DAYS:
        return _days(days), "day"
    if _rounded(days) < _YEARS_FROM_DAYS:
        return decimal(days / _MONTH_DAYS), "month"
    return decimal(days / _YEAR_DAYS), "year"


def _two(number: int, base: int, larger: str, smaller: str) -> str:
    high, low = divmod(number, base)
    return f"{high} {larger} {low} {smaller}" if low else f"{high} {larger}"


def _rounded(number: float) -> int:
    return floor(number + 0.5)
