"""Plan: exams, and what has piled up. Each plan is shown while it is written, before it holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import NothingToUndo, QuizappError, UsageError
from quizapp.humanize import count, short_date
from quizapp.scheduling.exams import Exam, Target
from quizapp.study import spreading
from quizapp.study.days import EXAMPLES, read_day
from quizapp.tui.actions import PLAN, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.lines import line, paragraph
from quizapp.tui.plan_words import (
    Bar,
    backlog_bars,
    backlog_sentences,
    exam_bars,
    exam_sentences,
    took_back,
)
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.choice_rows import ChoiceRows, Row
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.lines_view import Lines
from quizapp.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from quizapp.collection import Collection

MOST_DAYS_SHOWN = 12
WRITE = "what it would mean shows below as you write; enter does it, esc leaves it"


class Facts(NamedTuple):
    """What can be planned: the targets of exams with their names, the exams ahead, the cards that are due."""

    today: int
    targets: tuple[tuple[Target, str], ...]
    exams: tuple[Exam, ...]
    due: int


class Plan(NamedTuple):
    """A plan as it is shown."""

    sentences: list[str]
    bars: list[Bar]


class PlanScreen(Page):
    """Rows of decks with their exams, and the backlog; Enter plans what the marked row is about."""

    PLACE = "Plan"
    ACTIONS = PLAN
    BINDINGS = bindings(PLAN)
    CSS_PATH = "plan.tcss"
    MANUAL = "planning"

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.notice = ChoiceRows(), Notice()
        self.entry = Entry("Plan", "plan", "")
        self.shown = Lines(partial(_written, None))
        self._facts: Facts | None = None
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
        self.shown.show(partial(_written, None))
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
    def _target(self) -> Target | None:
        """Return what an exam would be on; None on the row of the backlog."""
        targets = self._facts.targets if self._facts else ()
        return targets[self.rows.marked][0] if self.rows.marked < len(targets) else None

    @property
    def _exam(self) -> Exam | None:
        target = self._target
        exams = self._facts.exams if self._facts else ()
        return next((exam for exam in exams if exam.target == target), None)

    def _marked(self) -> None:
        self.show_keys()
        self._preview_standing()

    async def _look(self) -> None:
        """Read what can be planned, and show it."""
        self._facts = facts = await self.quizapp.ask(_facts)
        by_target = {exam.target: exam for exam in facts.exams}
        rows = [
            Row(name, _standing(by_target.get(target), facts.today), "Exams" if number == 0 else "")
            for number, (target, name) in enumerate(facts.targets)
        ]
        due = f"{count(facts.due, 'card')} due by today" if facts.due else "nothing has piled up"
        rows.append(Row("Spread over some days", due, "Backlog, or a holiday to come"))
        self.rows.show(rows)
        self.header.show(
            line(
                (str(len(facts.exams)), "$soft"), (" exams ahead" if len(facts.exams) != 1 else " exam ahead", "$muted")
            )
        )
        self._marked()

    @work(exclusive=True, group="preview")
    async def _preview_standing(self) -> None:
        exam = self._exam
        if exam is None:
            self.shown.show(partial(_written, None))
            return
        last = exam.last_pass
        plan = await self.told(self.quizapp.ask(partial(_exam_plan, exam.target, last.exam_on, last.per_day)))
        if plan is not None and not self.is_writing:
            held = plan._replace(sentences=plan.sentences[:-1])  # the last one tells what would move
            self.shown.show(partial(_written, held))

    @work(exclusive=True, group="preview")
    async def _preview(self, text: str) -> None:
        """Show what the written plan would mean, or what is wrong with it; the last one written wins."""
        if not text.strip():
            self.entry.tell(WRITE)
            self.shown.show(partial(_written, None))
            return
        try:
            plan = await self.quizapp.ask(partial(_plan, self._target, text))
        except UsageError as error:
            self.entry.complain(str(error))
            self.shown.show(partial(_written, None))
            return
        if self.is_writing and text == self.entry.value:
            self.entry.tell("enter does it, esc leaves it")
            self.shown.show(partial(_written, plan))

    async def _settle(self, text: str) -> None:
        moved = await self.quizapp.ask(partial(_settle, self._target, text))
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
        self.set_focus(None)
        self._marked()


def _facts(collection: Collection) -> Facts:
    exams = collection.plans.exams()
    tags = [(exam.target, f"tag {exam.tag}") for exam in exams if not exam.deck_id]
    decks = [(Target(deck.deck_id), deck.title) for deck in collection.decks]
    return Facts(collection.today(), (*decks, *tags), exams, len(collection.plans.backlog()))


def _standing(exam: Exam | None, today: int) -> str:
    if exam is None:
        return "no exam"
    last = exam.last_pass
    return f"{short_date(last.exam_on, today)}, last pass from {short_date(last.first_on, today)}"


def _exam_plan(target: Target, exam_on: int, per_day: int | None, collection: Collection) -> Plan:
    plan, today = collection.plans.exam_preview(target, exam_on, per_day), collection.today()
    return Plan(exam_sentences(plan, today), exam_bars(plan, today, MOST_DAYS_SHOWN))


def _plan(target: Target | None, text: str, collection: Collection) -> Plan:
    today = collection.today()
    if target is not None:
        return _exam_plan(target, read_day(text, today), None, collection)
    plan = collection.plans.spread_preview(**spreading.read_spread(text, today)._asdict())
    if not plan.due_on:
        return Plan(["Nothing has piled up: no card is due by then."], [])
    return Plan(backlog_sentences(plan, today), backlog_bars(plan, today, MOST_DAYS_SHOWN))


def _settle(target: Target | None, text: str, collection: Collection) -> int:
    """Have a written plan hold, and return how many cards it moved."""
    today = collection.today()
    if target is not None:
        return len(collection.plans.set_exam(target, read_day(text, today)).due_on)
    return collection.plans.spread(collection.plans.spread_preview(**spreading.read_spread(text, today)._asdict()))


def _written(plan: Plan | None, width: int) -> list[Content]:
    if plan is None:
        return []
    found = [row for sentence in plan.sentences for row in paragraph(sentence, "$soft", min(width, 74))]
    widest = max((len(bar.days) for bar in plan.bars), default=0)
    most = max((len(f"{bar.cards:,}") for bar in plan.bars), default=0)
    found += [Content("")] * bool(plan.bars)
    for bar in plan.bars:
        found.append(
            line(
                (f"{bar.days:<{widest}}  ", "$muted"),
                (f"{bar.cards:>{most},}", "$ink"),
                (f"  {'━' * bar.length}", "$heat3"),
                (f"  {bar.note}" if bar.note else "", "$muted"),
            )
        )
    return found
