"""Words and bars that the parts of `quizapp stats` share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.cli.chart import bar
from quizapp.cli.table import Column, table_lines
from quizapp.clock import day_to_date
from quizapp.humanize import MONTHS
from quizapp.stats.retention import Retained

BAR_CELLS = 30
CHART_HEIGHT = 4


class Part(NamedTuple):
    """A part of the figures: its title, what matters most in it, and its lines, each below the other."""

    title: str
    headline: str
    lines: tuple[str, ...]


def bars(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield a line for each row: its name, its number, its bar."""
    largest = max((number for _, number in rows), default=0)
    names = max((len(name) for name, _ in rows), default=0)
    numbers = len(f"{largest:,}")
    for name, number in rows:
        yield f"{name:<{names}}  {number:>{numbers},}  {bar(number, largest, BAR_CELLS)}".rstrip()


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table of texts."""
    return table_lines([Column(heading) for heading in headings], rows)


def without_empty_ends(rows: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return rows without the empty ones at either end; one of them is not."""
    filled = [index for index, (_, number) in enumerate(rows) if number]
    return list(rows[filled[0] : filled[-1] + 1])


def share(held: Retained) -> str:
    """Return `90.3 % (88.1–92.2)`, the share recalled and the range that holds the true one at 95 %."""
    if held.share is None:
        return "–"
    low, high = held.interval
    return f"{exact(held.share)} ({low * 100:.1f}–{high * 100:.1f})"


def beside(share: float, allowed: tuple[float, float]) -> str:
    """Return on which side of a range a share lies, "" within it."""
    return "below" if share < allowed[0] else "above" if share > allowed[1] else ""


def exact(share: float) -> str:
    """Return a share of 1 in per cent with a decimal: `90.3 %`."""
    return f"{share * 100:.1f} %"


def whole(number: float) -> str:
    """Return a number without decimals: `1,200`."""
    return f"{round(number):,}"


def month_name(first_day: int) -> str:
    """Return the month that a study day lies in: `Nov 2026`."""
    date = day_to_date(first_day)
    return f"{MONTHS[date.month - 1][:3]} {date.year}"
