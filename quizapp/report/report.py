"""What a report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.clock import day_to_date
from quizapp.humanize import listed
from quizapp.report.words import date
from quizapp.stats.progress import Progress
from quizapp.stats.selection import Selection

WEEKS = 52
"""A year, as the heat map has it: the last week may have begun only now."""


class Span(NamedTuple):
    """Days that can be chosen in the report: what they are called, and their figures."""

    name: str
    progress: Progress

    @property
    def dates(self) -> str:
        """Return its first and its last day: `22 Nov 2025 – 22 Nov 2026`."""
        return " – ".join(dict.fromkeys(map(date, days_of(self.progress))))


class Report(NamedTuple):
    """Everything the page says. The first of the `spans` is shown unless another is chosen.

    `titles` are of decks and `prompts` what cards ask, by id; cards and decks that are gone are called by their ids.
    """

    title: str
    spans: tuple[Span, ...]
    titles: Mapping[str, str]
    prompts: Mapping[str, str]

    @property
    def progress(self) -> Progress:
        """Return the figures of the span that is shown first."""
        return self.spans[0].progress


def last_year(progress: Progress) -> Selection | None:
    """Return the last 52 weeks of a selection, None where it has no earlier answers, or only such."""
    days = list(progress.activity.days)
    first = year_before(days_of(progress)[1])
    return progress.selection._replace(first_day=first) if days and days[0] < first <= days[-1] else None


def year_before(last_day: int) -> int:
    """Return the Monday on which 52 weeks begin whose last one holds a study day."""
    return last_day - day_to_date(last_day).weekday() - (WEEKS - 1) * 7


def days_of(progress: Progress) -> tuple[int, int]:
    """Return the first and the last study day that figures are about, within those chosen and those there were."""
    selection, answered = progress.selection, list(progress.activity.days)
    last = progress.today if selection.last_day is None else min(selection.last_day, progress.today)
    last = max(last, answered[-1]) if answered else last  # a clock may have been set back
    first = selection.first_day if selection.first_day is not None else answered[0] if answered else last
    return min(first, last), last


def scope(selection: Selection, titles: Mapping[str, str]) -> str:
    """Return which cards figures are about: `All decks`, `Rivers and Water, tag finance`."""
    decks = listed([titles.get(deck_id, deck_id) for deck_id in selection.deck_ids]) or "All decks"
    return f"{decks}, tag {listed(selection.tags)}" if selection.tags else decks
