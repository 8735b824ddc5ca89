"""What every screen with a note's form does with it: its keys, its checks, and saying why a note cannot be saved."""

from __future__ import annotations

import asyncio

from quizapp.authoring.draft import Draft
from quizapp.deckfile.written import read_note
from quizapp.problem import Level, Problem
from quizapp.tui.checker import Checker, Found
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.note_field import NoteField
from quizapp.tui.widgets.note_form import NoteForm
from quizapp.tui.widgets.notice import Notice


class FormPage(Page):
    """A page that holds a form and a line for what is to be said; subclasses make both, and the checker."""

    form: NoteForm
    notice: Notice
    _checker: Checker
    _cut: tuple[str, ...] = ()

    def on_note_field_refused(self, event: NoteField.Refused) -> None:
        self._cut = (event.why,)  # said with the change that was left of it

    def say_what_was_cut(self) -> None:
        """Say, at a change, what a field did not take of it; nothing where it took all."""
        self.notice.say(wrong=self._cut)
        self._cut = ()

    def action_next(self) -> None:
        self.focus_next()

    def action_previous(self) -> None:
        self.focus_previous()

    async def action_kind(self) -> None:
        await self.form.kind()

    async def action_more(self) -> None:
        await self.form.more()

    async def action_mend(self) -> None:
        await self.form.mend()

    async def show_all_problems(self, draft: Draft) -> None:
        """Show what the checks say of a draft now, without waiting for the keys to rest."""
        found: Found = await asyncio.to_thread(self._checker.check, draft)
        self.form.show_problems(found.problems, found.passed)


async def refusal(draft: Draft) -> Problem | None:
    """Return the first error for which the reader would leave the note out."""
    _, problems = await asyncio.to_thread(read_note, draft.fields)
    return next((problem for problem in problems if problem.level is Level.ERROR), None)
