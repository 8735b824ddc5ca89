"""The cards that come back on each of the next seven days, as bars or, where there is little room, as columns."""

from __future__ import annotations

from textual.content import Content

from quizapp.clock import day_to_date
from quizapp.humanize import WEEKDAYS, count
from quizapp.tui.lines import BLANK, flush, line
from quizapp.tui.widgets.drawn import Drawn

_LABEL, _NUMBER = 8, 5
_LEGEND, _PITCH = 19, 4
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_COLUMN_ROWS = 2


class Forecast(Drawn):
    """Bars where nine rows are free, columns where it is four, nothing below."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[tuple[int, int], ...] = ()
        self._most = 0

    def show(self, days: tuple[tuple[int, int], ...]) -> None:
        """Show pairs of a study day and its number of cards."""
        self._days = days
        self._most = max((cards for _, cards in days), default=0)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        bars = len(self._days) + 2
        if not self._days or height < _COLUMN_ROWS + 2:
            return []
        if height < bars:
            return self._as_columns(width)
        total = [BLANK, _muted(", ".join(self._total()))] if height >= bars + 2 else []
        return [_muted("Next 7 days"), BLANK, *self._as_bars(width), *total]

    def _total(self) -> tuple[str, ...]:
        cards = sum(cards for _, cards in self._days)
        if not cards:
            return ("nothing planned yet",)
        a_day = round(cards / len(self._days))
        return count(cards, "review"), f"about {a_day} a day" if a_day else "in a week"

    def _as_bars(self, width: int) -> list[Content]:
        longest = max(width - _LABEL - _NUMBER, 1)
        return [
            line(
                (f"{_weekday(day)[:3]} {day_to_date(day).day:2}".ljust(_LABEL), "$muted"),
                (("━" * self._share(cards, longest)).ljust(longest), "$heat3"),
                flush(_number(cards), _NUMBER),
            )
            for day, cards in self._days
        ]

    def _as_columns(self, width: int) -> list[Content]:
        heights = [self._share(cards, 8 * _COLUMN_ROWS) for _, cards in self._days]
        rows = [
            *(_slice(heights, row) for row in reversed(range(_COLUMN_ROWS))),
            line(*(flush(_number(cards), 2).pad_right(_PITCH - 2) for _, cards in self._days)),
            line(*((_weekday(day)[:2].ljust(_PITCH), "$muted") for day, _ in self._days)),
        ]
        if width < _LEGEND + _PITCH * len(self._days):
            return rows
        legend = [words.ljust(_LEGEND) for words in ("Next 7 days", *self._total(), "", "")]
        return [_muted(words) + row for words, row in zip(legend, rows, strict=False)]

    def _share(self, cards: int, whole: int) -> int:
        """Return how long a bar is: none for no cards, else at least 1."""
        return max(1, round(cards * whole / self._most)) if cards else 0


def _slice(heights: list[int], row: int) -> Content:
    """Return one row of the columns, counted from the bottom."""
    return line(*((_EIGHTHS[min(max(height - 8 * row, 0), 8)] * 2 + "  ", "$heat3") for height in heights))


def _weekday(day: int) -> str:
    return WEEKDAYS[day_to_date(day).weekday()]


def _number(cards: int) -> Content:
    return Content.styled(str(cards), "$soft") if cards else Content.styled("·", "$faint")


def _muted(words: str) -> Content:
    return Content.styled(words, "$muted")
