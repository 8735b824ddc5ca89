"""The note form: the fields of one note, and below them what the checks say of it.

The page it stands on gives it room and keys: it has actions called `kind`, `more`, `mend` and `problem`, which call the
methods of these names here. The form says `Changed` for every change; who checks the draft hands back what was found
with `show_problems`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message

from quizapp.authoring.advice import advised, difference
from quizapp.authoring.blanks import KINDS, Blank
from quizapp.authoring.draft import Draft
from quizapp.problem import Level
from quizapp.tui.lines import acting, apart, line
from quizapp.tui.widgets.checks import Checks, Told
from quizapp.tui.widgets.drawn import Drawn
from quizapp.tui.widgets.field_box import FieldBox
from quizapp.tui.widgets.note_field import Marked, NoteField

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from quizapp.lint.draft import DraftProblem
    from quizapp.model import Kind
    from quizapp.tui.widgets.truth_field import TruthField

_ORDER: Final = (
    *("question", "cloze", "statement", "answer", "choices", "number", "unit", "within", "items", "ordered", "holds"),
    *("explain", "where", "hint", "accept", "last", "bidirectional", "tags"),
)
"""One order of all fields in which those of every kind stand in theirs."""

_HEAD_ROWS, _FIELD_ROWS = 2, 8
_SHORT, _LEAST_BESIDE = 26, 46
"""Rows below which labels stand beside their fields, and the columns that this takes."""


class NoteForm(Vertical):
    """Holds one `draft`. What is typed, pasted or done to it with a key is in the draft at once."""

    DEFAULT_CSS = """
    NoteForm { height: 1fr; }
    NoteForm > _Head { height: 2; }
    NoteForm > #fields { height: auto; scrollbar-size-vertical: 1; }
    NoteForm.-beside FieldBox { layout: horizontal; }
    NoteForm.-beside FieldBox > _Label { width: 14; }
    NoteForm > Checks { margin: 1 0 0 0; }
    """

    class Changed(Message):
        """The note says something else now."""

        def __init__(self, draft: Draft) -> None:
            super().__init__()
            self.draft = draft

    def __init__(self, title: Content, draft: Draft | None = None) -> None:
        super().__init__()
        self.draft = draft or Draft()
        self.head = _Head(title)
        self.fields = VerticalScroll(id="fields", can_focus=False)
        self.aside = _AsideLine()
        self.checks = Checks()
        self._all_shown = False
        self._boxes: dict[str, FieldBox] = {}
        self._problems: Sequence[DraftProblem] = ()
        self._at_problem = -1
        self._can_mend = False

    def compose(self) -> ComposeResult:
        yield self.head
        with self.fields:
            yield self.aside
        yield self.checks

    async def on_mount(self) -> None:
        await self._arrange()

    # What it holds

    async def show(self, draft: Draft, title: Content | None = None, *, focus: bool = True) -> None:
        """Show another note from its beginning; undo does not go behind it."""
        self.draft, self._all_shown = draft, False
        if title is not None:
            self.head.retitle(title)
        for box in self._boxes.values():
            box.field.fill(draft.text(box.blank_key))
        self.show_problems((), None)
        await self._arrange()
        if focus:
            self.focus_first()

    async def take(self, draft: Draft) -> None:
        """Show what a draft says in place of what stands there; undo in a field brings its old text back."""
        before, self.draft = self.draft, draft
        await self._arrange()
        if draft != before:
            focused = self.focused_field
            if focused is None or not self._boxes[focused.blank_key].display:
                changed = (blank.key for blank in draft.blanks if draft.text(blank.key) != before.text(blank.key))
                self.focus_field(next(changed, draft.blanks[0].key))
            self.post_message(self.Changed(draft))

    def focus_first(self) -> None:
        """Focus the first field that is still empty and needed, or else the first."""
        blanks = self.draft.missing or self.draft.blanks
        self._boxes[blanks[0].key].field.focus()

    def focus_field(self, key: str, offset: int | None = None) -> None:
        """Focus a field, and put the cursor at a character of it."""
        box = self._boxes.get(key)
        if box is None or not box.display:
            return
        box.field.focus()
        if offset is not None and isinstance(box.field, NoteField):
            box.field.go_to(offset)

    @property
    def focused_field(self) -> NoteField | TruthField | None:
        return next((box.field for box in self._boxes.values() if box.field.has_focus), None)

    # What keys do to it

    async def kind(self) -> None:
        """Make it a note of the next kind; what fits is kept."""
        place = KINDS.index(self.draft.kind)
        await self.become(KINDS[(place + 1) % len(KINDS)])

    async def become(self, kind: Kind) -> None:
        """Make it a note of another kind."""
        await self.take(self.draft.as_kind(kind))

    async def more(self) -> None:
        """Show the fields that are seldom filled in, and go to the first of them."""
        hidden = self._hidden()
        self._all_shown = True
        await self._arrange()
        if hidden:
            self.focus_field(hidden[0].key)

    async def mend(self) -> None:
        """Do what the first advice that can be done suggests."""
        found = (mended for problem in self._problems if (mended := advised(self.draft, problem)) is not None)
        mended = next(found, None)
        if mended is not None:
            await self.take(mended)

    def problem(self) -> None:
        """Go to the place of the next problem."""
        placed = [number for number, problem in enumerate(self._problems) if problem.key in self._boxes]
        if placed:
            self._at_problem = next((number for number in placed if number > self._at_problem), placed[0])
            problem = self._problems[self._at_problem]
            start, _ = self.draft.span(problem.key, problem.item, problem.start, problem.end)
            self.focus_field(problem.key, start)
            self.checks.begin_with(self._at_problem)

    @property
    def can_mend(self) -> bool:
        return self._can_mend

    @property
    def has_problems(self) -> bool:
        return any(problem.key in self._boxes for problem in self._problems)

    @property
    def can_show_more(self) -> bool:
        return bool(self._hidden())

    # What is found

    def show_problems(self, problems: Sequence[DraftProblem], passed: int | None) -> None:
        """Show what the checks found in the draft, and underline it.

        Where something is still to be written that is said, and no more of what the reader would say of a file.

        Args:
            passed: how many other checks found nothing, None while none has run.
        """
        missing = self.draft.missing
        shown = [problem for problem in problems if not (missing and problem.level is Level.ERROR)]
        self._problems, self._at_problem = sorted(shown, key=lambda p: -p.level.badness), -1
        still = ", ".join(blank.label.lower() for blank in missing)
        mended = [advised(self.draft, problem) for problem in self._problems]
        self._can_mend = any(mended)
        told = [
            Told(problem, difference(self.draft, draft) if draft else "")
            for problem, draft in zip(self._problems, mended, strict=True)
        ]
        self.checks.show(told, still=still, passed=passed)
        for key, box in self._boxes.items():
            if isinstance(box.field, NoteField):
                box.field.mark(self._marks(key))
        self._fit()

    def _marks(self, key: str) -> Iterable[Marked]:
        for problem in self._problems:
            if problem.key == key:
                yield Marked(*self.draft.span(key, problem.item, problem.start, problem.end))

    # How it is laid out

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if isinstance(event.text_area, NoteField):
            self._typed(event.text_area.blank_key, event.text_area.text)

    def on_truth_field_changed(self, event: TruthField.Changed) -> None:
        self._typed(event.field.blank_key, event.field.text)

    def _typed(self, key: str, text: str) -> None:
        if key in {blank.key for blank in self.draft.blanks}:
            before, self.draft = self.draft, self.draft.with_text(key, text)
            if self.draft is not before:
                self.post_message(self.Changed(self.draft))

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < _SHORT and event.size.width >= _LEAST_BESIDE, "-beside")
        self._fit()

    def _hidden(self) -> list[Blank]:
        return [blank for blank in self.draft.blanks if blank.aside and not self._is_shown(blank)]

    def _is_shown(self, blank: Blank) -> bool:
        return not blank.aside or self._all_shown or bool(self.draft.text(blank.key).strip())

    async def _arrange(self) -> None:
        """Have the fields of this kind stand there with their texts, and no others."""
        blanks = {blank.key: blank for blank in self.draft.blanks if self._is_shown(blank)}
        for key, blank in blanks.items():
            if key not in self._boxes:
                self._boxes[key] = box = FieldBox(blank)
                box.field.fill(self.draft.text(key))
                following = next((k for k in _ORDER[_ORDER.index(key) + 1 :] if k in self._boxes), None)
                await self.fields.mount(box, before=self._boxes[following] if following else self.aside)
        for key, box in self._boxes.items():
            box.display = key in blanks
            if key in blanks:
                box.rename(blanks[key])
                box.field.write(self.draft.text(key))
        self.head.show(self.draft.kind.value)
        self.aside.show([blank.label.lower() for blank in self._hidden()])
        self._fit()

    def _fit(self) -> None:
        """Give the checks the rows they need, up to a third of them, and the fields the rest."""
        width, height = self.size
        if not height:
            return
        wanted = self.checks.rows(width)
        rows = min(wanted, max(height // 3, 4))
        self.checks.styles.height = rows
        room = max(height - _HEAD_ROWS - rows - 1, 3)
        self.fields.styles.max_height = room
        for box in self._boxes.values():
            if isinstance(box.field, NoteField):  # a field taller than its place would hide its cursor
                box.field.styles.max_height = min(room, _FIELD_ROWS)


class _Head(Drawn):
    """What note it is, of which kind, and the key for another kind."""

    def __init__(self, title: Content) -> None:
        super().__init__()
        self._title, self._kind = title, ""

    def retitle(self, title: Content) -> None:
        self._title = title
        self.redraw()

    def show(self, kind: str) -> None:
        self._kind = kind
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        kind = line((self._kind, "$soft"), "   ", (self.key("kind"), "b $soft"), (" kind", "$muted"))
        return [apart(self._title, acting(kind, "kind"), width)]


class _AsideLine(Drawn):
    """The key that shows the fields which are seldom filled in, and their names."""

    DEFAULT_CSS = """
    _AsideLine { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()

    def show(self, names: Sequence[str]) -> None:
        self._names = names
        self.display = bool(names)
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        key = self.key("more")
        return [acting(line((key, "b $soft"), (f" {', '.join(self._names)}", "$muted")), "more")]
