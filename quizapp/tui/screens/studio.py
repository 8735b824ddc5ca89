"""The authoring studio: an article and the notes made from it, side by side, until the deck is worth studying.

Nothing is written into the deck until its changes have been looked at; nothing that was typed is lost on the way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual.content import Content

from quizapp.authoring.session import Session
from quizapp.authoring.sight import cards_in_sight
from quizapp.errors import QuizappError
from quizapp.model import Deck
from quizapp.problem import Level
from quizapp.text import clean_line
from quizapp.tui.actions import STUDIO, bindings
from quizapp.tui.checker import Found
from quizapp.tui.screens.form_page import refusal
from quizapp.tui.screens.studio_panes import Pane
from quizapp.tui.screens.studio_saving import StudioSaving
from quizapp.tui.studio_checks import StudioChecks
from quizapp.tui.studio_desk import Opened, StudioDesk
from quizapp.tui.widgets.note_form import NoteForm
from quizapp.tui.workbench import Workbench

_ARTICLE = frozenset(
    (
        *("cloze", "question", "number", "where", "left", "right", "mark_left", "mark_right", "paragraph_up"),
        *("paragraph_down", "sentence_left", "sentence_right", "mark_sentence_left", "mark_sentence_right"),
    )
)
_LIST = frozenset({"merge", "delete"})
_LEFT = frozenset(
    ("enter", "up", "down", "mark_up", "mark_down", "page_up", "page_down", "first", "last", "grow", "undo", "redo")
)


class StudioScreen(StudioSaving):
    """Opens a deck and its article; the note in the form goes into the list when it is saved."""

    PLACE = "Author"
    ACTIONS = STUDIO
    BINDINGS = bindings(STUDIO)
    CSS_PATH = "studio.tcss"
    MANUAL = "studio"

    def __init__(self, desk: StudioDesk) -> None:
        super().__init__(desk)
        self._deck_id = ""
        self._came_from = Pane.ARTICLE

    # Opening

    def on_mount(self) -> None:
        self.header.show(Content.styled("Opening…", "$muted"))
        self.form.display = False
        self.run_worker(self._checker.serve())
        self.run_worker(self._acts.serve(self.complain))
        self._acts.add(self._open)

    async def _open(self) -> None:
        opened = await asyncio.to_thread(self._desk.open)
        session = Session.of(opened.deck)
        bench = Workbench(session, opened.article)
        if opened.recovery is not None:
            bench.restore(opened.deck.source.text, opened.recovery)
        head = opened.deck.parsed
        self.title_of_deck, self._deck_id = clean_line(head.title or head.deck_id), head.deck_id
        self._checks = StudioChecks(bench.session, opened.deck, opened.configuration)
        self._opened, self.bench = opened, bench
        self.article.show(bench.article)
        await self.fill(pane=Pane.ARTICLE)
        self._say_where_to_begin(opened)
        self.after_change()

    def _say_where_to_begin(self, opened: Opened) -> None:
        assert self.bench is not None
        if opened.recovery is not None:
            how = f"{self.key('undo')} takes it back to the file." if self.bench.session.undoes else ""
            self.notice.say(f"What you had not saved is here again. {how}".strip())
        elif self.has_article and not self.bench.session.notes:
            self.notice.say(
                "Mark words with ← → and shift, or the mouse; then c makes a cloze, q a question, n a figure to recall."
            )
        elif not self.has_article and not self.bench.session.notes:
            self.notice.say(f"Write the first note; {self.key('save_note')} puts it into the list.")

    def complain(self, error: QuizappError) -> None:
        if self.bench is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    # What can be done

    def can(self, action: str) -> bool:
        bench = self.bench
        if bench is None:
            return action == "back"
        if action in _ARTICLE or action in _LIST or action in _LEFT:
            return self._can_on_the_left(action, bench)
        needs = {
            "uncovered": self.has_article and bench.covered.share < 1,
            "problem": self.form.has_problems or any(bench.problems.get(e.key) for e in bench.session.notes),
            "try_it": not bench.draft.is_blank,
            "save_deck": bench.session.dirty,
            "list": self.has_article,
            "more": self.form.can_show_more,
            "mend": self.form.can_mend,
            "next": self.pane is Pane.NOTE,
            "previous": self.pane is Pane.NOTE,
        }
        return needs.get(action, True)

    def _can_on_the_left(self, action: str, bench: Workbench) -> bool:
        if action == "undo":
            return self.pane is not Pane.NOTE and bool(bench.session.undoes)
        if action == "redo":
            return self.pane is not Pane.NOTE and bool(bench.session.redoes)
        if self.pane is Pane.NOTES:
            return action not in _ARTICLE and self.list.line is not None
        return self.pane is Pane.ARTICLE and action not in _LIST

    # The note at hand

    async def fill(self, *, pane: Pane) -> None:
        if self.bench is None or not self.form.is_attached:  # the app may be on its way out
            return
        if self.pane is not Pane.NOTE:
            self._came_from = self.pane
        await self.form.show(self.bench.draft, self.title_of_form(), focus=False)
        self._checker.renew()
        self._checker.want(self.bench.draft)
        self.go_to(pane)
        self.show_bench()
        self._keep_soon()

    def on_note_form_changed(self, event: NoteForm.Changed) -> None:
        if self.bench is None or event.draft != self.form.draft:
            return
        self.say_what_was_cut()
        had = self.bench.key in self.bench.drafts
        self.bench.hold(event.draft)
        self._checker.want(event.draft)
        self.article.mark_answer(*self.bench.marks())
        if had != (self.bench.key in self.bench.drafts):
            self.show_bench()
        self._keep_soon()

    def _show_found(self, found: Found) -> None:
        if found.draft == self.form.draft and self.form.is_attached:
            self.form.show_problems(found.problems, found.passed)
            if self.bench is not None:
                waits = bool(found.draft.missing)  # what is still to be written is no problem yet
                found_here = sum(1 for problem in found.problems if problem.level is not Level.HINT)
                self.bench.problems_here = 0 if waits else found_here
            self.show_bench()

    def on_article_view_moved(self) -> None:
        self.notice.say()

    def action_save_note(self) -> None:
        self._acts.add(self._save_note)

    async def _save_note(self) -> None:
        """Put what the form says into the list; where it says nothing new, go on to saving the deck."""
        bench = self.bench
        if bench is None or self._checks is None:
            return
        draft = bench.draft
        if bench.key not in bench.drafts:
            await self._save_deck()
            return
        refused = await refusal(draft)
        if refused is not None:
            self.go_to(Pane.NOTE)
            await self.show_all_problems(draft)
            if draft.missing:
                self.form.focus_first()
                what = " and ".join(f"the {blank.label.lower()}" for blank in draft.missing)
                self.notice.say(wrong=(f"Not saved yet: {what} {_is(draft.missing)} still to be written.",))
            else:
                self.form.problem()
                self.notice.say(wrong=(f"Not saved yet: {refused.message} {refused.mend}",))
            return
        if bench.clashes():
            self.notice.say(wrong=("Not saved yet: another note of the deck asks exactly this. Ask something else.",))
            return
        session = bench.after_saving_note()
        saved = session.steps[session.now].at
        bench.forget(bench.key)
        bench.take(session)
        if saved is not None:
            self.list.show(bench.lines(), bench.problems)
            self.list.go_to(saved)
        bench.open_new()
        await self.fill(pane=self._came_from if self.pane is Pane.NOTE else self.pane)
        self.notice.say(
            f"The note is in the list. {self.key('save_deck')} shows what changes in the file, and saves it."
        )
        self.after_change()

    async def action_fresh(self) -> None:
        if self.bench is not None:
            self.bench.open_new()
            await self.fill(pane=Pane.NOTE)

    async def action_problem(self) -> None:
        """Go to the next place in the note that a check complains about, or to the next note that has one."""
        bench = self.bench
        if bench is None:
            return
        if self.form.has_problems:
            self.go_to(Pane.NOTE)
            self.form.problem()
            return
        keys = [entry.key for entry in bench.session.notes if bench.problems.get(entry.key)]
        if keys:
            at = keys.index(bench.key) + 1 if bench.key in keys else 0
            bench.open(keys[at % len(keys)])
            await self.fill(pane=Pane.NOTE)

    # Panes

    def action_other(self) -> None:
        self.notice.say()
        self.go_to(self.left if self.pane is Pane.NOTE else Pane.NOTE)

    def action_list(self) -> None:
        self.notice.say()
        self.go_to(Pane.ARTICLE if self.pane is Pane.NOTES else Pane.NOTES)

    def action_tab(self, pane: str) -> None:
        self.go_to(Pane(pane))

    async def action_more(self) -> None:
        await super().action_more()
        self.go_to(Pane.NOTE)

    def action_try_it(self) -> None:
        from quizapp.tui.screens.studio_try import StudioTryScreen

        if self.bench is None:
            return
        cards = cards_in_sight(self.bench.draft, self._deck_id)
        if cards:
            deck = Deck(self._deck_id, self.title_of_deck, "", tuple(cards), 1)
            self.app.push_screen(StudioTryScreen(cards, deck))

    def action_back(self) -> None:
        """Go one step back: from the note to the article, from the list to the article, then home."""
        if self.pane is Pane.NOTE:
            self.go_to(self.left)
        elif self.pane is Pane.NOTES and self.has_article:
            self.go_to(Pane.ARTICLE)
        else:
            self._acts.add(self._leave)

    async def _leave(self) -> None:
        bench = self.bench
        if bench is None:
            self.quizapp.go_home()
            return
        await self._keep()
        kept = "What is not saved is kept for the next time you author this deck." if bench.unsaved else ""
        self.quizapp.go_home(kept)



def _is(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"
