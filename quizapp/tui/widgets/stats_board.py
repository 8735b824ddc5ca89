"""The plots of the stats screen on pages, with a cursor in one of them; or that one as a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.tui.charts.chart import Chart, Place, Room
from quizapp.tui.charts.layout import Placed, Spaces, pages
from quizapp.tui.charts.table import Layout
from quizapp.tui.lines import BLANK, acting, flush, line, pad
from quizapp.tui.widgets.drawn import Drawn

GUTTER = 2
_FAR = 1_000_000
"""Rows: more than any table has."""
ROOMY, SHORT, NARROW = Spaces(3, 2, True), Spaces(2, 1, True), Spaces(1, 1, False)


class StatsBoard(Drawn):
    """Draws the page on which the plot with the cursor stands. Before there are figures it draws names alone."""

    DEFAULT_CSS = """
    StatsBoard { height: 1fr; }
    """

    class Moved(Message):
        """The cursor stands elsewhere."""

    def __init__(self, kinds: Sequence[type[Chart]]) -> None:
        super().__init__()
        self.focus_on = 0
        self.as_table = False
        self._kinds = tuple(kinds)
        self._charts: tuple[Chart, ...] = ()
        self._points: dict[type[Chart], int] = {}
        self._top = 0
        self._spaces = ROOMY
        self._plain = False
        self._laid: tuple[Chart, int, Layout] | None = None
        self._pages: list[list[Placed]] = []

    def show(self, charts: Sequence[Chart]) -> None:
        """Show plots, in the order of the kinds that were announced; the cursor stays as far as it can."""
        was = self._kinds[self.focus_on]
        self._charts, self._kinds = tuple(charts), tuple(map(type, charts))
        self.focus_on = self._kinds.index(was) if was in self._kinds else min(self.focus_on, len(charts) - 1)
        self._top = 0
        self.redraw()

    def fit(self, spaces: Spaces, *, plain: bool) -> None:
        """Lay plots out otherwise; `plain` is for a terminal without colours."""
        self._spaces, self._plain = spaces, plain
        self.redraw()

    @property
    def chart(self) -> Chart | None:
        """Return the plot with the cursor, None while there are no figures."""
        return self._charts[self.focus_on] if self._charts else None

    @property
    def at(self) -> int | None:
        """Return the point under the cursor, None where the plot has none."""
        chart = self.chart
        if chart is None or not chart.points:
            return None
        return min(self._points.get(type(chart), chart.first_point), chart.points - 1)

    def begin_at_first(self) -> None:
        """Have the cursor of every plot where it stands at first: their points mean something else now."""
        self._points.clear()

    def move(self, columns: int, rows: int) -> None:
        """Move the cursor, or a table."""
        if self.as_table:
            self._scroll(columns + rows)
            return
        chart, at = self.chart, self.at
        if chart is not None and at is not None:
            self._put(chart.moved(at, columns, rows))

    def move_to_end(self, last: bool) -> None:
        """Move the cursor to the first or the last point."""
        chart = self.chart
        if self.as_table:
            self._scroll(_FAR if last else -_FAR)
        elif chart is not None and chart.points:
            self._put(chart.points - 1 if last else 0)

    def turn(self, steps: int) -> None:
        """Move the cursor to the next plot."""
        self.focus_at((self.focus_on + steps) % len(self._kinds))

    def turn_page(self, steps: int) -> None:
        """Move the cursor to the first plot of the next page; a table by what is seen of it."""
        if self.as_table:
            self._scroll(steps * max(self.size.height - 6, 1))
        elif self._pages:
            page = min(max(self._page + steps, 0), len(self._pages) - 1)
            if page != self._page:
                self.focus_at(self._pages[page][0].number)

    def focus_at(self, number: int) -> None:
        self.focus_on, self._top = number, 0
        self._moved()

    def toggle_table(self) -> None:
        self.as_table, self._top = not self.as_table, 0
        self._moved()

    def draw(self, width: int, height: int) -> list[Content]:
        width -= GUTTER
        room = height - 1
        rooms = [_clipped(kind.ROOM, room - self._spaces.heading) for kind in self._kinds]
        self._pages = pages(rooms, width, room, self._spaces)
        if self.as_table and self.chart is not None:
            return self._table(self.chart, width, height)
        placed = self._pages[self._page]
        lines = self._shelves(placed, width)
        more = self._more()
        return [*lines[:room], *[BLANK] * (room - len(lines)), flush(more, width + GUTTER)]

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor where it was clicked; the point that has it already is opened."""
        if event.style.meta or self.as_table or not self._charts:
            await super().on_click(event)
            return
        x, y = event.x - GUTTER - self.gutter.left, event.y - self.gutter.top
        for block in self._pages[self._page]:
            top = block.y + self._spaces.heading
            if not (block.x <= x < block.x + block.width and block.y <= y < top + block.rows):
                continue
            event.stop()
            chart = self._charts[block.number]
            was = (self.focus_on, self.at)
            point = chart.hit(self._place(block, chart), x - block.x, y - top) if chart.points else None
            if point is not None:
                self._points[type(chart)] = point
            if was == (block.number, point):
                await self.screen.run_action("open")
            else:
                self.focus_at(block.number)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll_by(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll_by(-1)

    def _scroll_by(self, steps: int) -> None:
        if self.as_table:
            self._scroll(steps)
        else:
            self.turn_page(steps)

    @property
    def _page(self) -> int:
        return next((at for at, page in enumerate(self._pages) if any(b.number == self.focus_on for b in page)), 0)

    def _put(self, point: int) -> None:
        self._points[self._kinds[self.focus_on]] = point
        self._moved()

    def _moved(self) -> None:
        self.redraw()
        self.post_message(self.Moved())

    def _scroll(self, rows: int) -> None:
        self._top = max(self._top + rows, 0)
        self.redraw()

    def _shelves(self, placed: Sequence[Placed], width: int) -> list[Content]:
        lines: list[Content] = []
        for y, shelf in groupby(placed, key=lambda block: block.y):
            blocks = list(shelf)
            lines += [BLANK] * (y - len(lines))
            drawn = [self._block(block) for block in blocks]
            for row in range(max(map(len, drawn))):
                whole = BLANK
                for block, rows in zip(blocks, drawn, strict=True):
                    if row < len(rows) and rows[row].cell_length:
                        whole = pad(whole, block.x) + rows[row]
                lines.append(whole)
        return lines

    def _block(self, block: Placed) -> list[Content]:
        """Return the lines of one plot with its heading, each with the gutter at its left."""
        focused = block.number == self.focus_on and bool(self._charts)
        gutter = line(("▌ ", "$accent")) if focused else Content(" " * GUTTER)
        chart = self._charts[block.number] if self._charts else None
        blank = Content(" " * GUTTER)
        title = Content.styled(self._kinds[block.number].TITLE, "b $ink" if focused else "$muted")
        plot: list[Content] = []
        headline = BLANK
        if chart is not None:
            place = self._place(block, chart)
            if chart.points:
                told = place.at if focused and not chart.TELLS_BELOW else None
                headline = chart.headline(block.width) if told is None else chart.tell(told, block.width)
                plot = chart.draw(place)
            else:
                headline = Content.styled(chart.NOTHING, "$muted")
        if self._spaces.heading == 1:
            heading = [gutter + _cut(line(title, "   ", headline), block.width)]
        else:
            heading = [gutter + title, blank + _cut(headline, block.width), BLANK][: self._spaces.heading]
        return [*heading, *(blank + _cut(row, block.width) for row in plot[: block.rows])]

    def _place(self, block: Placed, chart: Chart) -> Place:
        at = self.at if block.number == self.focus_on else None
        if chart.TELLS_BELOW and at is None and chart.points:
            at = min(self._points.get(type(chart), chart.first_point), chart.points - 1)
        return Place(block.width, block.rows, at, self._plain)

    def _table(self, chart: Chart, width: int, height: int) -> list[Content]:
        blank = Content(" " * GUTTER)
        title = line(("▌ ", "$accent"), (chart.TITLE, "b $ink"))
        if not chart.points:
            return [title, blank + Content.styled(chart.NOTHING, "$muted")]
        laid = self._laid_out(chart, width)
        rows = max(height - 5, 1)
        self._top = min(self._top, max(laid.rows - rows, 0))
        arrows = " ".join("↑" * (self._top > 0) + "↓" * (self._top + rows < laid.rows))
        more = f"more {arrows}" if arrows else ""
        lines = [title, blank + _cut(chart.headline(width), width), BLANK, blank + laid.heading]
        lines += [blank + row for row in laid.lines(self._top, rows)]
        lines += [BLANK] * (height - 1 - len(lines))
        return [*lines, flush(Content.styled(more, "$muted"), width + GUTTER)]

    def _laid_out(self, chart: Chart, width: int) -> Layout:
        """Return the table of a plot; ten years of days are not laid out anew for every row one scrolls."""
        if self._laid is None or self._laid[:2] != (chart, width):
            self._laid = (chart, width, Layout(chart.table, width))
        return self._laid[2]

    def _more(self) -> Content:
        """Return which page this is, where there are others."""
        if len(self._pages) < 2:
            return BLANK
        back, on = self._page > 0, self._page < len(self._pages) - 1
        parts = [Content.styled(f"page {self._page + 1} of {len(self._pages)}", "$muted")]
        if back:
            parts.append(acting(line((self.key("page_up"), "b $soft"), (" ↑", "$muted")), "page_up"))
        if on:
            parts.append(acting(line((self.key("page_down"), "b $soft"), (" more ↓", "$muted")), "page_down"))
        return Content("   ").join(parts)


def _cut(content: Content, width: int) -> Content:
    return content.truncate(width, ellipsis=True) if content.cell_length > width else content


def _clipped(room: Room, most: int) -> Room:
    """Return a room that fits a page by itself."""
    rows = [min(rows, max(most, 1)) for rows in room[2:]]
    return Room(room.least_width, room.most_width, *rows)
