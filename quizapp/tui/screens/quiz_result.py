"""The result of a quiz: the score, what was not right, and what can be done with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

from textual.containers import Vertical
from textual.widget import Widget

from quizapp import paths
from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.quiz.markdown import marks
from quizapp.quiz.score import Marked
from quizapp.tui import quiz_lines
from quizapp.tui.actions import QUIZ_RESULT, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.lines import acting, line
from quizapp.tui.quiz_file import write_markdown
from quizapp.tui.quizzing import HandedIn, Quizzing
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.choice_rows import ChoiceRows
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.today import Today


class QuizResultScreen(Page):
    """Shows a quiz that is over. It goes on record as it is left, or made something of; until then marks can change."""

    PLACE = "Quiz"
    ACTIONS = QUIZ_RESULT
    BINDINGS = bindings(QUIZ_RESULT)
    CSS_PATH = "quiz_result.tcss"
    MANUAL = "quiz"

    def __init__(self, quizzing: Quizzing, shown: HandedIn) -> None:
        super().__init__()
        self.score, self.rows, self.button, self.notice = Today(), ChoiceRows(), Button(), Notice()
        self._quizzing, self._shown = quizzing, shown
        self._acts = Acts()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.score, self.rows, self.button, self.notice, id="result"),)

    def on_mount(self) -> None:
        self.run_worker(self._acts.serve(self.complain))
        self._show(self._shown)
        result = self._shown.result
        if result.settings.limit_ms is not None and result.spent_ms >= result.settings.limit_ms:
            self.notice.say("The time was up. Every answer given before counts.")

    def can(self, action: str) -> bool:
        result = self._shown.result
        if action in ("overrule", "open"):
            return bool(result.questions) and (action == "open" or not self._shown.is_kept)
        if action == "count":
            return bool(result.answered) and not self._shown.is_counted
        if action == "undo":
            return self._shown.is_counted
        return action != "markdown" or bool(result.questions)

    def complain(self, error: QuizappError) -> None:
        self.notice.say(wrong=(str(error),))

    def action_up(self) -> None:
        self.rows.move(-1)

    def action_down(self) -> None:
        self.rows.move(1)

    def action_point(self, row: int) -> None:
        if row == self.rows.marked:
            self.action_open()
        self.rows.point(row)

    def action_open(self) -> None:
        self.quizapp.lay("Question", quiz_lines.sheet(self._marked))

    def action_overrule(self) -> None:
        self._acts.add(self._overrule)

    def action_count(self) -> None:
        self._acts.add(self._count)

    def action_undo(self) -> None:
        self._acts.add(self._uncount)

    def action_markdown(self) -> None:
        self._acts.add(self._write)

    def action_again(self) -> None:
        settings = self._shown.result.settings
        self._acts.add(partial(self._hand_in_and, lambda: self.quizapp.go_quiz(lambda collection: settings)))

    def action_take(self) -> None:
        self.action_home()

    def action_home(self) -> None:
        self._acts.add(partial(self._hand_in_and, lambda: self.quizapp.go_home()))

    @property
    def _marked(self) -> Marked:
        return quiz_lines.in_order(self._shown.result)[self.rows.marked]

    async def _overrule(self) -> None:
        """Give the marked answer the full mark, none, or the grader's again."""
        marked = self._marked
        if not marked.said:
            self.notice.say("You did not answer this one, so there is no mark to change.")
            return
        credit = None if marked.credit != marked.verdict.credit else 0.0 if marked.credit == 1 else 1.0
        shown = await self._quizzing.overrule(marked.number - 1, credit)
        if isinstance(shown, HandedIn):
            self._show(shown)
            place = [one.number for one in quiz_lines.in_order(shown.result)].index(marked.number)
            self.rows.point(place)
            self.notice.say("The grader’s mark again." if credit is None else f"Your mark: {credit:.0f} of 1.")

    async def _count(self) -> None:
        counted = await self._quizzing.count()
        await self._look_again()
        back = f"{self.key('undo')} takes {'it' if counted == 1 else 'them'} back."
        self.notice.say(f"{count(counted, 'answer')} counted toward the schedule. {back}")

    async def _uncount(self) -> None:
        if not self._shown.is_counted:
            return
        taken = await self._quizzing.uncount()
        await self._look_again()
        self.notice.say(f"Took back: {count(taken, 'answer')} counted.")

    async def _write(self) -> None:
        day = self.quizapp.study_day()
        path = await asyncio.to_thread(write_markdown, self._shown.result, self._shown.titles, day)
        self.notice.say(f"Written: {paths.tilde(path)}")

    async def _hand_in_and(self, go: Callable[[], None]) -> None:
        await self._quizzing.hand_in()
        go()

    async def _look_again(self) -> None:
        shown = await self._quizzing.look()
        if isinstance(shown, HandedIn):
            self._show(shown)

    def _show(self, shown: HandedIn) -> None:
        self._shown = shown
        result = shown.result
        if result.questions:
            self.score.show(*quiz_lines.headline(result), number=quiz_lines.share(result))
        else:
            self.score.show("Nothing was answered.", "So there is no score, and nothing is kept.")
        self.rows.show(quiz_lines.rows(result))
        beside = acting(line((self.key("again"), "b $soft"), (" same paper again", "$muted")), "again")
        self.button.show("Back to the decks", beside)
        decks = [
            f"{shown.titles.get(deck.deck_id, deck.deck_id)} {marks(deck.score)} of {deck.questions}"
            for deck in result.by_deck
        ]
        self.header.show(*(line((deck, "$muted")) for deck in decks[:3]), done=result.share or 0.0)
        self.show_keys()
