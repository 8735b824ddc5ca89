"""What a learner writes to have a backlog spread: `10 days`, `20 a day`, `2 weeks from 1 Dec`. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.errors import UsageError
from quizapp.study.days import read_day
from quizapp.text import shorten

EXAMPLES = "10 days, 20 a day, or 5 days from 1 Dec"

_SPREAD = re.compile(
    r"(?:over )?(\d{1,9}) ?(?:(days?|d)?|(weeks?|w)|((?:cards? )?(?:a|per) day))(?: from (.+))?",
    re.ASCII | re.IGNORECASE,
)
_SHOWN = 40


class Spread(NamedTuple):
    """Over how many days, or at how many cards a day: the other is None. `first_on` is None for today."""

    days: int | None
    per_day: int | None
    first_on: int | None


def read_spread(text: str, today: int) -> Spread:
    """Return what is meant, seen from the study day `today`.

    Raises:
        UsageError: the words say nothing of the kind, or name no day.
    """
    found = _SPREAD.fullmatch(" ".join(text.split()))
    if found is None:
        said = f'"{shorten(text, _SHOWN)}" does not say over how many days.' if text.strip() else "Nothing is written."
        raise UsageError(f"{said} Write {EXAMPLES}.")
    number, _, weeks, per_day, start = found.groups()
    first_on = read_day(start, today) if start else None
    if per_day:
        return Spread(None, int(number), first_on)
    return Spread(int(number) * (7 if weeks else 1), None, first_on)
