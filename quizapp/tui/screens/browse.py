"""Browse: every card in a table, what is looked for above it, and acts on one card or on many."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.search.expression import EVERY_CARD, Expression
from quizapp.search.parse import parse
from quizapp.search.problem import SearchProblem
from quizapp.study.scope import Scope
from quizapp.tui import browse_words as words
from quizapp.tui import card_lines
from quizapp.tui.actions import BROWSE, bindings
from quizapp.tui.browser import Browser, Results, Wish
from quizapp.tui.edit_words import told_of_edit
from quizapp.tui.finder import Finder
from quizapp.tui.lines import line
from quizapp.tui.screens.browse_acts import BrowseActs, Chosen
from quizapp.tui.widgets.browse_table import BrowseTable
from quizapp.tui.widgets.card_preview import CardPreview
from quizapp.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from quizapp.collection.editor import Edited

PREVIEW_AFTER_S, FIRST_FRAME_S = 0.08, 0.05
HINT = "words, deck:china, is:due, prop:recall<90%; f1 tells more, enter goes on"


class BrowseScreen(BrowseActs):
    """Keys act on the table, but in a line that is typed in they are letters.

    A search runs while one types on, and what the last good one found stays until there is another.
    """

    PLACE = "Browse"
    ACTIONS = BROWSE
    BINDINGS = bindings(BROWSE)
    CSS_PATH = "browse.tcss"
    MANUAL = "browse"

    def __init__(self, browser: Browser, query: str = "") -> None:
        super().__init__(browser)
        self.search = Entry("/", "search", "every card")
        self.table = BrowseTable(lambda: self.quizapp.clock.now().at_ms)
        self.preview = CardPreview()
        self._finder = Finder(lambda wish: self.told(browser.find(wish)), self._show)
        self._query = query
        self._expression: Expression = EVERY_CARD
        self._order = 0
        self._turned = False
        self._results: Results | None = None
        self._shown = asyncio.Event()
        self._preview_timer: Timer | None = None

    def body(self) -> Iterable[Widget]:
        return (self.search, Container(self.table, self.preview, id="cards"), self.due, self.notice)

    async def on_mount(self) -> None:
        """Look for cards, and hold the first frame up for a moment so that they are in it."""
        self.header.show(Content.styled("Opening your decks…", "$muted"))
        self.run_worker(self._acts.serve(self.complain))
        self.run_worker(self._finder.serve())
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
        if self.asks:
            return super().can(action)
        if self.search.field.has_focus:
            return action in ("back", "up", "down", "page_up", "page_down", "point")
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
            self.read_due()

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
            if self._finder.wish is None:
                self._want()
            return
        self.search.tell(HINT if self.search.field.has_focus else "")
        if expression != self._expression or self._finder.wish is None:
            self._expression = expression
            self._want()

    def _want(self, *, keeps_place: bool = False) -> None:
        """Have all that is wished for at this moment looked for."""
        sort, descending = words.SORTS[self._order]
        self._finder.want(
            Wish(
                self._expression,
                sort,
                descending ^ self._turned,
                frozenset(self.table.marked),
                self.table.card_id if keeps_place else None,
            )
        )

    def _show(self, results: Results) -> None:
        if not self._shown.is_set():
            self._shown.set()
            self.call_after_refresh(self._warm)
        self._results = results
        self.table.show(results)
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

    def action_edit(self) -> None:
        row = self.table.row
        if row is not None and row.orphan:
            self.notice.say("This is an orphan: no deck has its note any more, so there is nothing to edit.")
        elif row is not None:
            self.quizapp.edit_note(row.card.card_id, self._edited)

    def _edited(self, edited: Edited) -> None:
        self.notice.say(*told_of_edit(edited))
        self._browser.renew()
        self.changed()

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

    def action_back(self) -> None:
        """Go one step back: out of a question, out of the search line, home."""
        if self.asks:
            self.leave_question()
        elif self.search.field.has_focus:
            self.set_focus(None)
        else:
            self.quizapp.go_home()

    def chosen(self) -> Chosen:
        """Return the marked cards that are in the table, or the one under the cursor when none is."""
        return tuple(sorted(self.table.chosen)) or (self.table.card_id,)

    def scope(self) -> Scope:
        """Return what to study: the marked cards, also new ones beyond the day's limit, or all that were found."""
        if chosen := frozenset(self.table.chosen):
            return Scope(card_ids=chosen, new_limit=len(chosen))
        if self._results is None or self._results.wish.query == EVERY_CARD:
            return Scope()
        return Scope(card_ids=frozenset(card.card_id for card in self._results.found.cards))

    def changed(self) -> None:
        self._want(keeps_place=True)
