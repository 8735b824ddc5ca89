"""A learner's numbers one by one, as a person would cite them: made from the definitions of all figures.

A figure that is one number makes a row, and so does a share with the range that holds the true one; lists are left to
`quizapp stats --json`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizapp.export.fields import OR_NULL, Field
from quizapp.humanize import count, decimal, duration, percent
from quizapp.model import MINUTE_MS
from quizapp.stats.definitions import FIGURES, Figure
from quizapp.stats.progress import Progress

NOT_KNOWN = "not known yet"
_SHARES = {"0 to 1", "share of 1"}


class SummaryItem(NamedTuple):
    """One figure as of a study day. `low` and `high` hold the true value at 95 %; None where there is no such range."""

    as_of: int
    figure: Figure
    value: float | None
    low: float | None
    high: float | None
    text: str


def summary(progress: Progress) -> Iterator[SummaryItem]:
    """Yield the figures that are one number, in the order of their definitions."""
    for figure in FIGURES:
        found = figure.read(progress)
        if isinstance(found, Mapping) and {"share", "low", "high", "recalled", "reviews"} <= found.keys():
            share, known = found["share"], found["share"] is not None
            low, high = (found["low"], found["high"]) if known else (None, None)
            yield SummaryItem(progress.today, figure, share, low, high, f"{_title(figure)}: {_share(found)}")
        elif found is None or isinstance(found, int | float):
            yield SummaryItem(progress.today, figure, found, None, None, f"{_title(figure)}: {_said(figure, found)}")


def _title(figure: Figure) -> str:
    """Return a title that stands by itself: one that goes on from its heading has that before it."""
    return f"{figure.part} o{figure.title[1:]}" if figure.title.startswith("Of ") else figure.title


def _share(found: Mapping[str, object]) -> str:
    share, low, high = (found[name] for name in ("share", "low", "high"))
    if not (isinstance(share, float) and isinstance(low, float) and isinstance(high, float)):
        return NOT_KNOWN
    within = f"{decimal(low * 100)} to {decimal(high * 100)} % at 95 % confidence"
    return f"{decimal(share * 100)} % ({within}), {found['recalled']:,} of {count(_whole(found['reviews']), 'review')}"


def _said(figure: Figure, value: float | None) -> str:
    if value is None:
        return NOT_KNOWN
    if figure.unit in _SHARES:
        return percent(value)
    if figure.unit == "minutes":
        return f"{round(value):,} ({duration(round(value * MINUTE_MS))})"
    if _unit(figure) == "days":
        return count(round(value), "day")
    if isinstance(value, int) or figure.unit == "cards":
        return f"{round(value):,}"
    return decimal(value) if figure.unit == "1 to 10" else f"{value:.4f}"


def _unit(figure: Figure) -> str:
    return figure.unit.removesuffix(OR_NULL)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


SUMMARY_FIELDS: tuple[Field[SummaryItem], ...] = (
    Field("name", "text", "the figure, as `quizapp stats --json` calls it", lambda s: s.figure.name),
    Field("value", "number or null", "its value, null where it is not known yet", lambda s: s.value),
    Field("unit", "text", "the unit of the value and of its range", lambda s: _unit(s.figure)),
    Field("low", "number or null", "the lower end of the range that holds the true value at 95 %", lambda s: s.low),
    Field("high", "number or null", "the upper end of it", lambda s: s.high),
    Field("as_of", "date", "the study day it was worked out on", lambda s: s.as_of),
    Field("text", "text", "the figure in words, to be cited", lambda s: s.text),
    Field("definition", "text", "what it is", lambda s: s.figure.definition),
)
