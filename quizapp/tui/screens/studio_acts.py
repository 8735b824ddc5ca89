"""Notes made of passages, and what is done to the notes of the list."""

from __future__ import annotations

from quizapp.authoring.passage import Made, cloze_of, number_of, question_of
from quizapp.text import shorten
from quizapp.tui.screens.studio_moves import StudioMoves
from quizapp.tui.screens.studio_panes import Pane
from quizapp.tui.workbench import shown

_SHOWN = 50


class StudioActs(StudioMoves):
    """The acts of the two panes on the left; how notes are shown and kept comes from the subclass."""

    async def fill(self, *, pane: Pane) -> None:
        """Show the note at hand in the form, and go to a pane."""
        raise NotImplementedError

    # Notes from passages

    async def action_cloze(self) -> None:
        caret = self.article.caret
        if caret is None:
            return
        if caret.passage.first != caret.passage.last:
            self.notice.say("A cloze hides words of one paragraph. Mark fewer.")
            return
        await self._make(cloze_of(caret.passage), Pane.ARTICLE)
        saves, shows = self.key("save_note"), self.key("other")
        shown = "" if self.has_class("-wide") else f", {shows} shows it"
        self.notice.say(
            f"A cloze. Mark more of its sentence and press {self.key('cloze')} to hide that as well; "
            f"{saves} saves it{shown}."
        )

    async def action_question(self) -> None:
        if self.article.caret is not None:
            await self._make(question_of(self.article.caret.passage), Pane.NOTE)
            self.notice.say("Write the question that this answers.")

    async def action_number(self) -> None:
        if self.article.caret is None:
            return
        made = number_of(self.article.caret.passage)
        if made is None:
            what = shorten(self.article.caret.passage.text, _SHOWN)
            self.notice.say(f"“{what}” is no figure. Mark the figure alone, with its unit: $42 billion, 8.5 percent.")
            return
        await self._make(made, Pane.NOTE)
        self.notice.say("Write the question that this figure answers.")

    async def action_where(self) -> None:
        """Write where the passage stands into the note at hand."""
        caret, bench = self.article.caret, self.bench
        if caret is not None and bench is not None:
            where = caret.passage.where
            bench.hold(bench.draft.with_text("where", where))
            await self.fill(pane=Pane.ARTICLE)
            self.notice.say(f"The note says now: {where}")

    async def _make(self, made: Made, pane: Pane) -> None:
        if self.bench is not None and self.article.caret is not None:
            self.bench.make(made, self.article.caret.passage)
            await self.fill(pane=pane)

    # Notes of the list

    async def action_enter(self) -> None:
        """Open the note under the cursor; in the article, the notes of the paragraph one after another."""
        bench, caret = self.bench, self.article.caret
        if bench is None:
            return
        self.notice.say()
        if self.pane is Pane.NOTES:
            if self.list.line is not None:
                bench.open(self.list.line.key)
                await self.fill(pane=Pane.NOTE)
            return
        keys = bench.keys_at(caret.head.place) if caret else []
        if not keys:
            self.notice.say("This paragraph has no note yet. Mark words of it, then press c, q or n.")
            return
        at = keys.index(bench.key) + 1 if bench.key in keys else 0
        bench.open(keys[at % len(keys)])
        await self.fill(pane=Pane.ARTICLE)
        self.notice.say(f"Note {at % len(keys) + 1} of {len(keys)} on this paragraph; {self.key('other')} goes to it.")

    async def action_note(self, row: int) -> None:
        """Put the cursor on a note that was clicked; a click on the cursor's own opens it."""
        self.go_to(Pane.NOTES)
        if row == self.list.cursor:
            await self.action_enter()
        else:
            self.list.point(row)

    def action_merge(self) -> None:
        at, marked, bench = self.list.line, self.list.marked, self.bench
        if at is None or bench is None:
            return
        if marked is None or marked == at.key:
            self.notice.say("Mark one note with space, then press m on the one that it is to become part of.")
        elif at.place is None or marked < 0:
            self.notice.say("A note that is not in the list yet cannot be merged. Save it first.")
        elif at.key in bench.drafts or marked in bench.drafts:
            self.notice.say("One of them is half changed. Save it first, then merge.")
        else:
            from quizapp.authoring.merging import merge

            key = at.key
            left_out = merge(bench.session.fields(key), bench.session.fields(marked)).left_out
            lost = f" Left out: “{shorten('; '.join(left_out), 120)}”." if left_out else ""
            said = f"Merged; progress stays with the note at the cursor.{lost} {self.key('undo')} takes it back."
            self.list.marked = None
            self.change_list(lambda session: session.merge(key, marked), said)

    async def action_delete(self) -> None:
        at, bench = self.list.line, self.bench
        if at is None or bench is None:
            return
        what = shorten(shown(at.fields), _SHOWN)
        if at.place is None:
            bench.forget(at.key)
            bench.open_new()
            await self.fill(pane=Pane.NOTES)
            self.notice.say(f"The half-written note is gone: “{what}”.")
            return
        key = at.key
        said = (
            f"Deleted: “{what}”. Progress on it is kept, and counts again if the note comes back; "
            f"{self.key('undo')} takes this back."
        )
        bench.forget(key)
        self.change_list(lambda session: session.delete(key), said)

    def action_undo(self) -> None:
        bench = self.bench
        if bench is not None and bench.session.undoes:
            self.change_list(
                lambda session: session.undo(), f"Undone: {bench.session.undoes}. {self.key('redo')} does it again."
            )

    def action_redo(self) -> None:
        bench = self.bench
        if bench is not None and bench.session.redoes:
            self.change_list(lambda session: session.redo(), f"Done again: {bench.session.redoes}.")
