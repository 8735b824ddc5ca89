"""An article as rows of a screen, of which only those in sight are ever made."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.authoring.article import Article
from quizapp.authoring.caret import Spot, spans_of
from quizapp.tui.cells import width as cells_of
from quizapp.tui.cells import wrap

GUTTER, BETWEEN, WIDEST = 2, 3, 70
_MARK = 3
"""Cells for `● 2`."""
_HEADING = 2
"""Rows of the title on top and the blank below it."""

At = tuple[int, int]
"""A paragraph by its place, and a row of its block."""


class Row(NamedTuple):
    """A row: of which paragraph, and which of its characters. It is `text`, a section's `title`, or `blank`."""

    place: int
    start: int = 0
    end: int = 0
    kind: str = "text"
    first: bool = False


class ArticleRows:
    """Scrolls so that a caret stays in sight. `shown` are the rows in sight, from `top` on, below a pinned title."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.shown: list[Row] = []
        self._top: At = (0, 0)
        self._cells = self._room = 0
        self._wrapped: dict[int, list[tuple[int, int]]] = {}
        self._blocks: dict[int, list[Row]] = {}
        self._digits = max(2, len(str(max((p.number for p in article.paragraphs), default=0))))

    @property
    def digits(self) -> int:
        """Return the cells of a paragraph's number."""
        return self._digits

    @property
    def margin(self) -> int:
        """Return the cells before the text: gutter, number, mark."""
        return GUTTER + self._digits + 2 + _MARK + BETWEEN

    def fit(self, width: int, height: int) -> None:
        """Lay the rows out for a size."""
        cells = max(min(width - self.margin, WIDEST), 2)
        if cells != self._cells:
            self._cells, self._wrapped, self._blocks = cells, {}, {}
            self._top = (self._top[0], 0)
        self._room = max(height - _HEADING, 1)
        self._show()

    def row_at(self, y: int) -> Row | None:
        """Return the row of text at a row of the screen, None where there is none."""
        at = y - _HEADING
        return self.shown[at] if 0 <= at < len(self.shown) and self.shown[at].kind == "text" else None

    def scroll(self, rows: int) -> None:
        """Scroll down, or up; not beyond the end."""
        for _ in range(abs(rows)):
            following = self._below(self._top) if rows > 0 else self._above(self._top)
            if following is None or (rows > 0 and self._ends_in_sight()):
                break
            self._top = following
            self._show()

    def follow(self, head: Spot) -> None:
        """Scroll so that a spot's row and, where there is room, its whole paragraph is in sight."""
        if not self._room:
            return
        block, rows = self._block(head.place), self.rows_of(head.place)
        wanted = len(block) - len(rows) + self.row_of(head)
        first = (head.place, 0 if wanted < self._room else wanted)
        if first < self._top:
            self._top = first
        else:
            top: At = (head.place, len(block) - 1 if len(block) <= self._room else wanted)
            for _ in range(self._room - 1):
                above = self._above(top)
                if above is None:
                    break
                top = above
            self._top = max(self._top, top)
        self._show()

    def rows_of(self, place: int) -> list[tuple[int, int]]:
        """Return the rows of a paragraph as spans of its text."""
        if place not in self._wrapped:
            self._wrapped[place] = wrap(self.article.paragraphs[place].text, max(self._cells, 2))
        return self._wrapped[place]

    def row_of(self, spot: Spot) -> int:
        return max((row for row, (start, _) in enumerate(self.rows_of(spot.place)) if start <= spot.start), default=0)

    def column_of(self, spot: Spot) -> int:
        """Return the cell of its row at which a spot begins."""
        start, _ = self.rows_of(spot.place)[self.row_of(spot)]
        return cells_of(self.article.paragraphs[spot.place].text[start : spot.start])

    def beyond(self, spot: Spot, step: int, column: int) -> Spot:
        """Return the word in a column of the row below (step 1) or above (-1); the spot itself at the article's end."""
        place, at = spot.place, self.row_of(spot) + step
        rows = self.rows_of(place)
        if not 0 <= at < len(rows):
            place += step
            if not 0 <= place < len(self.article.paragraphs):
                return spot
            rows = self.rows_of(place)
            at = 0 if step > 0 else len(rows) - 1
        return self.word_in(place, *rows[at], column)

    def word_in(self, place: int, start: int, end: int, column: int) -> Spot:
        """Return the word of a row that is nearest to a column."""
        text = self.article.paragraphs[place].text
        words = spans_of(text)
        inside = [span for span in words if start <= span[0] < max(end, start + 1)]

        def apart(span: tuple[int, int]) -> int:
            left, right = cells_of(text[start : span[0]]), cells_of(text[start : span[1]])
            return 0 if left <= column < right else min(abs(left - column), abs(right - 1 - column))

        nearest = min(inside, key=apart) if inside else min(words, key=lambda span: abs(span[0] - start))
        return Spot(place, *nearest)

    def _show(self) -> None:
        self.shown = []
        at: At | None = self._top
        while at is not None and len(self.shown) < self._room:
            row = self._block(at[0])[at[1]]
            if self.shown or row.kind == "text":  # the pinned title and its blank stand for these at the top
                self.shown.append(row)
            at = self._below(at)

    def _ends_in_sight(self) -> bool:
        last, paragraphs = self.shown[-1], self.article.paragraphs
        return last.place == len(paragraphs) - 1 and last.end == self.rows_of(last.place)[-1][1]

    def _below(self, at: At) -> At | None:
        place, row = at
        if row + 1 < len(self._block(place)):
            return place, row + 1
        return (place + 1, 0) if place + 1 < len(self.article.paragraphs) else None

    def _above(self, at: At) -> At | None:
        place, row = at
        if row:
            return place, row - 1
        return (place - 1, len(self._block(place - 1)) - 1) if place else None

    def _block(self, place: int) -> list[Row]:
        """Return the rows of a paragraph with what stands above it: a blank, and the title where a section begins."""
        if place not in self._blocks:
            paragraphs, blank = self.article.paragraphs, Row(place, kind="blank")
            rows = [Row(place, *span, first=number == 0) for number, span in enumerate(self.rows_of(place))]
            begins = place > 0 and paragraphs[place].section != paragraphs[place - 1].section
            above = [blank, Row(place, kind="title"), blank] if begins else [blank] * (place > 0)
            self._blocks[place] = [*above, *rows]
        return self._blocks[place]
