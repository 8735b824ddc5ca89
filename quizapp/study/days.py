"""The study day that a learner names: `tomorrow`, `+5`, `2 weeks`, `friday`, `24 Dec`, `2026-12-24`. Pure.

English, as all that is written here. A day of the week is the next one after today; a date without a year is the next
one from today on.
"""

from __future__ import annotations

import re
from datetime import date

from quizapp.clock import date_to_day, day_to_date
from quizapp.errors import UsageError
from quizapp.humanize import MONTHS, WEEKDAYS
from quizapp.text import shorten

EXAMPLES = "tomorrow, +5, 24 Dec or 2026-12-24"
"""How a day can be written, for a sentence that asks for one."""

MAX_AHEAD_DAYS = 36_500

_NEAR = {"today": 0, "tomorrow": 1}
_AHEAD = re.compile(r"(?:in |\+ ?)?(\d{1,9}) ?(?:(d|days?)|(w|weeks?))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?,?(?: (\d{4}))?", re.ASCII)
_MONTH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?", re.ASCII)
_LEAST_LETTERS = 3
_SHOWN = 40


class NotADay(UsageError):
    """Words that name no day."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} Write {EXAMPLES}.")


def read_day(text: str, today: int) -> int:
    """Return the study day that is meant, seen from today; it may have passed.

    Raises:
        NotADay: the text names no day, one that no calendar has, or one more than a century ahead.
    """
    words = " ".join(text.lower().split())
    day = _read(words, today)
    if day is None:
        raise NotADay(f'"{shorten(text, _SHOWN)}" is not a day.' if words else "No day is written here.")
    if day - today > MAX_AHEAD_DAYS:
        raise NotADay("That is more than a hundred years ahead.")
    return day


def _read(words: str, today: int) -> int | None:
    if words in _NEAR:
        return today + _NEAR[words]
    if ahead := _AHEAD.fullmatch(words):
        return today + int(ahead[1]) * (7 if ahead[3] else 1)
    weekday = _named(words.removeprefix("on ").removeprefix("next "), WEEKDAYS)
    if weekday is not None:
        return today + (weekday - day_to_date(today).weekday() - 1) % 7 + 1
    if iso := _ISO.fullmatch(words):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if match := _DAY_MONTH.fullmatch(words):
        return _day_of_month(int(match[1]), match[2], match[3], today)
    if match := _MONTH_DAY.fullmatch(words):
        return _day_of_month(int(match[2]), match[1], match[3], today)
    return None


def _day_of_month(number: int, name: str, year: str | None, today: int) -> int | None:
    month = _named(name, MONTHS)
    if month is None:
        return None
    if year is not None:
        return _date(int(year), month + 1, number)
    this_year = day_to_date(today).year
    for candidate in range(this_year, this_year + 9):  # 29 February may be eight years off
        try:
            day = date_to_day(date(candidate, month + 1, number))
        except ValueError:
            continue
        if day >= today:
            return day
    raise NotADay(f"There is no {number} {MONTHS[month]}.")


def _date(year: int, month: int, number: int) -> int:
    try:
        return date_to_day(date(year, month, number))
    except ValueError:
        raise NotADay(f"There is no day {year:04}-{month:02}-{number:02}.") from None


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Return which of the names a word is, or begins with at least three letters."""
    if len(word) < _LEAST_LETTERS:
        return None
    return next((index for index, name in enumerate(names) if name.lower().startswith(word)), None)
