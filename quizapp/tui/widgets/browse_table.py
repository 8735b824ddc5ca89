"""The cards that were found, grouped by deck. Only the rows in sight are ever made or drawn."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.search.table import BrowseRow, Sort
from quizapp.tui import browse_words as words
from quizapp.tui.browser import Results
from quizapp.tui.cells import width as cells_of
from quizapp.tui.grouped import Grouped, Heading, Row
from quizapp.tui.lines import BLANK, acting, apart, line, text
from quizapp.tui.widgets.drawn import Drawn

GUTTER, GAP = 2, 2
PHASE, DUE = 10, 11
_LEAST_FIGURE = 8
_FIGURES = {Sort.STABILITY: "Stability", Sort.DIFFICULTY: "Difficulty", Sort.LAPSES: "Lapses"}
_WHEEL = 3


class BrowseTable(Drawn):
    """A heading and the rows around the cursor. `▌` in the gutter stands beside the cursor's row, `■` marks one."""

    class Moved(Message):
        """The cursor stands on another card."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Show nothing yet; `now` gives the epoch milliseconds from which waits are counted."""
        super().__init__()
        self._now = now
        self._results: Results | None = None
        self._layout = Grouped(0)
        self._airy = False
        self._top = self._room = 0
        self.cursor = 0
        self.marked: set[str] = set()
        self._out_of_sight: frozenset[str] = frozenset()

    @property
    def row(self) -> BrowseRow | None:
        """Return the card under the cursor, None when nothing was found."""
        return self._results.found[self.cursor] if self._results and self._results.found else None

    @property
    def card_id(self) -> str:
        row = self.row
        return row.card.card_id if row else ""

    @property
    def chosen(self) -> set[str]:
        """Return the marked cards that were found: what is out of sight must not be acted on."""
        return self.marked - self._out_of_sight

    def show(self, results: Results) -> None:
        """Show what was found: from its top or, where a place is to be kept, with the cursor's card where it is now."""
        kept, last = results.wish.card_id, max(len(results.found) - 1, 0)
        if kept is None:
            self.cursor = self._top = 0
        else:
            moved_on = self.card_id != kept
            self.cursor = min(self.cursor if moved_on or results.place is None else results.place, last)
        self._results = results
        self._out_of_sight = results.lost
        self._lay_out()
        self.redraw()
        self.post_message(self.Moved())

    def set_airy(self, airy: bool) -> None:
        """Say whether there is room for a blank line above each deck."""
        self._airy = airy
        self._lay_out()
        self.redraw()

    def move(self, rows: int) -> None:
        self.point(self.cursor + rows)

    def move_page(self, pages: int) -> None:
        self.move(pages * max(self._room - 2, 1))

    def point(self, row: int) -> None:
        """Put the cursor on a row, or as near to it as there are rows."""
        row = max(min(row, self._layout.rows - 1), 0)
        if row != self.cursor:
            self.cursor = row
            self.redraw()
            self.post_message(self.Moved())

    def mark(self) -> None:
        """Mark the cursor's card or take its mark away, and go on to the next."""
        self.marked ^= {self.card_id} - {""}
        self.redraw()
        self.move(1)

    def mark_all(self) -> None:
        """Mark all that were found; when all of them are marked, none of them."""
        found = {card.card_id for card in self._results.found.cards} if self._results else set()
        self.marked = self.marked - found if found <= self.marked else self.marked | found
        self.redraw()

    def _lay_out(self) -> None:
        if self._results is not None:
            starts = tuple(group.start for group in self._results.groups)
            self._layout = Grouped(len(self._results.found), starts, airy=self._airy)

    def draw(self, width: int, height: int) -> list[Content]:
        if self._results is None:
            return []
        if not self._results.found:
            return [BLANK, _gutter(Content.styled("No card was found.", "$soft"))]
        heading = [self._heading(width - GUTTER), *[BLANK] * (self._airy and not self._results.groups)]
        return heading + self._window(width, height - len(heading))

    def _window(self, width: int, height: int) -> list[Content]:
        """Return as many lines as fit, and below them how many rows there are beyond."""
        overflows = self._layout.lines > height
        self._room = max(height - overflows, 2)
        self._top = self._layout.top_for(self.cursor, self._top, self._room)
        shown = [self._layout.at(line) for line in range(self._top, min(self._top + self._room, self._layout.lines))]
        group = self._layout.group_of(self._top)
        if shown[0] is not None and group is not None:
            shown[0] = Heading(group)
        lines = [self._line(at, width) for at in shown]
        return [*lines, self._beyond([at.row for at in shown if isinstance(at, Row)])] if overflows else lines

    def _beyond(self, shown: list[int]) -> Content:
        beyond = ((shown[0], "↑"), (self._layout.rows - 1 - shown[-1], "↓"))
        more = "   ".join(f"{rows:,} more {arrow}" for rows, arrow in beyond if rows)
        return _gutter(Content.styled(more, "$muted"))

    def _heading(self, width: int) -> Content:
        sort, descending = self._order
        figure, due = _FIGURES.get(sort, "Recall"), "Due"
        arrow = " ↓" if descending else " ↑"
        if sort is Sort.DUE:
            due += arrow
        elif sort is not Sort.DECK:
            figure += arrow
        right = line("Phase".ljust(PHASE), figure.rjust(self._figure_cells), due.rjust(DUE))
        return _gutter(apart(Content.styled("Card", "$muted"), right.stylize("$muted"), width))

    def _line(self, at: Heading | Row | None, width: int) -> Content:
        match at:
            case Heading(group) if self._results:
                return _gutter(text(self._results.groups[group].title, "$muted", width - GUTTER))
            case Row(row) if self._results:
                return self._row(row, self._results.found[row], self._results.today, width - GUTTER)
            case _:
                return BLANK

    def _row(self, number: int, row: BrowseRow, today: int, width: int) -> Content:
        pointed, out = number == self.cursor, words.is_out(row)
        right = line(
            words.standing(row).ljust(PHASE),
            words.figure(row, self._order[0]).rjust(self._figure_cells),
            words.due(row, now=self._now(), today=today).rjust(DUE),
        ).stylize("$ink" if pointed else "$muted")
        mark = BLANK
        if self.chosen:
            mark = line(("■ ", "$accent") if row.card.card_id in self.marked else "  ")
        style = "b $ink" if pointed else "$muted" if out else "$soft"
        prompt = text(row.card.prompt or row.card.card_id, style, width - right.cell_length - GAP - mark.cell_length)
        return acting(_gutter(apart(mark + prompt, right, width), pointed), f"point({number})")

    @property
    def _order(self) -> tuple[Sort, bool]:
        return (self._results.wish.sort, self._results.wish.descending) if self._results else (Sort.DECK, False)

    @property
    def _figure_cells(self) -> int:
        """Return the width of the column of figures: its heading, an arrow, and a blank."""
        figure = _FIGURES.get(self._order[0])
        return cells_of(figure) + 3 if figure else _LEAST_FIGURE

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.move(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.move(-_WHEEL)


def _gutter(content: Content, pointed: bool = False) -> Content:
    return line(("▌ ", "$accent") if pointed else "  ", content)
