"""Browse: every card in a table, what is looked for above it, and acts on one card or on many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from quizapp.errors import QuizappError, UsageError
from quizapp.humanize import count
from quizapp.search.expression import EVERY_CARD, Expression
from quizapp.search.parse import parse
from quizapp.search.problem import SearchProblem
from quizapp.study.days import EXAMPLES, read_day
from quizapp.study.scope import Scope
from quizapp.tui import browse_words as words
from quizapp.tui import card_lines
from quizapp.tui.actions import BROWSE, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.browser import Browser, Done, Results, Wish
from quizapp.tui.lines import line
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.browse_table import BrowseTable
from quizapp.tui.widgets.card_preview import CardPreview
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.notice import Notice

PREVIEW_AFTER_S, FIRST_FRAME_S = 0.08, 0.05
MANY = 500
"""From how many cards on an act is announced before it is done."""

HINT = "words, deck:china, is:due, prop:recall<90%; f1 tells more, enter goes on"

Chosen = tuple[str, ...]
"""Ids of the cards that an act is for."""


class BrowseScreen(Page):
    """Keys act on the table, but in a line that is typed in they are letters.

    A search runs while one types on; of several the last one wins, and what the last good one found stays. Acts are
    done one after another, each on the cards that were marked, or under the cursor, as its key was pressed.
    """

    PLACE = "Browse"
    ACTIONS = BROWSE
    BINDINGS = bindings(BROWSE)
    CSS_PATH = "browse.tcss"
    MANUAL = "browse"

    def __init__(self, browser: Browser, query: str = "") -> None:
        super().__init__()
        self.search = Entry("/", "search", "every card")
        self.table = BrowseTable(lambda: self.quizapp.clock.now().at_ms)
        self.preview = CardPreview()
        self.due = Entry("Due on", "due", EXAMPLES)
        self.notice = Notice()
        self._browser = browser
        self._query = query
        self._acts = Acts()
        self._expression: Expression = EVERY_CARD
        self._order = 0
        self._turned = False
        self._results: Results | None = None
        self._wanted: tuple[Wish, bool] | None = None
        self._wished = self._searching = False
        self._shown = asyncio.Event()
        self._preview_timer: Timer | None = None
        self._to_reset: Chosen = ()
        self._to_set_due: Chosen = ()

    def body(self) -> Iterable[Widget]:
        return (self.search, Container(self.table, self.preview, id="cards"), self.due, self.notice)

    async def on_mount(self) -> None:
        """Look for cards, and hold the first frame up for a moment so that they are in it."""
        self.header.show(Content.styled("Opening your decks…", "$muted"))
        self.run_worker(self._acts.serve(self.complain))
        if self._query:
            self.search.value = self._query
        else:
            self.search.field.focus()
        self._look()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._shown.wait(), FIRST_FRAME_S)

    def fitted(self) -> None:
        self.table.set_airy(self.has_class("-roomy"))
        super().fitted()
        self._preview_soon()

    def can(self, action: str) -> bool:
        if self._to_reset or self._to_set_due:
            return action == "back" or (action == "confirm" and bool(self._to_reset))
        if self.search.field.has_focus:
            return action in ("back", "up", "down", "page_up", "page_down")
        if action in ("search", "back", "undo", "sort", "turn"):
            return True
        return action != "confirm" and self.table.row is not None

    def complain(self, error: QuizappError) -> None:
        if self._results is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    # Looking for cards

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input is self.search.field:
            self._look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input is self.search.field:
            self.set_focus(None)
        else:
            self._read_due()

    def on_descendant_focus(self) -> None:
        self._look()
        self.show_keys()

    def on_descendant_blur(self) -> None:
        self._look()
        self.show_keys()

    def _look(self) -> None:
        """Look for what is written, or tell what is wrong with it."""
        try:
            expression = parse(self.search.value)
        except SearchProblem as problem:
            self.search.complain(f"{problem.message} {problem.mend}", problem.start, problem.end)
            if not self._wished:
                self._want()
            return
        self.search.tell(HINT if self.search.field.has_focus else "")
        if expression != self._expression or not self._wished:
            self._expression = expression
            self._want()

    def _want(self, *, keeps_place: bool = False) -> None:
        """Have the wish of this moment fulfilled, after the one that may be under way."""
        sort, descending = words.SORTS[self._order]
        wish = Wish(
            self._expression,
            sort,
            descending ^ self._turned,
            self.table.card_id if keeps_place else "",
            frozenset(self.table.marked),
        )
        self._wanted, self._wished = (wish, keeps_place), True
        if not self._searching:
            self._searching = True
            self._fulfil()

    @work
    async def _fulfil(self) -> None:
        while self._wanted is not None:
            (wish, keeps_place), self._wanted = self._wanted, None
            results = await self.told(self._browser.find(wish))
            if results is not None and self._wanted is None:
                self._show(results, keeps_place)
        self._searching = False

    def _show(self, results: Results, keeps_place: bool) -> None:
        if not self._shown.is_set():
            self._shown.set()
            self.call_after_refresh(self._warm)
        self._results = results
        self.table.show(results, keeps_place=keeps_place)
        self._show_facts()
        self.show_keys()

    @work
    async def _warm(self) -> None:
        await self._browser.warm()

    def _show_facts(self) -> None:
        if self._results is None:
            return
        found = line((f"{len(self._results.found):,}", "$ink"), (f" of {count(self._results.cards, 'card')}", "$muted"))
        chosen, marked = len(self.table.chosen), len(self.table.marked)
        of = f" of {marked:,} marked" if chosen < marked else " marked"
        order = Content.styled(words.order(self._results.wish.sort, self._results.wish.descending), "$muted")
        self.header.show(found, *([line((f"{chosen:,}", "$ink"), (of, "$muted"))] if marked else []), order)

    # The table and the card beside it

    def on_browse_table_moved(self) -> None:
        self._preview_soon()

    def _preview_soon(self) -> None:
        """Show the cursor's card when the cursor rests."""
        if self._preview_timer is not None:
            self._preview_timer.stop()
        if self.has_class("-wide"):
            self._preview_timer = self.set_timer(PREVIEW_AFTER_S, self._show_preview)

    @work(exclusive=True, group="preview")
    async def _show_preview(self) -> None:
        row = self.table.row
        if row is None:
            self.preview.clear()
            return
        facts = await self.told(self._browser.facts(row.card, full=False))
        if facts is not None and row.card.card_id == self.table.card_id:
            self.preview.show(row, facts)

    def action_search(self) -> None:
        self.search.field.focus()

    def action_up(self) -> None:
        if not self.search.field.has_focus:
            self.table.move(-1)

    def action_down(self) -> None:
        """Move down; from the search line, into the table."""
        if self.search.field.has_focus:
            self.set_focus(None)
        else:
            self.table.move(1)

    def action_page_up(self) -> None:
        self.table.move_page(-1)

    def action_page_down(self) -> None:
        self.table.move_page(1)

    def action_first(self) -> None:
        self.table.point(0)

    def action_last(self) -> None:
        self.table.point(len(self._results.found) if self._results else 0)

    def action_point(self, row: int) -> None:
        """Put the cursor on a row; a click on the cursor's own row opens its card."""
        self.set_focus(None)
        if row == self.table.cursor:
            self.action_open()
        else:
            self.table.point(row)

    @work(exclusive=True, group="open")
    async def action_open(self) -> None:
        row = self.table.row
        if row is None:
            return
        facts = await self.told(self._browser.facts(row.card, full=True))
        if facts is not None and self.is_current:
            self.quizapp.lay("Card", card_lines.sheet(row, facts))

    def action_sort(self) -> None:
        """Order rows by something else, in the direction that is asked for most."""
        self._order = (self._order + 1) % len(words.SORTS)
        self._turned = False
        self._want()

    def action_turn(self) -> None:
        self._turned = not self._turned
        self._want()

    def action_mark(self) -> None:
        self.table.mark()
        self._show_facts()

    def action_mark_all(self) -> None:
        self.table.mark_all()
        self._show_facts()

    # Acts

    def action_bury(self) -> None:
        self._do(partial(self._browser.bury, self._chosen()))

    def action_suspend(self) -> None:
        self._do(partial(self._browser.suspend, self._chosen()))

    def action_reset(self) -> None:
        """Ask once: a reset forgets what was learned of a card, until it is undone."""
        self._to_reset = self._chosen()
        cards = count(len(self._to_reset), "card")
        self.notice.say(f"Reset {cards}? u would bring the schedule back. y resets, esc leaves it.")
        self.show_keys()

    def action_confirm(self) -> None:
        chosen, self._to_reset = self._to_reset, ()
        self.show_keys()
        self._do(partial(self._browser.reset, chosen))

    def action_due(self) -> None:
        self._acts.add(partial(self._ask_due, self._chosen()))

    def action_undo(self) -> None:
        self._acts.add(self._undo)

    def action_study(self) -> None:
        self._acts.add(partial(self._study, self._scope()))

    def action_cram(self) -> None:
        self.quizapp.go_study(replace(self._scope(), cram=True, new_limit=None))

    def action_back(self) -> None:
        """Go one step back: out of what is asked, out of the search line, home."""
        if self._to_reset:
            self._to_reset = ()
            self.notice.say()
            self.show_keys()
        elif self._to_set_due:
            self._close_due()
        elif self.search.field.has_focus:
            self.set_focus(None)
        else:
            self.quizapp.go_home()

    def _chosen(self) -> Chosen:
        """Return the marked cards, or the one under the cursor when none is."""
        return tuple(sorted(self.table.chosen)) or (self.table.card_id,)

    def _scope(self) -> Scope:
        """Return what to study: the marked cards, also new ones beyond the day's limit, or all that were found."""
        if chosen := frozenset(self.table.chosen):
            return Scope(card_ids=chosen, new_limit=len(chosen))
        if self._results is None or self._results.wish.query == EVERY_CARD:
            return Scope()
        return Scope(card_ids=frozenset(card.card_id for card in self._results.found.cards))

    def _do(self, act: Callable[[], Awaitable[Done]]) -> None:
        self._acts.add(partial(self._done, act, len(self.table.chosen)))

    async def _done(self, act: Callable[[], Awaitable[Done]], cards: int) -> None:
        if cards >= MANY:
            self.notice.say(f"{count(cards, 'card')}: this takes a moment…")
        self.notice.say(words.done(await act()))
        self._want(keeps_place=True)

    async def _undo(self) -> None:
        self.notice.say(words.took_back(await self._browser.undo()))
        self._want(keeps_place=True)

    async def _study(self, scope: Scope) -> None:
        if await self._browser.can_study(scope):
            self.quizapp.go_study(scope)
        else:
            self.notice.say("None of these cards is due today. c goes through them and leaves their schedule alone.")

    async def _ask_due(self, chosen: Chosen) -> None:
        cards = await self._browser.in_review(chosen)
        if not cards:
            self.notice.say(words.NO_DUE_DAY)
            return
        self._to_set_due = chosen
        self.notice.say()
        self.due.tell(f"when {count(cards, 'card')} should come back; esc leaves it")
        self.add_class("-setting-due")
        self.due.field.focus()
        self.show_keys()

    def _read_due(self) -> None:
        try:
            day = read_day(self.due.value, self.quizapp.study_day())
        except UsageError as error:
            self.due.complain(str(error))
        else:
            self._acts.add(partial(self._set_due, self._to_set_due, day))

    async def _set_due(self, chosen: Chosen, day: int) -> None:
        try:
            done = await self._browser.set_due(chosen, day)
        except UsageError as error:
            self.due.complain(str(error))
            return
        self._close_due()
        self.notice.say(words.done(done))
        self._want(keeps_place=True)

    def _close_due(self) -> None:
        self._to_set_due = ()
        self.due.value = ""
        self.remove_class("-setting-due")
        self.set_focus(None)
        self.show_keys()
