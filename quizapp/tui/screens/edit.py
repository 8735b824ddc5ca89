"""Edit: a note as fields, its cards beside them as they will be studied, and what the checks say while one types.

Nothing that was typed is lost: what is not saved is kept as a draft, and is there again when the note is opened again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from quizapp.authoring.draft import Draft
from quizapp.authoring.sight import cards_in_sight
from quizapp.errors import DeckChanged, QuizappError
from quizapp.humanize import count
from quizapp.problem import Problem
from quizapp.store.drafts import DraftFolder
from quizapp.text import clean_line
from quizapp.tui.actions import EDIT, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.checker import Checker, Found
from quizapp.tui.edit_words import told_of_edit
from quizapp.tui.lines import line
from quizapp.tui.note_desk import NoteAtHand, NoteDesk
from quizapp.tui.screens.form_page import FormPage, refusal
from quizapp.tui.widgets.card_sight import CardSight
from quizapp.tui.widgets.note_form import NoteForm
from quizapp.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from quizapp.collection.editor import Edited

SIGHT_AFTER_S: Final = 0.05
KEEP_AFTER_S: Final = 0.5

Leave = Callable[["Edited | None", "QuizappError | None"], None]
"""Called when the screen is done: with what was saved, None where nothing was, and why the note could not be opened."""


class EditScreen(FormPage):
    """Edits one note, or adds one after another where the desk opens fresh ones."""

    PLACE = "Edit"
    ACTIONS = EDIT
    BINDINGS = bindings(EDIT)
    CSS_PATH = "edit.tcss"
    MANUAL = "authoring"

    def __init__(self, desk: NoteDesk, leave: Leave, drafts: DraftFolder, *, fresh: bool = False) -> None:
        self._fresh = fresh
        super().__init__()
        self.form = NoteForm(Content.styled("New note" if fresh else "Note", "b $ink"))
        self.sight, self.notice = CardSight(), Notice()
        self.note: NoteAtHand | None = None
        self.added = 0
        self._desk, self._leave, self._drafts = desk, leave, drafts
        self._acts = Acts()
        self._checker = Checker(desk.against, self._show_found)
        self._sight_timer: Timer | None = None
        self._keep_timer: Timer | None = None
        self._kept: Draft | None = None
        self._changed_underneath = False
        self._field: Widget | None = None

    @property
    def place(self) -> str:
        return "Add" if self._fresh else self.PLACE

    def body(self) -> Iterable[Widget]:
        return (Container(self.form, self.sight, id="desk"), self.notice)

    def on_mount(self) -> None:
        self.header.show(Content.styled("Opening…", "$muted"))
        self.run_worker(self._checker.serve())
        self.run_worker(self._acts.serve(self.complain))
        self._acts.add(self._open)

    def fitted(self) -> None:
        super().fitted()
        self._focus_again()

    def on_descendant_focus(self) -> None:
        self._field = self.form.focused_field
        self.show_keys()

    def _focus_again(self) -> None:
        """Give the field that had it the focus back, once the form is on the screen again."""
        if self._field is not None and self.focused is None and not self.tiny:
            self._field.focus()

    def can(self, action: str) -> bool:
        if self.note is None:
            return action == "back"
        needs = {
            "next": not self._hides_form,
            "previous": not self._hides_form,
            "kind": not self._hides_form,
            "more": self.form.can_show_more and not self._hides_form,
            "mend": self.form.can_mend and not self._hides_form,
            "turn": not self.has_class("-wide"),
            "problem": self.form.has_problems and not self._hides_form,
            "revert": bool(self.form.draft.changed) and not self._fresh,
            "reload": self._changed_underneath,
        }
        return needs.get(action, True)

    @property
    def _hides_form(self) -> bool:
        return self.has_class("-card") and not self.has_class("-wide")

    def complain(self, error: QuizappError) -> None:
        if self.note is None:
            self._leave(None, error)
        else:
            self.notice.say(wrong=(str(error),))

    # Opening

    async def _open(self) -> None:
        self.note = note = await self._desk.open()
        kept = await asyncio.to_thread(self._drafts.read, note.deck_id, note.note_id)
        draft = kept.rebased(note.fields) if kept else Draft.of(note.fields)
        if kept and not draft.changed:
            draft, kept = Draft.of(note.fields), None
        await self.form.show(draft, self._title(note))
        self._kept = draft if kept else None
        self.add_class("-open")
        self.form.focus_first()
        if kept is not None:
            self.notice.say(self._brought_back())
        self._show_facts()
        self._follow(draft)

    def _title(self, note: NoteAtHand) -> Content:
        note_id = note.fields.get("id")
        named = f"   {clean_line(note_id)}" if isinstance(note_id, str) and not self._fresh else ""
        return line(("New note" if self._fresh else "Note", "b $ink"), (named, "$muted"))

    def _brought_back(self) -> str:
        if self._fresh:
            return "What you had not saved is here again."
        return f"What you had not saved is here again; {self.key('revert')} shows the note as it is in its deck."

    # While one types

    def on_note_form_changed(self, event: NoteForm.Changed) -> None:
        self.say_what_was_cut()
        self._follow(event.draft)

    def _follow(self, draft: Draft) -> None:
        """Have cards, checks and the draft on disk follow what is typed, each when the keys rest a little."""
        self._checker.want(draft)
        for timer in (self._sight_timer, self._keep_timer):
            if timer is not None:
                timer.stop()
        self._sight_timer = self.set_timer(SIGHT_AFTER_S, self._show_cards)
        self._keep_timer = self.set_timer(KEEP_AFTER_S, partial(self._acts.add, self._keep))
        self.show_keys()

    def _show_cards(self) -> None:
        if self.note is not None:
            self.sight.follow(cards_in_sight(self.form.draft, self.note.deck_id))

    def _show_found(self, found: Found) -> None:
        if found.draft == self.form.draft and self.form.checks.is_attached:
            self.form.show_problems(found.problems, found.passed)
            self._show_facts()
            self.show_keys()

    def _show_facts(self) -> None:
        if self.note is None:
            return
        facts = [Content.styled(self.note.deck_title, "$muted")]
        if self.added:
            facts.insert(0, line((f"{self.added:,}", "$ink"), (" added", "$muted")))
        self.header.show(*facts)

    # What keys do

    def action_problem(self) -> None:
        self.form.problem()

    def action_turn(self) -> None:
        """Show the card in place of the form, or the form again."""
        self.toggle_class("-card")
        self.show_keys()
        self.call_after_refresh(self._focus_again)

    async def action_revert(self) -> None:
        if self.note is not None:
            await self.form.take(Draft.of(self.note.fields))
            self.notice.say("This is the note as it is in its deck; ctrl+z in a field brings your text back.")

    def action_save(self) -> None:
        self._acts.add(self._save)

    def action_reload(self) -> None:
        self._acts.add(self._reload)

    def action_back(self) -> None:
        if self.has_class("-card"):
            self.action_turn()
        else:
            self._acts.add(self._back)

    # Saving and leaving

    async def _save(self) -> None:
        draft = self.form.draft
        if self.note is None:
            return
        if draft.is_blank and self._fresh:
            self.notice.say("Nothing is written yet.")
            return
        if not self._fresh and not draft.changed:
            await self._forget()
            self._leave(None, None)
            return
        if draft.missing:
            self.form.focus_field(draft.missing[0].key)
            self.notice.say(wrong=(f"Not saved. Still to write: {', '.join(b.label.lower() for b in draft.missing)}.",))
            return
        refused = await refusal(draft)
        if refused is not None:
            await self._refuse(draft, refused)
            return
        try:
            saved = await self._desk.save(draft.fields)
        except QuizappError as error:
            self._changed_underneath = isinstance(error, DeckChanged)
            await self._keep()
            self.notice.say(wrong=(str(error),))
            self.show_keys()
            return
        await self._forget()
        if self._fresh:
            await self._next(draft, saved)
        else:
            self._leave(saved, None)

    async def _refuse(self, draft: Draft, problem: Problem) -> None:
        """Say in place why the note cannot be saved, and go there."""
        await self.show_all_problems(draft)
        self.form.problem()
        self.notice.say(wrong=(f"Not saved: {problem.message}",))

    async def _next(self, before: Draft, saved: Edited) -> None:
        """Offer a fresh note of the same kind."""
        self.added += 1
        self._checker.renew()
        self.note = await self._desk.open()
        await self.form.show(Draft.of(self.note.fields).as_kind(before.kind))
        self._follow(self.form.draft)
        self._show_facts()
        self.notice.say(*told_of_edit(saved), f"{count(self.added, 'note')} added; {self.key('back')} leaves.")

    async def _reload(self) -> None:
        """Take the note as the deck has it now, under what was typed."""
        self.note = await self._desk.open()
        self._changed_underneath = False
        self._checker.renew()
        await self.form.take(self.form.draft.rebased(self.note.fields))
        self.notice.say("The note was read anew; what you typed stands, save it when it is right.")
        self._follow(self.form.draft)

    async def _back(self) -> None:
        await self._keep()
        self._leave(None, None)

    async def _keep(self) -> None:
        """Keep what is not saved; a draft that says what the deck says is none."""
        draft, note = self.form.draft, self.note
        if note is None or draft == self._kept:
            return
        self._kept = draft
        worth = bool(draft.changed) and not (self._fresh and draft.is_blank)
        act = partial(self._drafts.keep, draft=draft) if worth else self._drafts.drop
        await asyncio.to_thread(act, note.deck_id, note.note_id)

    async def _forget(self) -> None:
        if self.note is not None:
            self._kept = self.form.draft
            await asyncio.to_thread(self._drafts.drop, self.note.deck_id, self.note.note_id)

    def on_unmount(self) -> None:
        """Keep the last words also where the app is left in the middle of them."""
        if self.note is not None and self.form.draft != self._kept and self.form.draft.changed:
            self._drafts.keep(self.note.deck_id, self.note.note_id, self.form.draft)
