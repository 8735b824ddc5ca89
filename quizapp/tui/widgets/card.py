"""The card: question, fold, answer, and at its foot where it comes from and what is predicted of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region

from quizapp.model import Kind
from quizapp.text import clean, clean_line
from quizapp.tui.lines import BLANK, acting, apart, flush, line, paragraph, text
from quizapp.tui.sitting import Asked
from quizapp.tui.widgets.card_foot import foot
from quizapp.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from quizapp.answering.marking import Said
    from quizapp.tui.answering.answerable import Answerable
    from quizapp.tui.answering.place import Answered

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
        overflow: hidden;
    }
    CardView > * { position: absolute; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None
        self._quiet = ""
        self._problem = ""
        self.revealed = self.hinted = False
        self._seeks_answer = False
        self._top = self._page = self._beyond = 0
        self.place: Answerable | None = None
        self._place_at = Region()
        self._answered: Answered | None = None

    @property
    def said(self) -> Said:
        """Return what stands in the place where a card is answered; empty while nothing does."""
        return self.place.said if self.place else ()

    def wait(self, sentence: str) -> None:
        """Show an empty card with a quiet sentence in it."""
        self._asked, self._quiet = None, sentence
        self.redraw()

    def show(self, asked: Asked) -> None:
        """Show a card from its top, without its answer."""
        self._asked, self._problem = asked, ""
        self.revealed = self.hinted = self._seeks_answer = False
        self._top = 0
        self._answered = None
        self._take_place_away()
        if asked.question is not None:
            from quizapp.tui.answering.place import place_for  # late: the first frame has no place to answer in

            self.place = place_for(asked.question)
            self.place.display = False  # until it is known where it stands
            self.mount(self.place)
        self.redraw()

    def reveal(self, answered: Answered | None = None) -> None:
        """Show the answer, with what came of the learner's; a question that leaves no room for it scrolls away."""
        self.revealed = self._seeks_answer = True
        self._answered = answered
        self._take_place_away()
        self.redraw()

    def note(self, note: str) -> None:
        """Say something else beside the verdict."""
        if self._answered is not None:
            self._answered = self._answered._replace(note=note)
            self.redraw()

    def _take_place_away(self) -> None:
        if self.place is not None:
            self.place.remove()
            self.place, self._place_at = None, Region()

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
        room = height - 2 * edge - len(head) - len(foot) - 1
        if self.place is not None:
            room += 0 if self._problem else len(foot)  # nothing stands at the foot yet
            foot = foot if self._problem else []
            body = self._open_body(self.place, cells, room, Offset(side, edge + len(head)))
        else:
            body = self._body(cells, room)
        rows = [*head, *body, self._more(cells), *foot]
        return [*[BLANK] * edge, *(line(" " * side, row) for row in rows)]

    def _title(self, cells: int) -> Content:
        if self._asked is None:
            return Content.styled(self._quiet, "$muted")
        if self._asked.aside is not None:
            aside = text(self._asked.aside, "$muted", cells // 2)
            return apart(text(self._asked.deck.title, "$muted", cells), aside, cells)
        leech = "leech · " if self._asked.is_leech else ""
        phase = Content.styled(leech + self._asked.phase.label, "$muted")
        return apart(text(self._asked.deck.title, "$muted", cells), phase, cells)

    def _body(self, cells: int, rows: int) -> list[Content]:
        """Return exactly `rows` rows of question, fold and answer.

        The question stays while the answer scrolls, unless it takes more than half of the room.
        """
        question = self._question_and_fold(cells)
        answer = self._answer(cells)
        if len(question) <= max(rows // 2, _QUESTION_ROWS + 3):
            return question + self._window(answer, rows - len(question))
        if self._seeks_answer and len(question) >= self._top + rows:
            self._top = len(question) - 2
        self._seeks_answer = False
        return self._window(question + answer, rows)

    def _open_body(self, place: Answerable, cells: int, rows: int, origin: Offset) -> list[Content]:
        """Return exactly `rows` rows of question, fold and, below them, the place where the card is answered."""
        from quizapp.tui.answering.around import band, room_of, under

        question, hint = self._question_and_fold(cells), self._hint(self.key("hint", typing=True), cells)
        kept = len(hint) + 1 if hint else 0
        tall = min(place.rows(cells), max(rows - min(len(question), _QUESTION_ROWS + 3) - kept, 3))
        above = self._window(question, min(len(question), max(rows - tall - kept, 1)))
        edge = 1 if place.HAS_EDGES else 0
        at = Region(origin.x, origin.y + len(above) + edge, room_of(place, cells), tall - 2 * edge)
        if at != self._place_at:
            self._place_at = at
            self.call_next(self._lay_place)
        body = above + band(place, cells, tall) + under(place, hint, cells, rows - len(above) - tall)
        return (body + [BLANK] * (rows - len(body)))[:rows]

    def _lay_place(self) -> None:
        if self.place is not None:
            self.place.styles.offset = self._place_at.offset
            self.place.styles.width, self.place.styles.height = self._place_at.size
            self.place.display = True
            self.place.focus()

    def _question_and_fold(self, cells: int) -> list[Content]:
        question = self._question(cells)
        question += [BLANK] * (_QUESTION_ROWS - len(question))
        return [*question, BLANK, Content.styled("─" * cells, "$rule"), BLANK]

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
            explain = [BLANK, *paragraph(card.explain, "$soft", cells)] if card.explain else []
            if self._asked.question is not None and self._answered is not None:
                from quizapp.tui.answering.verdict_lines import verdict_lines

                return verdict_lines(self._asked.question, self._answered, cells) + explain
            answer = paragraph(card.answer, "b $accent" if card.kind is Kind.CLOZE else "b $ink", cells)
            return answer + explain
        return self._hint(self.key("hint"), cells)

    def _hint(self, key: str, cells: int) -> list[Content]:
        """Return the hint or, until it is asked for, the key that shows it; nothing where there is none."""
        if self._asked is None or not self._asked.card.hint:
            return []
        if self.hinted:
            return paragraph(self._asked.card.hint, "$soft", cells)
        return [acting(line((key, "b $soft"), ("  hint", "$muted")), "hint")]

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
        return foot(self._asked, cells, rows, self.key("source"), self.key("details"))


def _with_whole_gaps(prompt: str, gaps: Iterable[tuple[int, int]]) -> str:
    """Return a prompt whose lines do not break between a gap's brackets and its hint."""
    for start, end in gaps:
        gap = prompt[start:end]
        if gap.startswith("[ ") and gap.endswith(" ]"):
            prompt = f"{prompt[:start]}[\u00a0{gap[2:-2]}\u00a0]{prompt[end:]}"
    return prompt
