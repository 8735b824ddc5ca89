"""The panes of the studio: article or list on the left, the note on the right; below 100 columns one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.humanize import count
from quizapp.tui.cells import crop
from quizapp.tui.lines import acting, apart, line
from quizapp.tui.screens.form_page import FormPage
from quizapp.tui.widgets.article_view import ArticleView
from quizapp.tui.widgets.drawn import Drawn
from quizapp.tui.widgets.note_form import NoteForm
from quizapp.tui.widgets.note_list import NoteList
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.workbench import Workbench

_BETWEEN, _LEAST_TITLE = 5, 8
"""Cells between two facts of the header, and those that a title has to have to be worth showing."""


class Pane(Enum):
    """Where keys act."""

    ARTICLE = "article"
    NOTES = "notes"
    NOTE = "note"


class StudioPanes(FormPage):
    """Knows where keys act, and shows what lies on the bench."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs()
        self.article, self.list = ArticleView(), NoteList()
        self.form = NoteForm(Content.styled("New note", "b $ink"))
        self.beside = Vertical(self.article, self.list, id="left")
        self.notice = Notice()
        self.bench: Workbench | None = None
        self.title_of_deck = ""
        self.pane = Pane.ARTICLE
        self._left = Pane.ARTICLE
        self._field = ""

    def body(self) -> Iterable[Widget]:
        return (self.tabs, Container(self.beside, self.form, id="panes"), self.notice)

    @property
    def has_article(self) -> bool:
        return self.bench is not None and bool(self.bench.article.paragraphs)

    def go_to(self, pane: Pane) -> None:
        """Let keys act in a pane, and show it."""
        if pane is Pane.ARTICLE and not self.has_article:
            pane = Pane.NOTES
        self._enter(pane)
        if pane is Pane.NOTE:
            if self.form.focused_field is None:
                self.form.focus_first()
        else:
            self.set_focus(None)

    def fitted(self) -> None:
        """Show the panes that fit, and go on in the field that was typed in before the terminal was too small."""
        super().fitted()
        if self.is_attached:
            self.lay_out()
            self.show_bench()
            if self.pane is Pane.NOTE and not self.tiny and self.is_current and self.form.focused_field is None:
                self.form.focus_field(self._field)

    def _enter(self, pane: Pane) -> None:
        self.pane = pane
        if pane is not Pane.NOTE:
            self._left = pane
        self.lay_out()
        self.article.set_active(pane is Pane.ARTICLE)
        self.list.set_active(pane is Pane.NOTES)
        self.tabs.show(pane, with_article=self.has_article)
        self.show_keys()

    def lay_out(self) -> None:
        """Show the panes that fit. Not by style sheets: what is about to be focused has to be there at once."""
        wide = self.has_class("-wide")
        self.tabs.display = not wide
        self.form.display = self.bench is not None and (wide or self.pane is Pane.NOTE)
        self.beside.display = wide or self.pane is not Pane.NOTE
        self.article.display = self.left is Pane.ARTICLE
        self.list.display = not self.article.display

    @property
    def left(self) -> Pane:
        """Return the pane on the left, in which keys acted last or will act next."""
        return self._left if self.has_article else Pane.NOTES

    def on_descendant_focus(self) -> None:
        field = self.form.focused_field
        if self.bench is not None and field is not None:
            self._field = field.blank_key
            if self.pane is not Pane.NOTE:
                self._enter(Pane.NOTE)
            else:
                self.show_keys()

    def on_article_view_pressed(self) -> None:
        if self.pane is not Pane.ARTICLE:
            self.go_to(Pane.ARTICLE)

    def show_bench(self) -> None:
        """Show what lies on the bench now, but for the form, which has its own ways."""
        bench = self.bench
        if bench is None or not self.form.is_attached:
            return
        covered = bench.covered
        self.article.count(covered.counts)
        self.article.mark_answer(*bench.marks())
        self.list.show(bench.lines(), bench.problems)
        facts = []
        if self.has_article:
            of = f" of {count(covered.of, 'paragraph')} covered"
            facts.append(line((f"{covered.covered:,}", "$ink"), (of, "$muted")))
        if bench.unsaved:
            key = f"  {self.key('save_deck')}" if bench.session.dirty else ""
            facts.append(acting(line(("not saved", "$accent"), (key, "b $soft")), "save_deck"))
        facts.append(Content.styled(count(len(bench.session.notes), "note"), "$muted"))
        if bench.problem_count:
            facts.append(Content.styled(count(bench.problem_count, "problem"), "$muted"))
        self.header.rename(self._named_within(facts))
        self.header.show(*facts, done=covered.share)
        self.show_keys()

    def _named_within(self, facts: list[Content]) -> str:
        """Return the place with as much of the deck's title as there is room for beside the facts."""
        name = f"{self.PLACE}   "
        taken = len(f"quizapp   {name}") + sum(fact.cell_length for fact in facts) + _BETWEEN * len(facts)
        room = (self.header.size.width or 76) - taken
        return f"{name}{crop(self.title_of_deck, room)}" if room >= _LEAST_TITLE else self.PLACE

    def title_of_form(self) -> Content:
        """Return what stands above the form: a new note and where it is from, or which one of the list."""
        bench = self.bench
        if bench is None:
            return Content("")
        if bench.key >= 0:
            place = bench.session.place(bench.key) + 1
            return line((f"Note {place:,}", "b $ink"), (f" of {len(bench.session.notes):,}", "$muted"))
        named = bench.draft.text("where").rpartition("¶")[2].strip()
        return line(("New note", "b $ink"), (f" from ¶ {named}" if named else "", "$muted"))


class Tabs(Drawn):
    """The panes by name where only one of them fits; the one that is shown is bold."""

    DEFAULT_CSS = """
    Tabs { height: 1; padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._at = Pane.ARTICLE
        self._panes: tuple[Pane, ...] = tuple(Pane)

    def show(self, at: Pane, *, with_article: bool) -> None:
        self._at, self._panes = at, tuple(Pane) if with_article else (Pane.NOTES, Pane.NOTE)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        names = [
            acting(
                Content.styled(pane.value.capitalize(), "b $ink" if pane is self._at else "$muted"),
                f"tab('{pane.value}')",
            )
            for pane in self._panes
        ]
        keys = [
            acting(line((self.key(call), "b $soft"), (f" {word}", "$muted")), call)
            for call, word in (("other", "article/note"), ("list", "list"))[: len(self._panes) - 1]
        ]
        return [apart(Content("   ").join(names), Content("   ").join(keys), width)]
