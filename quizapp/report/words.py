"""Words that several parts of the report share."""

from __future__ import annotations

from quizapp.clock import day_to_date
from quizapp.humanize import MONTHS, WEEKDAYS, count, duration
from quizapp.stats.activity import Amount
from quizapp.stats.retention import Retained


def date(day: int) -> str:
    """Return a study day: `22 Nov 2026`."""
    at = day_to_date(day)
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year}"


def weekday_and_date(day: int) -> str:
    """Return a study day: `Sun 22 Nov 2026`."""
    return f"{WEEKDAYS[day_to_date(day).weekday()][:3]} {date(day)}"


def month(first_day: int) -> str:
    """Return the month a study day lies in: `November 2026`."""
    at = day_to_date(first_day)
    return f"{MONTHS[at.month - 1]} {at.year}"


def exact(share: float) -> str:
    """Return a share of 1 in per cent with a decimal: `90.3 %`."""
    return f"{share * 100:.1f} %"


def between(low: float, high: float) -> str:
    """Return a range of shares: `88.1–92.2 %`."""
    return f"{low * 100:.1f}–{high * 100:.1f} %"


def whole(value: float) -> str:
    """Return a number without decimals: `1,200`."""
    return f"{round(value):,}"


def amount(done: Amount) -> str:
    """Return answers and the time they took: `47 reviews, 8 min 52 s`."""
    return f"{count(done.reviews, 'review')}, {duration(done.ms)}" if done.reviews else "no reviews"


def unbroken(words: str) -> str:
    """Return words in which no line breaks between a number and its sign."""
    return words.replace(" %", "\N{NO-BREAK SPACE}%")


def recalled(held: Retained) -> str:
    """Return the share that was recalled and the range that holds the true one: `90.3 % (88.1–92.2 %)`."""
    return "–" if held.share is None else f"{exact(held.share)} ({between(*held.interval)})"
