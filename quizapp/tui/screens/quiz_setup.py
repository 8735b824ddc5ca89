"""Setting a quiz up: what it is about, how long it is, how it is taken. Enter begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual import events, work
from textual.containers import Vertical
from textual.widget import Widget

from quizapp.answering.manner import Answering
from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.quiz.settings import Feedback, QuizSettings, fresh_seed
from quizapp.tui.actions import QUIZ_SETUP, bindings
from quizapp.tui.lines import acting, line
from quizapp.tui.quizzing import Setup, setup
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.choice_rows import ChoiceRows, Row
from quizapp.tui.widgets.notice import Notice

LENGTHS = (("questions", 10), ("questions", 20), ("questions", 50), ("minutes", 5), ("minutes", 10), ("minutes", 20))
SEED_DIGITS = 9


@dataclass
class Pick:
    """A row of the form: its name, its choices as (words, value), and which one is taken."""

    name: str
    choices: tuple[tuple[str, Any], ...]
    at: int = 0

    def move(self, steps: int) -> None:
        self.at = (self.at + steps) % len(self.choices)

    @property
    def value(self) -> Any:
        return self.choices[self.at][1]

    @property
    def words(self) -> str:
        return self.choices[self.at][0]


class QuizSetupScreen(Page):
    """←→ change the marked row; on the row of the paper, digits give its number."""

    PLACE = "Quiz"
    ACTIONS = QUIZ_SETUP
    BINDINGS = bindings(QUIZ_SETUP)
    CSS_PATH = "quiz_setup.tcss"
    MANUAL = "quiz"

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.button, self.notice = ChoiceRows(), Button(), Notice()
        self._setup: Setup | None = None
        self._seed = ""
        self._picks = [
            Pick("about", ((("all decks"), ((), ())),)),
            Pick("length", tuple((count(number, kind[:-1]), (kind, number)) for kind, number in LENGTHS), at=1),
            Pick(
                "what was right", (("shown at the end", Feedback.AT_END), ("shown after each answer", Feedback.AT_ONCE))
            ),
            Pick(
                "answers",
                (
                    ("short ones typed, sentences chosen", Answering.MIXED),
                    ("typed", Answering.TYPED),
                    ("chosen where there are enough", Answering.CHOSEN),
                ),
            ),
        ]

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.rows, self.button, id="column"), self.notice)

    def on_mount(self) -> None:
        self.button.show("Begin the quiz")
        self._write()
        self._find()

    def can(self, action: str) -> bool:
        found = self._setup
        if action == "go_on":
            return found is not None and found.under_way is not None
        if action == "history":
            return found is not None and found.past > 0
        return found is not None or action == "back"

    def complain(self, error: QuizappError) -> None:
        if self._setup is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    def action_up(self) -> None:
        self.rows.move(-1)

    def action_down(self) -> None:
        self.rows.move(1)

    def action_point(self, row: int) -> None:
        """Mark a row; a click on the marked row changes it."""
        if row == self.rows.marked:
            self.action_more()
        self.rows.point(row)

    def action_less(self) -> None:
        self._change(-1)

    def action_more(self) -> None:
        self._change(1)

    def action_take(self) -> None:
        (deck_ids, tags), (kind, number), feedback, answering = (pick.value for pick in self._picks)
        seed = int(self._seed) if self._seed else None

        settings = QuizSettings(
            questions=number if kind == "questions" else None,
            minutes=number if kind == "minutes" else None,
            deck_ids=deck_ids,
            tags=tags,
            seed=fresh_seed(self.quizapp.clock.now().at_ms) if seed is None else seed,
            feedback=feedback,
            answering=answering,
        )
        self.quizapp.go_quiz(lambda collection: settings)

    def action_go_on(self) -> None:
        self.quizapp.go_quiz(None)

    def action_history(self) -> None:
        self.quizapp.go_quiz_history()

    def action_back(self) -> None:
        self.quizapp.go_home()

    def on_key(self, event: events.Key) -> None:
        """Take digits on the row of the paper."""
        if self.rows.marked != len(self._picks):
            return
        if event.character and event.character in "0123456789" and len(self._seed) < SEED_DIGITS:
            self._seed += event.character
        elif event.key == "backspace":
            self._seed = self._seed[:-1]
        else:
            return
        event.stop()
        self._write()

    def _change(self, steps: int) -> None:
        if self.rows.marked < len(self._picks):
            self._picks[self.rows.marked].move(steps)
            self._write()

    @work
    async def _find(self) -> None:
        found = await self.told(self.quizapp.ask(setup))
        if found is None:
            return
        self._setup = found
        self.notice.say(*await self.news())
        decks = [(title, ((deck_id,), ())) for deck_id, title in found.decks]
        tags = [(f"tag {tag}", ((), (tag,))) for tag in found.tags]
        self._picks[0].choices = (("all decks", ((), ())), *decks, *tags)
        self._write()
        if found.under_way is not None:
            answered, questions = found.under_way
            words = f" go on with the last one, {answered} of {questions} answered"
            self.button.show("Begin the quiz", acting(line(("g", "b $soft"), (words, "$muted")), "go_on"))
        if found.past:
            self.header.show(
                line((str(found.past), "$soft"), (" past quizzes" if found.past > 1 else " past quiz", "$muted"))
            )
        self.show_keys()

    def _write(self) -> None:
        rows = [Row(pick.name, f"‹ {pick.words} ›" if len(pick.choices) > 1 else pick.words) for pick in self._picks]
        paper = f"number {self._seed}" if self._seed else "a new one; digits ask for the paper with that number"
        self.rows.show([*rows, Row("paper", paper)])
