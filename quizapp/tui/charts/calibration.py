"""Calibration: recall as it was measured over recall as it was predicted; on the guide they are the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, decimal, percent
from quizapp.stats.calibration import Bin
from quizapp.stats.calibration import Calibration as Measured
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, figure, fitting
from quizapp.tui.charts.grid import DOTS_HIGH, DOTS_WIDE, Grid, stroke
from quizapp.tui.lines import apart, line

_SCALE = 6
_WIDEST = 60
_NAMED_ROWS = 9
"""Rows from which there is one that names the axes."""
_FEW = 0.02
"""Bins with a smaller share of the reviews are drawn small: chance moves them far."""


@dataclass(frozen=True)
class Calibration(Chart):
    """A point is a bin of predicted recall."""

    measured: Measured

    TITLE: ClassVar[str] = "Predicted and measured recall"
    ROOM: ClassVar[Room] = Room(30, 42, 8, 11, 14)
    NOTHING: ClassVar[str] = "No recall was predicted in these days."

    def headline(self, width: int) -> Content:
        off = decimal((self.measured.rmse_bins or 0.0) * 100)
        return figure(f"{off} points", "off in the mean")

    @property
    def points(self) -> int:
        return len(self.measured.bins)

    def tell(self, at: int, width: int) -> Content:
        part = self.measured.bins[at]
        told = f"recalled of {_exact(part.predicted)} predicted"
        reviews = count(part.reviews, "review")
        return fitting(width, _exact(part.measured), f"{told}, {reviews}", told, f"of {_exact(part.predicted)}")

    def draw(self, place: Place) -> list[Content]:
        named = place.rows >= _NAMED_ROWS
        rows = place.rows - 1 - named
        columns = min(place.width - _SCALE, _WIDEST)
        low = self._lowest
        grid = Grid(columns, rows)
        wide, high = columns * DOTS_WIDE, rows * DOTS_HIGH
        corners = [(0, high - 1), (wide - 1, 0)]
        grid.dots([dot for dot in stroke(corners) if dot[0] % 3 == 0], "$faint")
        least = _FEW * self.measured.reviews
        within = [part for part in self.measured.bins if min(part.predicted, part.measured) >= low]
        for part in within:
            column, row = _cell(part, low, columns, rows)
            grid.put(column, row, "•" if part.reviews < least else "●", "$accent")
        if place.at is not None and self.measured.bins[place.at] in within:
            column, row = _cell(self.measured.bins[place.at], low, columns, rows)
            for below in range(row + 1, rows):
                grid.put(column, below, "┊", "$muted")
            grid.put(column, row, "●", "b $ink")
        labels = {0: "100 %", rows - 1: percent(low)}
        drawn = [line((labels.get(row, "").ljust(_SCALE), "$muted"), each) for row, each in enumerate(grid.lines())]
        ends = apart(Content.styled(percent(low), "$muted"), Content.styled("100 %", "$muted"), columns)
        outside = len(self.measured.bins) - len(within)
        axes, lower = " " * _SCALE + "→ predicted  ↑ recalled", f"  {outside} lower" if outside else ""
        words = [Content.styled(axes + lower * (len(axes + lower) <= place.width), "$muted")] if named else []
        return [*drawn, line(" " * _SCALE, ends), *words]

    @property
    def table(self) -> Table:
        made = self.measured
        rows = [
            (_exact(part.predicted), _exact(part.measured), f"{part.reviews:,}") for part in reversed(made.bins)
        ]
        if made.rmse_bins is not None and made.log_loss is not None:
            rows += [("RMSE(bins)", f"{made.rmse_bins:.4f}", ""), ("log loss", f"{made.log_loss:.4f}", "")]
        if made.auc is not None:
            rows.append(("AUC", f"{made.auc:.3f}", ""))
        return Table((Column("predicted"), Column("recalled"), Column("reviews")), rows)

    @property
    def _lowest(self) -> float:
        """Return the share at the lower left corner, in whole tenths."""
        least = _FEW / 2 * self.measured.reviews
        shares = [share for part in self.measured.bins if part.reviews >= least for share in part[2:]]
        return min(int(min(shares, default=0.5) * 10) / 10, 0.8)


def _cell(part: Bin, low: float, columns: int, rows: int) -> tuple[int, int]:
    across, up = ((share - low) / (1 - low) for share in (part.predicted, part.measured))
    return round(across * (columns - 1)), round((1 - up) * (rows - 1))


def _exact(share: float) -> str:
    return f"{share * 100:.1f} %"
