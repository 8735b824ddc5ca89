"""A card's forgetting curve and its answers by day: what the preview beside a list of cards shows. Pure.

The curve starts at 1 on each day of answers and falls until the next, as FSRS expects from the memory that
the day's last answer left. Beyond today it shows what comes if the card is not answered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor
from typing import NamedTuple

from quizapp.model import Action, ActionKind, Event, MemoryState, Rating, Review
from quizapp.scheduling.engine import retrievability

LEAST_AHEAD_DAYS = 7
"""What a curve shows at least beyond today."""

YOUNG_AHEAD_DAYS = 30
"""What it may show beyond today even when the card was first answered just now."""

HIGHEST_FLOOR = 0.7
"""The recall at the bottom of a plot, unless the curve falls lower."""

Dot = tuple[int, int]
"""Column and row of a dot, from 0 at the left and at the top."""


class HistoryLine(NamedTuple):
    """The answers of one study day, and the interval that the last one led to: 0 while a step is pending."""

    study_day: int
    ratings: tuple[Rating, ...]
    interval_days: int


@dataclass(frozen=True, slots=True)
class ForgettingCurve:
    """Predicted recall from a card's first answer to some time beyond today.

    `days` are the study days with an answer, ascending. `stabilities` is what the last answer of each left,
    in days.
    """

    days: tuple[int, ...]
    stabilities: tuple[float, ...]
    today: int
    last_day: int
    parameters: tuple[float, ...]

    @property
    def first_day(self) -> int:
        return self.days[0]

    def recall(self, day: float) -> float:
        """Return the recall predicted for a day, or for a moment between two; 1 before the first answer."""
        return self._after(bisect_right(self.days, day) - 1, day)

    def recall_before(self, index: int) -> float:
        """Return the recall to which it had fallen when the answers of a day came; 1 for the first."""
        return self._after(index - 1, self.days[index])

    def _after(self, index: int, day: float) -> float:
        if index < 0:
            return 1.0
        memory = MemoryState(self.stabilities[index], 1.0)  # recall does not depend on difficulty
        return retrievability(memory, day - self.days[index], self.parameters)


@dataclass(frozen=True, slots=True)
class CurvePlot:
    """A curve as dots. The top row is a recall of 1, the bottom row `lowest`.

    `past` reaches up to today, `ahead` beyond; `now` is the dot of today.
    """

    past: tuple[Dot, ...]
    ahead: tuple[Dot, ...]
    now: Dot
    lowest: float
    rows: int

    def row(self, recall: float) -> int:
        """Return the row of a recall: where a guide for desired retention runs."""
        return _row(recall, self.lowest, self.rows)


def forgetting_curve(
    events: Iterable[Event], *, today: int, parameters: tuple[float, ...] = ()
) -> ForgettingCurve | None:
    """Return the curve of a card, None when it was not answered since it was new.

    Args:
        events: as `replay` takes them: those of the card that hold, in order.
        parameters: FSRS-6's 21 weights, empty for the defaults.
    """
    left: dict[int, float] = {}
    newest = 0
    for event in events:
        if isinstance(event, Action):
            if event.kind is ActionKind.RESET:
                left.clear()
            continue
        # Where the clock was set back, no time passed.
        newest = max(event.study_day, newest) if left else event.study_day
        left[newest] = event.stability_days
    if not left:
        return None
    today = max(today, newest)
    return ForgettingCurve(
        days=tuple(left),
        stabilities=tuple(left.values()),
        today=today,
        last_day=today + _days_ahead(today - min(left), today - newest, left[newest]),
        parameters=parameters,
    )


def plot(curve: ForgettingCurve, columns: int, rows: int) -> CurvePlot:
    """Return a curve as dots on a grid, at least 2 by 2; a cell of braille holds 2 columns and 4 rows of them.

    Every column shows all that the curve passes through since the column before, so there are no holes. One
    with an answer reaches up to 1 from where recall had fallen to.
    """
    drawn = _columns(curve, columns)
    lowest = min(HIGHEST_FLOOR, floor(min(column.lowest for column in drawn) * 10) / 10)
    today = _column_of(curve.today, curve, columns)
    past: list[Dot] = []
    ahead: list[Dot] = []
    before = 0
    for number, column in enumerate(drawn):
        row = _row(column.recall, lowest, rows)
        top = 0 if column.answered else min(before + 1, row)
        dots = past if number <= today else ahead
        dots.extend((number, at) for at in range(top, _row(column.lowest, lowest, rows) + 1))
        before = row
    now = (today, _row(curve.recall(curve.today), lowest, rows))
    return CurvePlot(tuple(past), tuple(ahead), now, lowest, rows)


def history_lines(events: Iterable[Event]) -> list[HistoryLine]:
    """Return the answers of a card by study day, oldest first, also those from before it was reset.

    Args:
        events: as `replay` takes them: those of the card that hold, in order.
    """
    reviews = (event for event in events if isinstance(event, Review))
    lines = []
    for day, answers in groupby(reviews, key=lambda review: review.study_day):
        given = list(answers)
        lines.append(HistoryLine(day, tuple(review.rating for review in given), given[-1].interval_days))
    return lines


class _Column(NamedTuple):
    """What one column shows: the recall at its moment, and the lowest, which an answer may have lifted."""

    recall: float
    lowest: float
    answered: bool


def _columns(curve: ForgettingCurve, count: int) -> list[_Column]:
    width = (curve.last_day - curve.first_day) / (count - 1)
    moments = [curve.first_day + width * column for column in range(count)]
    fallen: dict[int, float] = {}
    for index, day in enumerate(curve.days):
        column = _column_of(day, curve, count)
        moments[column] = max(moments[column], day)
        fallen[column] = min(fallen.get(column, 1.0), curve.recall_before(index))
    recalls = map(curve.recall, moments)
    return [
        _Column(recall, min(recall, fallen.get(column, 1.0)), column in fallen) for column, recall in enumerate(recalls)
    ]


def _column_of(day: int, curve: ForgettingCurve, count: int) -> int:
    return round((day - curve.first_day) * (count - 1) / (curve.last_day - curve.first_day))


def _row(recall: float, lowest: float, rows: int) -> int:
    return round((1 - recall) / (1 - lowest) * (rows - 1))


def _days_ahead(past_days: int, elapsed_days: int, stability_days: float) -> int:
    """Return how far to look ahead: until four stabilities have passed, where recall is about 80 %.

    Never so far, nor so near, that the past or the future could not be read.
    """
    wanted = max(ceil(4 * stability_days) - elapsed_days, past_days // 2, LEAST_AHEAD_DAYS)
    return min(wanted, max(3 * past_days, YOUNG_AHEAD_DAYS))
