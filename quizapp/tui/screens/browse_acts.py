"""What can be done to the cards of a browse screen: bury, suspend, reset, set due, study, and take it back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from quizapp.errors import UsageError
from quizapp.humanize import count
from quizapp.study.days import EXAMPLES, read_day
from quizapp.study.scope import Scope
from quizapp.tui import browse_words as words
from quizapp.tui.acts import Acts
from quizapp.tui.browser import Browser, Done
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.notice import Notice

MANY = 500
"""From how many cards on an act is announced before it is done."""

Chosen = tuple[str, ...]
"""Ids of the cards that an act is for."""


class BrowseActs(Page):
    """Acts are done one after another, each on the cards that were chosen as its key was pressed.

    A subclass says which cards these are, and shows anew what an act has changed.
    """

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.due = Entry("Due on", "due", EXAMPLES)
        self.notice = Notice()
        self._browser = browser
        self._acts = Acts()
        self._to_reset: Chosen = ()
        self._to_set_due: Chosen = ()

    def chosen(self) -> Chosen:
        """Return the cards to act on."""
        raise NotImplementedError

    def scope(self) -> Scope:
        """Return what to study."""
        raise NotImplementedError

    def changed(self) -> None:
        """Called when an act has changed cards."""
        raise NotImplementedError

    @property
    def asks(self) -> bool:
        """Tell whether a question has to be answered first."""
        return bool(self._to_reset or self._to_set_due)

    def can(self, action: str) -> bool:
        return action == "back" or (action == "confirm" and bool(self._to_reset))

    def action_bury(self) -> None:
        self._act(self._browser.bury, self.chosen())

    def action_suspend(self) -> None:
        self._act(self._browser.suspend, self.chosen())

    def action_reset(self) -> None:
        """Ask once: a reset forgets what was learned of a card, until it is undone."""
        self._to_reset = self.chosen()
        cards = count(len(self._to_reset), "card")
        undo, confirm, back = (self.key(call) for call in ("undo", "confirm", "back"))
        self.notice.say(f"Reset {cards}? {undo} would bring the schedule back. {confirm} resets, {back} leaves it.")
        self.show_keys()

    def action_confirm(self) -> None:
        chosen, self._to_reset = self._to_reset, ()
        self.show_keys()
        self._act(self._browser.reset, chosen)

    def action_due(self) -> None:
        self._acts.add(partial(self._ask_due, self.chosen()))

    def action_undo(self) -> None:
        self._acts.add(self._undo)

    def action_study(self) -> None:
        self._acts.add(partial(self._study, self.scope()))

    def action_cram(self) -> None:
        self.quizapp.go_study(replace(self.scope(), cram=True, new_limit=None))

    def leave_question(self) -> None:
        """Leave what is asked unanswered."""
        self._to_reset = self._to_set_due = ()
        self.notice.say()
        self.due.value = ""
        self.remove_class("-setting-due")
        self.set_focus(None)
        self.show_keys()

    def read_due(self) -> None:
        """Set the day that was written, or tell what is wrong with it."""
        try:
            day = read_day(self.due.value, self.quizapp.study_day())
        except UsageError as error:
            self.due.complain(str(error))
        else:
            self._acts.add(partial(self._set_due, self._to_set_due, day))

    def _act(self, act: Callable[[Chosen], Awaitable[Done]], chosen: Chosen) -> None:
        self._acts.add(partial(self._done, act, chosen))

    async def _done(self, act: Callable[[Chosen], Awaitable[Done]], chosen: Chosen) -> None:
        if len(chosen) >= MANY:
            self.notice.say(f"{count(len(chosen), 'card')}: this takes a moment…")
        self.notice.say(words.done(await act(chosen), self.key("undo")))
        self.changed()

    async def _undo(self) -> None:
        self.notice.say(words.took_back(await self._browser.undo()))
        self.changed()

    async def _study(self, scope: Scope) -> None:
        if await self._browser.can_study(scope):
            self.quizapp.go_study(scope)
        else:
            cram = f"{self.key('cram')} goes through them and leaves their schedule alone."
            self.notice.say(f"None of these cards is due today. {cram}")

    async def _ask_due(self, chosen: Chosen) -> None:
        cards = await self._browser.in_review(chosen)
        if not cards:
            self.notice.say(words.NO_DUE_DAY)
            return
        self._to_set_due = chosen
        self.notice.say()
        self.due.tell(f"when {count(cards, 'card')} should come back; {self.key('back')} leaves it")
        self.add_class("-setting-due")
        self.due.field.focus()
        self.show_keys()

    async def _set_due(self, chosen: Chosen, day: int) -> None:
        if chosen is not self._to_set_due:
            return
        try:
            done = await self._browser.set_due(chosen, day)
        except UsageError as error:
            self.due.complain(str(error))
            return
        self.leave_question()
        self.notice.say(words.done(done, self.key("undo")))
        self.changed()
