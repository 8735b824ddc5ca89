"""Plan: exams, and what has piled up. Each plan is shown while it is written, before it holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import NothingToUndo, QuizappError, UsageError
from quizapp.humanize import count
from quizapp.scheduling.exams import Exam, Target
from quizapp.study import spreading
from quizapp.study.days import EXAMPLES
from quizapp.tui import planning
from quizapp.tui.actions import PLAN, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.lines import line
from quizapp.tui.plan_words import took_back
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.choice_rows import ChoiceRows, Row
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.plan_view import PlanView

WRITE = "what it would mean shows below as you write; enter does it, esc leaves it"


class PlanScreen(Page):
    """Rows of decks and tags with their exams, and the backlog; Enter plans what the marked row is about."""

    PLACE = "Plan"
    ACTIONS = PLAN
    BINDINGS = bindings(PLAN)
    CSS_PATH = "plan.tcss"
    MANUAL = "planning"

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.notice = ChoiceRows(), Notice()
        self.entry = Entry("Plan", "plan", "")
        self.shown = PlanView()
        self._facts: planning.Facts | None = None
        self._acts = Acts()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.rows, self.entry, self.shown, self.notice, id="plans"),)

    def on_mount(self) -> None:
        self.header.show(Content.styled("Opening your decks…", "$muted"))
        self.run_worker(self._acts.serve(self.complain))
        self._acts.add(self._look)

    def can(self, action: str) -> bool:
        if self._facts is None:
            return action == "back"
        if self.is_writing:
            return action in ("back", "take")
        return action != "off" or self._exam is not None

    @property
    def is_writing(self) -> bool:
        return self.has_class("-writing")

    def complain(self, error: QuizappError) -> None:
        if self._facts is None:
            super().complain(error)
        elif self.is_writing and isinstance(error, UsageError):
            self.entry.complain(str(error))
        else:
            self.notice.say(wrong=(str(error),))

    def action_up(self) -> None:
        self.rows.move(-1)
        self._marked()

    def action_down(self) -> None:
        self.rows.move(1)
        self._marked()

    def action_page_up(self) -> None:
        self.rows.move_page(-1)
        self._marked()

    def action_page_down(self) -> None:
        self.rows.move_page(1)
        self._marked()

    def action_first(self) -> None:
        self.action_point(0)

    def action_last(self) -> None:
        self.action_point(len(self._facts.choices) if self._facts else 0)

    def action_point(self, row: int) -> None:
        self.rows.point(row)
        self._marked()

    def action_take(self) -> None:
        """Write the plan of the marked row, and when it is written have it hold."""
        if self.is_writing:
            self._acts.add(partial(self._settle, self.entry.value))
            return
        backlog = self._target is None
        self.entry.rename("Spread over" if backlog else "Exam on", spreading.EXAMPLES if backlog else EXAMPLES)
        self.entry.value = ""
        self.entry.tell(WRITE)
        self.notice.say()
        self.add_class("-writing")
        self.shown.add_class("-held")  # a plan comes and goes with the words, the rows are to stay
        self.shown.show_plan(None)
        self.entry.field.focus()
        self.show_keys()

    def action_off(self) -> None:
        if self._exam is not None:
            self._acts.add(partial(self._call_off, self._exam))

    def action_undo(self) -> None:
        self._acts.add(self._undo)

    def action_back(self) -> None:
        if self.is_writing:
            self._stop_writing()
        else:
            self.quizapp.go_home()

    def on_input_changed(self) -> None:
        if self.is_writing:
            self._preview(self.entry.value)

    def on_input_submitted(self) -> None:
        self.action_take()

    def on_descendant_focus(self) -> None:
        self.show_keys()

    @property
    def _choice(self) -> planning.Choice | None:
        return self._facts.choices[self.rows.marked] if self._facts else None

    @property
    def _target(self) -> Target | None:
        """Return what an exam would be on; None on the row of the backlog."""
        return self._choice.target if self._choice else None

    @property
    def _exam(self) -> Exam | None:
        return self._choice.exam if self._choice else None

    def _marked(self) -> None:
        self.show_keys()
        self._preview_standing()

    async def _look(self) -> None:
        """Read what can be planned, and show it; the mark stays with what it was on, wherever that stands now."""
        before = self._choice
        self._facts = facts = await self.quizapp.ask(planning.facts)
        choices, exams = facts.choices, facts.exams
        groups = ["", *(choice.group for choice in choices)]
        self.rows.show(
            [
                Row(choice.name, choice.fact, choice.group if choice.group != group else "")
                for choice, group in zip(choices, groups, strict=False)
            ]
        )
        if before is not None:
            self.rows.point(next((at for at, choice in enumerate(choices) if choice.target == before.target), 0))
        self.header.show(line((str(exams), "$soft"), (" exams ahead" if exams != 1 else " exam ahead", "$muted")))
        self._marked()

    @work(exclusive=True, group="preview")
    async def _preview_standing(self) -> None:
        exam = self._exam
        if exam is None:
            self.shown.show_plan(None)
            return
        plan = await self.told(self.quizapp.ask(partial(planning.standing_plan, exam)))
        if not self.is_writing:
            self.shown.show_plan(plan)

    @work(exclusive=True, group="preview")
    async def _preview(self, text: str) -> None:
        """Show what the written plan would mean, or what is wrong with it; the last one written wins."""
        if not text.strip():
            self.entry.tell(WRITE)
            self.shown.show_plan(None)
            return
        try:
            plan = await self.quizapp.ask(partial(planning.written_plan, self._target, text))
        except UsageError as error:
            self.entry.complain(str(error))
            self.shown.show_plan(None)
            return
        if self.is_writing and text == self.entry.value:
            self.entry.tell("enter does it, esc leaves it")
            self.shown.show_plan(plan)

    async def _settle(self, text: str) -> None:
        moved = await self.quizapp.ask(partial(planning.settle, self._target, text))
        self._stop_writing()
        self.notice.say(f"Done: {count(moved, 'card')} moved. {self.key('undo')} takes it back.")
        await self._look()

    async def _call_off(self, exam: Exam) -> None:
        await self.quizapp.ask(lambda collection: collection.plans.call_off(exam))
        self.notice.say(f"The exam is called off. {self.key('undo')} brings it back.")
        await self._look()

    async def _undo(self) -> None:
        try:
            taken = await self.quizapp.ask(lambda collection: collection.undo())
        except NothingToUndo as error:
            self.notice.say(str(error))
            return
        self.notice.say(took_back(taken.event, len(taken.states)))
        await self._look()

    def _stop_writing(self) -> None:
        self.remove_class("-writing")
        self.shown.remove_class("-held")
        self.set_focus(None)
        self._marked()
