"""The place where the hand acts: one bar that shows the answer, then in the same rows the four ratings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from quizapp.model import Rating
from quizapp.tui.lines import BLANK, acting, centred, line, pad
from quizapp.tui.widgets.drawn import Drawn

_GAP = 2


class Ratings(Drawn):
    """Four rows, or two where it is low. `marked` is the rating that Space and Enter take."""

    DEFAULT_CSS = """
    Ratings { max-width: 78; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._returns: Mapping[Rating, str] | None = None
        self._bar = ("", "")
        self.marked = Rating.GOOD

    def offer(self, label: str, key: str) -> None:
        """Show one action; an empty label shows its place only."""
        self._bar, self._returns = (label, key), None
        self.redraw()

    def rate(self, returns: Mapping[Rating, str], *, marked: Rating = Rating.GOOD) -> None:
        """Show the ratings, each with the words for when the card would return."""
        self._returns, self.marked = returns, marked
        self.redraw()

    def mark(self, rating: Rating) -> None:
        """Mark the rating that Space and Enter take."""
        self.marked = rating
        self.redraw()

    def move(self, steps: int) -> None:
        self.mark(Rating(min(max(self.marked + steps, Rating.AGAIN), Rating.EASY)))

    def draw(self, width: int, height: int) -> list[Content]:
        rows = self._bar_rows(width) if self._returns is None else self._cell_rows(width, self._returns)
        if height < 4:
            return rows[1:3]
        return rows

    def _bar_rows(self, width: int) -> list[Content]:
        label, key = self._bar
        words = [BLANK, Content.styled(label, "b $accent"), Content.styled(key, "$soft"), BLANK]
        edge = ("▌" if label else " ", "$accent")
        surface = "on $tint" if label else "on $card"
        rows = [line(edge, centred(row, width)[1:]).stylize_before(surface) for row in words]
        return [acting(row, "take") for row in rows] if label else rows

    def _cell_rows(self, width: int, returns: Mapping[Rating, str]) -> list[Content]:
        starts = [number * (width + _GAP) // len(Rating) for number in range(len(Rating) + 1)]
        cells = [
            self._cell(rating, returns.get(rating, ""), end - start - _GAP)
            for rating, start, end in zip(Rating, starts, starts[1:], strict=False)
        ]
        return [Content(" " * _GAP).join(row) for row in zip(*cells, strict=True)]

    def _cell(self, rating: Rating, returns: str, width: int) -> list[Content]:
        marked = rating is self.marked
        strong = "b $accent" if marked else "b $ink"
        key = "b $accent" if marked else "b $soft"
        words = [
            BLANK,
            line((self.key(f"rate({rating.value})"), key), "  ", (rating.label, strong)),
            line("   ", (returns, "$soft" if marked else "$muted")),
            BLANK,
        ]
        edge = ("▌ " if marked else "  ", "$accent")
        surface = "on $tint" if marked else "on $card"
        rows = (pad(line(edge, row), width)[:width].stylize_before(surface) for row in words)
        return [acting(row, f"rate({rating.value})") for row in rows]
