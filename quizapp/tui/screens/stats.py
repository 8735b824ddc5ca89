"""Stats: what was done, what was retained, what is to come, as plots and as tables."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.text import clean_line
from quizapp.tui import day_lines
from quizapp.tui.actions import STATS, bindings
from quizapp.tui.backstage import Left
from quizapp.tui.cells import crop
from quizapp.tui.charts import gallery
from quizapp.tui.charts.activity import Activity
from quizapp.tui.screens.exporting import ExportingPage
from quizapp.tui.screens.pick import PickScreen
from quizapp.tui.stats_desk import Reading, StatsDesk, Wanted
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.stats_board import NARROW, ROOMY, SHORT, StatsBoard

FIRST_FRAME_S = 0.03
"""How long the first frame is held up, so that figures which are there at once are in it."""
TELL_EVERY_S = 0.1
_NAME_CELLS = 30


class StatsScreen(ExportingPage):
    """Paints its frame at once; the figures come from behind the stage, and no key waits for them.

    Of several ranges that are asked for one after another only the last is shown.
    """

    PLACE = "Stats"
    ACTIONS = STATS
    BINDINGS = bindings(STATS)
    CSS_PATH = "stats.tcss"
    MANUAL = "stats"

    def __init__(self, desk: StatsDesk, leave: Callable[[], None]) -> None:
        super().__init__(desk)
        self.board, self.notice = StatsBoard(gallery.KINDS), Notice()
        self._leave = leave
        self._wanted = Wanted()
        self._filled = asyncio.Event()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.board, self.notice, id="stats"),)

    async def on_mount(self) -> None:
        self._show_facts()
        self._clock = self.set_interval(TELL_EVERY_S, self._tell_reading)
        self.set_interval(TELL_EVERY_S, self.tell_writing)
        self._fill()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._filled.wait(), FIRST_FRAME_S)

    def on_unmount(self) -> None:
        self._desk.reading.left = True
        self.stop_writing()

    def fitted(self) -> None:
        wide, tall = self.has_class("-wide"), self.has_class("-tall")
        spaces = ROOMY._replace(beside=wide) if tall else SHORT if wide else NARROW
        self.board.fit(spaces, plain=self._plain)
        super().fitted()

    def can(self, action: str) -> bool:
        if action == "back":
            return True
        if action == "tag":
            return bool(self._shown and self._shown.tags)
        if action == "open":
            return self._opens
        if action == "export":
            return self.can_export
        return self._shown is not None or action in ("next", "previous", "page_down", "page_up")

    def complain(self, error: QuizappError) -> None:
        if self._shown is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    # The cursor

    def on_stats_board_moved(self) -> None:
        self.show_keys()

    def action_left(self) -> None:
        self.board.move(-1, 0)

    def action_right(self) -> None:
        self.board.move(1, 0)

    def action_up(self) -> None:
        self.board.move(0, -1)

    def action_down(self) -> None:
        self.board.move(0, 1)

    def action_first(self) -> None:
        self.board.move_to_end(last=False)

    def action_last(self) -> None:
        self.board.move_to_end(last=True)

    def action_next(self) -> None:
        self.board.turn(1)

    def action_previous(self) -> None:
        self.board.turn(-1)

    def action_page_down(self) -> None:
        self.board.turn_page(1)

    def action_page_up(self) -> None:
        self.board.turn_page(-1)

    def action_table(self) -> None:
        self.board.toggle_table()

    def action_back(self) -> None:
        """Go one step back: stop an export, then from a table to its plot, then where one came from."""
        if self.stop_writing():
            self.tell_writing()
        elif self.board.as_table:
            self.board.toggle_table()
        else:
            self._leave()

    # What the figures are of

    def action_deck(self) -> None:
        if self._shown is None:
            return
        ids = [None, *self._shown.decks]
        rows = [("all decks", ""), *((title, deck_id) for deck_id, title in self._shown.decks.items())]
        marked = ids.index(self._wanted.deck_id) if self._wanted.deck_id in ids else 0
        self.pick("Deck", rows, lambda row: self._want(self._wanted._replace(deck_id=ids[row])), marked)

    def action_tag(self) -> None:
        if self._shown is None:
            return
        tags = [None, *self._shown.tags]
        rows = [("all tags", ""), *((tag, "") for tag in self._shown.tags)]
        marked = tags.index(self._wanted.tag) if self._wanted.tag in tags else 0
        self.pick("Tag", rows, lambda row: self._want(self._wanted._replace(tag=tags[row])), marked)

    def action_span(self) -> None:
        if self._shown is not None:
            self._want(self._wanted._replace(span=(self._wanted.span + 1) % self._shown.spans))

    def action_span_back(self) -> None:
        if self._shown is not None:
            self._want(self._wanted._replace(span=(self._wanted.span - 1) % self._shown.spans))

    # What leads on from them

    @property
    def _opens(self) -> bool:
        chart, at = self.board.chart, self.board.at
        if chart is None or at is None or self.board.as_table:
            return False
        return isinstance(chart, Activity) or chart.card_id(at) is not None

    def action_open(self) -> None:
        """List the answers of the day under the cursor, or show the card."""
        chart, at = self.board.chart, self.board.at
        if not self._opens or chart is None or at is None:
            return
        if isinstance(chart, Activity):
            self._open_day(chart.first_day + at)
        elif card_id := chart.card_id(at):
            self._open_card(card_id)

    @work(exclusive=True, group="open")
    async def _open_day(self, study_day: int) -> None:
        if self._shown is None:
            return
        day = await self.told(self._desk.day(self._shown, study_day))
        if day is None or not self.is_current:
            return
        if not day.reviews:
            self.notice.say(f"No reviews on that day. {self.key('left')}{self.key('right')} go by weeks.")
            return
        self.notice.say()
        taken = partial(self._open_answer, [review.card_id for review in day.reviews])
        sheet = PickScreen(day_lines.title(day), len(day.reviews), day_lines.rows(day), taken, stays=True)
        sheet.header.show(day_lines.facts(day))
        self.app.push_screen(sheet)

    def _open_answer(self, card_ids: list[str], row: int) -> None:
        self._open_card(card_ids[row])

    @work(exclusive=True, group="open")
    async def _open_card(self, card_id: str) -> None:
        await self.told(self.quizapp.lay_card(card_id))

    # Figures as they come

    def _want(self, wanted: Wanted) -> None:
        if wanted[:2] != self._wanted[:2] or wanted.span != self._wanted.span:
            self._wanted = wanted
            self.notice.say()
            self._show_facts()
            self._fill()

    @work(exclusive=True, group="fill")
    async def _fill(self) -> None:
        wanted = self._wanted
        try:
            shown = await self.told(self._desk.figures(wanted))
        except Left:
            return
        if shown is None or wanted != self._wanted:
            return
        anew = self._shown is None or self._shown.span != shown.span
        self._shown = shown
        self._clock.pause()
        with self.app.batch_update():
            if anew:
                self.board.begin_at_first()
            self.board.show(gallery.charts(shown))
            self._show_facts()
            self.show_keys()
        self._filled.set()

    def _show_facts(self) -> None:
        """Show what the figures are of in the header, or how far the log has been read."""
        shown, reading = self._shown, self._desk.reading
        if shown is None:
            words = "Opening your decks…" if not reading.total else _read(reading)
            self.header.show(Content.styled(words, "$muted"), done=reading.done / max(reading.total, 1))
            return
        wanted = self._wanted
        deck = "all decks" if wanted.deck_id is None else clean_line(shown.decks.get(wanted.deck_id, wanted.deck_id))
        facts = [crop(deck, _NAME_CELLS)]
        if wanted.tag is not None:
            facts.append(crop(f"tag {clean_line(wanted.tag)}", _NAME_CELLS))
        facts.append(shown.span.name if wanted == shown.wanted else "…")
        self.header.show(*(Content.styled(fact, "$muted") for fact in facts))

    def _tell_reading(self) -> None:
        if self._shown is None and self._desk.reading.total:
            self._show_facts()

    @property
    def _plain(self) -> bool:
        """Tell whether shades cannot be told apart."""
        return self.app.no_color or self.app.console.color_system in ("standard", "windows")


def _read(reading: Reading) -> str:
    return f"reading {reading.done:,} of {reading.total:,} reviews"
