"""The studio's deck file: its notes checked as they change, saved through the diff, and kept across a crash."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from textual import work

from quizapp.authoring.session import Session, counts
from quizapp.errors import DeckChanged, DeckExists, QuizappError
from quizapp.humanize import count
from quizapp.tui.acts import Acts
from quizapp.tui.checker import Against, Checker, Found
from quizapp.tui.screens.studio_acts import StudioActs
from quizapp.tui.studio_checks import StudioChecks
from quizapp.tui.studio_desk import Opened, StudioDesk

KEEP_AFTER_S: Final = 0.5
"""Seconds after a change until it is in the recovery file."""
CHECK_AFTER_S: Final = 0.2
"""Seconds after a change of the list until the whole deck is checked."""


class StudioSaving(StudioActs):
    """What hangs on the list of notes: the checks of the deck, the recovery file, and the deck file in the end."""

    def __init__(self, desk: StudioDesk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: Opened | None = None
        self._checks: StudioChecks | None = None
        self._checker = Checker(self._against, self._show_found)
        self._acts = Acts()
        self._keep_due = self._deck_checked = False
        self._kept = True

    def _show_found(self, found: Found) -> None:
        raise NotImplementedError

    def _against(self) -> Against:
        assert self._checks is not None
        assert self.bench is not None
        return self._checks.against(self.bench.session, self.bench.key)

    # The list of notes

    def change_list(self, change: Callable[[Session], Session], said: str) -> None:
        bench = self.bench
        if bench is None:
            return
        before, session = bench.session, change(bench.session)
        if session is before:
            return
        bench.take(session)
        if said:
            self.notice.say(said)
        at = session.steps[session.now].at
        self.list.show(bench.lines(), bench.problems)
        if at is not None:
            self.list.go_to(at)
        self._acts.add(partial(self.fill, pane=self.pane))
        self.after_change()

    def after_change(self) -> None:
        """Have what hangs on the list of notes follow it."""
        self.show_bench()
        self._checker.renew()
        self._deck_checked = False
        self._check_deck()
        self._keep_soon()

    @work(exclusive=True, group="deck")
    async def _check_deck(self) -> None:
        bench, checks = self.bench, self._checks
        if bench is None or checks is None:
            return
        await asyncio.sleep(CHECK_AFTER_S)
        session = bench.session
        try:
            problems = await asyncio.to_thread(checks.problems, session)
        except QuizappError as error:
            self.notice.say(wrong=(f"{error} {self.key('undo')} takes the last change back.",))
            self._deck_checked = True
            return
        if session is bench.session:
            bench.problems, self._deck_checked = problems, True
            self.show_bench()


    # Saving the deck

    def action_save_deck(self) -> None:
        self._acts.add(self._save_deck)

    async def _save_deck(self) -> None:
        bench, opened = self.bench, self._opened
        if bench is None or opened is None:
            return
        if not bench.session.dirty:
            half = f" {count(len(bench.drafts), 'note')} half written." if bench.drafts else ""
            self.notice.say(f"There is nothing to save: the file says all that is in the list.{half}")
            return
        from quizapp.tui.screens.studio_diff import StudioDiffScreen

        session = bench.session
        diff = await asyncio.to_thread(partial(session.diff, opened.file, is_new=opened.is_new))
        changed = counts(session.saved, session.notes)
        write = partial(self._acts.add, partial(self._write, session))
        self.app.push_screen(StudioDiffScreen(opened.file, diff, changed, write, is_new=opened.is_new))

    async def _write(self, session: Session) -> None:
        bench = self.bench
        assert bench is not None
        try:
            text = await asyncio.to_thread(session.written)
            copied_to = await asyncio.to_thread(self._desk.save, text)
        except (DeckChanged, DeckExists):
            await self._read_anew()
            return
        except QuizappError as error:
            self.complain(error)
            return
        self._opened = self._opened._replace(is_new=False) if self._opened else None
        bench.take(bench.session.now_saved(text))
        await self._keep()
        copied = f" The deck was copied to {copied_to} first." if copied_to else ""
        self.notice.say(f"Saved.{copied}")
        self.after_change()

    async def _read_anew(self) -> None:
        """Take over what somebody else wrote into the file; then it can be saved once more."""
        bench = self.bench
        assert bench is not None
        opened = await asyncio.to_thread(self._desk.open)
        session = await asyncio.to_thread(bench.session.now_on, opened.deck.source.text)
        self._opened = opened
        self._checks = StudioChecks(session, opened.deck, opened.configuration)
        bench.take(session)
        await self.fill(pane=self.pane)
        self.notice.say(
            wrong=("The file was changed by someone else meanwhile, so nothing was written over it.",),
        )
        self.after_change()

    # Across a crash

    def _keep_soon(self) -> None:
        """Keep what is not saved, at most half a second from now, however fast one types."""
        self._kept = False
        if not self._keep_due:
            self._keep_due = True
            self.set_timer(KEEP_AFTER_S, partial(self._acts.add, self._keep))

    async def _keep(self) -> None:
        self._keep_due, self._kept = False, True
        await asyncio.to_thread(self._keeping())

    def _keeping(self) -> Callable[[], None]:
        """Return what writes the recovery file, or removes it where all is saved."""
        bench, opened = self.bench, self._opened
        if bench is None or opened is None or not bench.unsaved:
            return self._desk.drop if bench is not None else lambda: None
        return partial(self._desk.keep, bench.to_keep(self.quizapp.clock.now().at_ms))

    def on_unmount(self) -> None:
        """Keep the last words also where the app is left in the middle of them."""
        if not self._kept:
            self._keeping()()
