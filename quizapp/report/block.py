"""A block of the report: a label, what matters most in one bold figure, a drawing, and the same values as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.report.markup import Child, Markup, element, joined
from quizapp.report.words import unbroken


class Table(NamedTuple):
    """Headings and rows of texts. The columns from `numbers_from` on are numbers, and stand on the right."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Child]]
    numbers_from: int = 1

    def markup(self, caption: str) -> Markup:
        """Return the table; its caption is for those who do not see where it stands."""
        head = joined(
            element("th", heading, scope="col", class_=self._class(column))
            for column, heading in enumerate(self.headings)
        )
        body = joined(
            element("tr", *(self._cell(column, cell) for column, cell in enumerate(row))) for row in self.rows
        )
        return element(
            "table",
            element("caption", caption, class_="unseen"),
            element("thead", element("tr", head)),
            element("tbody", body),
        )

    def _cell(self, column: int, cell: Child) -> Markup:
        if column == 0:
            return element("th", cell, scope="row")
        return element("td", cell, class_=self._class(column))

    def _class(self, column: int) -> str | None:
        return "number" if column >= self.numbers_from else None


class Block(NamedTuple):
    """What one plot says.

    `figure` is bold, `unit` follows it. `drawing` is seen as `described` by those who do not see it, and is None
    where the table is all there is. `legend` stands below, `note` tells how to read it. `share` is how much of a row
    the block takes beside others. `folded` has the rest of a long table.
    """

    name: str
    title: str
    figure: str
    unit: str
    described: str
    drawing: Markup | None
    table: Table
    legend: Markup | None = None
    note: str = ""
    share: int = 1
    folded: Table | None = None

    def markup(self, *classes: str) -> Markup:
        """Return the block as a section with further classes."""
        described = f"{self.title}: {self.figure} {self.unit}. {self.described.rstrip('.')}."
        return element(
            "section",
            element("h2", self.title),
            element("p", element("b", self.figure), f" {unbroken(self.unit)}", class_="figure"),
            self.drawing and element("div", self.drawing, class_="plot", role="img", aria_label=described, tabindex=0),
            self.legend and element("p", self.legend, class_="legend"),
            element("p", unbroken(self.note), class_="note") if self.note else None,
            element("div", self.table.markup(self.title), class_="scroll")
            if self.drawing is None
            else _folded("Values", self.table, self.title),
            self.folded and _folded(f"{len(self.folded.rows):,} more", self.folded, self.title),
            class_=" ".join(filter(None, ["block", f"share{self.share}", self.name, *classes])),
        )


def _folded(summary: str, table: Table, caption: str) -> Markup | None:
    if not table.rows:
        return None
    return element(
        "details", element("summary", summary), element("div", table.markup(caption), class_="scroll")
    )
