"""An article to write notes from: numbered paragraphs, how many notes each has, and a caret that marks a passage."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.authoring.article import EMPTY, Article
from quizapp.authoring.caret import Caret, Spot
from quizapp.tui.article_rows import GUTTER, ArticleRows, Row
from quizapp.tui.lines import BLANK, acting, line, pad, text
from quizapp.tui.widgets.drawn import Drawn

_WHEEL = 3

Mark = tuple[int, int, int]
"""Characters of a paragraph, by its place, that are the answer of the note at hand."""


class ArticleView(Drawn):
    """The section's title stands on top. `▌` is beside the paragraph of the caret, `●` beside those with notes."""

    DEFAULT_CSS = """
    ArticleView { height: 1fr; }
    """

    class Moved(Message):
        """The caret stands elsewhere, or marks something else."""

    class Pressed(Message):
        """The mouse was pressed in the article."""

    def __init__(self) -> None:
        super().__init__()
        self.caret: Caret | None = None
        self._rows = ArticleRows(EMPTY)
        self._counts: tuple[int, ...] = ()
        self._answer: tuple[Mark, ...] = ()
        self._active = True
        self._column: int | None = None
        self._following = self._dragging = False

    @property
    def article(self) -> Article:
        return self._rows.article

    def show(self, article: Article) -> None:
        """Show an article from its beginning."""
        self._rows = ArticleRows(article)
        self.caret = Caret.at(article, 0) if article.paragraphs else None
        self.redraw()

    def count(self, counts: tuple[int, ...]) -> None:
        """Show how many notes each paragraph has."""
        if counts != self._counts:
            self._counts = counts
            self.redraw()

    def mark_answer(self, *marks: Mark) -> None:
        """Show where the answer of the note at hand stands."""
        if marks != self._answer:
            self._answer = marks
            self.redraw()

    def set_active(self, active: bool) -> None:
        """Say whether keys act here: then the caret shows, and else the answer of the note at hand."""
        if active != self._active:
            self._active = active
            self.redraw()

    # Moving

    def go(self, caret: Caret) -> None:
        """Put the caret elsewhere, and scroll so that it is in sight."""
        self._column = None
        self._go(caret)

    def by_rows(self, rows: int, *, marking: bool = False) -> None:
        """Move the caret up or down by rows of the screen, in its column."""
        if self.caret is None:
            return
        head = self.caret.head
        if self._column is None:
            self._column = self._rows.column_of(head)
        for _ in range(abs(rows)):
            head = self._rows.beyond(head, 1 if rows > 0 else -1, self._column)
        self._go(self.caret.go(head, marking=marking))

    def by_pages(self, pages: int) -> None:
        self.by_rows(pages * max(self.size.height - 6, 1))

    def _go(self, caret: Caret) -> None:
        if caret != self.caret:
            self.caret, self._following = caret, True
            self.redraw()
            self.post_message(self.Moved())

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        spot = self._spot_at(event.x, event.y)
        if spot is not None and self.caret is not None:
            event.stop()
            self._dragging = True
            self.capture_mouse()
            self.post_message(self.Pressed())
            self.go(self.caret.go(spot, marking=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging and self.caret is not None:
            spot = self._spot_at(event.x, event.y)
            if spot is not None:
                self.go(self.caret.go(spot, marking=True))

    def on_mouse_up(self) -> None:
        self._dragging = False
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._rows.scroll(_WHEEL)
        self.redraw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._rows.scroll(-_WHEEL)
        self.redraw()

    def _spot_at(self, x: int, y: int) -> Spot | None:
        row = self._rows.row_at(y)
        if row is None or x < self._rows.margin:  # the margin is there to be clicked on
            return None
        return self._rows.word_in(row.place, row.start, row.end, x - self._rows.margin)

    # Drawing

    def on_resize(self) -> None:
        """Keep the caret in sight when lines break anew."""
        self._following = True

    def draw(self, width: int, height: int) -> list[Content]:
        if self.caret is None:
            return []
        self._rows.fit(width, height)
        if self._following:
            self._rows.follow(self.caret.head)
            self._following = False
        rows = self._rows.shown
        heading = self._title(rows[0], width) if rows else BLANK
        return [heading, BLANK, *(self._row(row, width) for row in rows)]

    def _title(self, row: Row, width: int) -> Content:
        section = self.article.paragraphs[row.place].section
        return _gutter(text(self.article.sections[section], "$muted", width - GUTTER))

    def _row(self, row: Row, width: int) -> Content:
        if row.kind == "title":
            return self._title(row, width)
        if row.kind == "blank":
            return BLANK
        paragraph = self.article.paragraphs[row.place]
        here = self.caret is not None and self.caret.head.place == row.place
        margin = self._margin(row, here) if row.first else Content(" " * (self._rows.margin - GUTTER))
        style = "$muted" if not paragraph.number else "$ink" if here else "$soft"
        words = Content.styled(paragraph.text[row.start : row.end], style)
        return _gutter(line(margin, self._marked(words, row)), here)

    def _margin(self, row: Row, here: bool) -> Content:
        """Return a paragraph's number, and `● 2` or `○` for its notes; nothing for what stands beside the text."""
        number, cells = self.article.paragraphs[row.place].number, self._rows.margin - GUTTER
        if not number:
            return Content(" " * cells)
        count = self._counts[row.place] if row.place < len(self._counts) else 0
        shown = Content.styled(str(number).rjust(self._rows.digits), "b $ink" if here else "$muted")
        how_many = (f" {count}" if count < 100 else " +", "$muted")
        mark = line(("●", "$accent"), how_many) if count else line(("○", "$muted"))
        return acting(pad(line(shown, "  ", mark), cells), f"paragraph({row.place})")

    def _marked(self, words: Content, row: Row) -> Content:
        if self._active and self.caret is not None:
            passage = self.caret.passage
            if passage.first <= row.place <= passage.last:
                start = passage.start if row.place == passage.first else 0
                end = passage.end if row.place == passage.last else row.end
                return _styled(words, row, start, end, "b $ground on $accent")
        for place, start, end in () if self._active else self._answer:
            if place == row.place:
                words = _styled(words, row, start, end, "b u $accent")
        return words


def _styled(words: Content, row: Row, start: int, end: int, style: str) -> Content:
    first, last = max(start, row.start), min(end, row.end)
    return words.stylize(style, first - row.start, last - row.start) if first < last else words


def _gutter(content: Content, pointed: bool = False) -> Content:
    return line(("▌ ", "$accent") if pointed else "  ", content)
