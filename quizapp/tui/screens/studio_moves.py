"""Moving through the studio's article and its list, and marking passages."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.authoring.caret import Caret
from quizapp.authoring.session import Session
from quizapp.tui.screens.studio_panes import Pane, StudioPanes


class StudioMoves(StudioPanes):
    """The keys that move the caret of the article and the cursor of the list."""

    def change_list(self, change: Callable[[Session], Session], said: str) -> None:
        """Change the list of notes, and say so."""
        raise NotImplementedError

    def _move(self, move: Callable[[Caret], Caret]) -> None:
        if self.article.caret is not None:
            self.article.go(move(self.article.caret))

    def action_left(self) -> None:
        self._move(lambda caret: caret.by_words(-1))

    def action_right(self) -> None:
        self._move(lambda caret: caret.by_words(1))

    def action_mark_left(self) -> None:
        self._move(lambda caret: caret.by_words(-1, marking=True))

    def action_mark_right(self) -> None:
        self._move(lambda caret: caret.by_words(1, marking=True))

    def action_sentence_left(self) -> None:
        self._move(lambda caret: caret.by_sentence(-1))

    def action_sentence_right(self) -> None:
        self._move(lambda caret: caret.by_sentence(1))

    def action_mark_sentence_left(self) -> None:
        self._move(lambda caret: caret.by_sentence(-1, marking=True))

    def action_mark_sentence_right(self) -> None:
        self._move(lambda caret: caret.by_sentence(1, marking=True))

    def action_paragraph_up(self) -> None:
        self._move(lambda caret: caret.by_paragraph(-1))

    def action_paragraph_down(self) -> None:
        self._move(lambda caret: caret.by_paragraph(1))

    def action_paragraph(self, place: int) -> None:
        """Go to a paragraph whose margin was clicked."""
        self.go_to(Pane.ARTICLE)
        self._move(lambda caret: caret.to(place))

    def action_up(self) -> None:
        self._by_rows(-1)

    def action_down(self) -> None:
        self._by_rows(1)

    def _by_rows(self, rows: int) -> None:
        if self.pane is Pane.NOTES:
            self.list.move(rows)
            self.show_keys()
        else:
            self.article.by_rows(rows)

    def action_mark_up(self) -> None:
        self._mark_rows(-1)

    def action_mark_down(self) -> None:
        self._mark_rows(1)

    def _mark_rows(self, rows: int) -> None:
        """Mark by lines; in the list, move the note."""
        if self.pane is Pane.ARTICLE:
            self.article.by_rows(rows, marking=True)
            return
        at = self.list.line
        if at is not None and at.place is not None:
            to, key = at.place + rows, at.key
            self.change_list(lambda session: session.move(key, to), "")

    def action_page_up(self) -> None:
        self._by_pages(-1)

    def action_page_down(self) -> None:
        self._by_pages(1)

    def _by_pages(self, pages: int) -> None:
        if self.pane is Pane.NOTES:
            self.list.move_page(pages)
        else:
            self.article.by_pages(pages)

    def action_first(self) -> None:
        if self.pane is Pane.NOTES:
            self.list.point(0)
        else:
            self._move(lambda caret: caret.to(0))

    def action_last(self) -> None:
        if self.pane is Pane.NOTES:
            self.list.move(1_000_000)
        else:
            self._move(lambda caret: caret.to(len(caret.article.paragraphs)))

    def action_grow(self) -> None:
        """Mark more; in the list, mark the note for a merge."""
        if self.pane is Pane.NOTES:
            self.list.mark()
            self.show_keys()
        else:
            self._move(lambda caret: caret.grown())

    def action_uncovered(self) -> None:
        """Go to the next paragraph without a note."""
        caret, bench = self.article.caret, self.bench
        if caret is None or bench is None:
            return
        place = bench.next_uncovered(caret.head.place)
        if place is None:
            self.notice.say("Every paragraph has a note.")
            return
        self.go_to(Pane.ARTICLE)
        self._move(lambda caret: caret.to(place))
