"""The card: question, fold, answer, and at its foot where it comes from and what is predicted of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content

from quizapp.model import Kind
from quizapp.text import clean, clean_line
from quizapp.tui import words
from quizapp.tui.cells import crop_before
from quizapp.tui.lines import BLANK, acting, apart, flush, line, paragraph, text
from quizapp.tui.sitting import Asked
from quizapp.tui.widgets.drawn import Drawn

_QUESTION_ROWS = 2
_ROOMY = 20
_TWO_FEET = 18


class CardView(Drawn):
    """Shows a card. Nothing above the answer moves on reveal; what is too long scrolls between head and foot."""

    DEFAULT_CSS = """
    CardView {
        height: 1fr;
        max-height: 22;
        max-width: 78;
        background: $card;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None
        self._quiet = ""
        self._problem = ""
        self.revealed = self.hinted = False
        self._seeks_answer = False
        self._top = self._page = self._beyond = 0

    def wait(self, sentence: str) -> None:
        """Show an empty card with a quiet sentence in it."""
        self._asked, self._quiet = None, sentence
        self.redraw()

    def show(self, asked: Asked) -> None:
        """Show a card from its top, without its answer."""
        self._asked, self._problem = asked, ""
        self.revealed = self.hinted = self._seeks_answer = False
        self._top = 0
        self.redraw()

    def reveal(self) -> None:
        """Show the answer; only where the question leaves no room for it does the card scroll to it."""
        self.revealed = self._seeks_answer = True
        self.redraw()

    def hint(self) -> None:
        self.hinted = True
        self.redraw()

    def complain(self, sentence: str) -> None:
        """Say in place what went wrong; the next card or an empty sentence takes it away."""
        self._problem = sentence
        self.redraw()

    def scroll_pages(self, pages: int) -> None:
        self._scroll(pages * max(self._page - 1, 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(-1)

    def _scroll(self, rows: int) -> None:
        self._top = min(max(self._top + rows, 0), self._top + self._beyond)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        edge, side = (2 if height >= _ROOMY else 1), (4 if width >= 78 else 3)
        cells = width - 2 * side
        head = [self._title(cells), *[BLANK] * edge]
        foot = self._foot(cells, 2 if height >= _TWO_FEET else 1)
        body = self._body(cells, height - 2 * edge - len(head) - len(foot) - 1)
        rows = [*head, *body, self._more(cells), *foot]
        return [*[BLANK] * edge, *(line(" " * side, row) for row in rows)]

    def _title(self, cells: int) -> Content:
        if self._asked is None:
            return Content.styled(self._quiet, "$muted")
        leech = "leech · " if self._asked.is_leech else ""
        phase = Content.styled(leech + self._asked.phase.label, "$muted")
        return apart(text(self._asked.deck.title, "$muted", cells), phase, cells)

    def _body(self, cells: int, rows: int) -> list[Content]:
        """Return exactly `rows` rows of question, fold and answer.

        The question stays while the answer scrolls, unless it takes more than half of the room.
        """
        question = self._question(cells)
        question += [BLANK] * (_QUESTION_ROWS - len(question))
        question += [BLANK, Content.styled("─" * cells, "$rule"), BLANK]
        answer = self._answer(cells)
        if len(question) <= max(rows // 2, _QUESTION_ROWS + 3):
            return question + self._window(answer, rows - len(question))
        if self._seeks_answer and len(question) >= self._top + rows:
            self._top = len(question) - 2
        self._seeks_answer = False
        return self._window(question + answer, rows)

    def _window(self, rows: list[Content], room: int) -> list[Content]:
        self._page = room
        self._top = min(self._top, max(len(rows) - room, 0))
        self._beyond = max(len(rows) - room - self._top, 0)
        shown = rows[self._top : self._top + room]
        return shown + [BLANK] * (room - len(shown))

    def _question(self, cells: int) -> list[Content]:
        if self._asked is None:
            return []
        card = self._asked.card
        prompt = Content(_with_whole_gaps(clean(card.prompt), card.gaps))
        for start, end in card.gaps:
            prompt = prompt.stylize("u $accent", start, end)
        return paragraph(prompt, "b $ink", cells)

    def _answer(self, cells: int) -> list[Content]:
        if self._asked is None:
            return []
        card = self._asked.card
        if self.revealed:
            answer = paragraph(card.answer, "b $accent" if card.kind is Kind.CLOZE else "b $ink", cells)
            explain = [BLANK, *paragraph(card.explain, "$soft", cells)] if card.explain else []
            return answer + explain
        if not card.hint:
            return []
        if self.hinted:
            return paragraph(card.hint, "$soft", cells)
        return [acting(line(("h", "b $soft"), ("  hint", "$muted")), "hint")]

    def _more(self, cells: int) -> Content:
        up, down = "↑" * (self._top > 0), "↓" * (self._beyond > 0)
        if not up + down:
            return BLANK
        more = acting(Content.styled(f"more {up}{down}", "$muted"), "page_down" if down else "page_up")
        return flush(more, cells)

    def _foot(self, cells: int, rows: int) -> list[Content]:
        if self._problem:
            return paragraph(f"✗ {clean_line(self._problem)}", "$alert", cells)
        if self._asked is None or not self.revealed:
            return [BLANK] * rows
        source, (recall, *rest) = words.source(self._asked), words.recall(self._asked)
        if rows == 1:
            right = acting(line(("i", "b $soft"), (f"  {recall}", "$soft")), "details")
            left = line(("s", "b $soft"), "  ", (_cropped(source, cells - right.cell_length - 7), "$soft"))
            return [apart(acting(left, "source") if source else BLANK, right, cells)]
        left = line(("s", "b $soft"), ("  source   ", "$muted"), (_cropped(source, cells - 12), "$soft"))
        right = line(
            ("i", "b $soft"), ("  recall   ", "$muted"), (recall, "$soft"), *((f" · {part}", "$muted") for part in rest)
        )
        return [acting(left, "source") if source else BLANK, acting(right, "details")]


def _cropped(source: str, cells: int) -> str:
    """Return a source in so many cells; a title yields before the paragraph that follows it."""
    return crop_before(source, "”, " if "”, " in source else ", ", cells)


def _with_whole_gaps(prompt: str, gaps: Iterable[tuple[int, int]]) -> str:
    """Return a prompt whose lines do not break between a gap's brackets and its hint."""
    for start, end in gaps:
        gap = prompt[start:end]
        if gap.startswith("[ ") and gap.endswith(" ]"):
            prompt = f"{prompt[:start]}[\u00a0{gap[2:-2]}\u00a0]{prompt[end:]}"
    return prompt
