"""Quiz: one question after another, with what is left of the time, and back and forth among them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.tui import sheets, words
from quizapp.tui.actions import QUIZ, bindings
from quizapp.tui.acts import Acts
from quizapp.tui.lines import line
from quizapp.tui.quizzing import HandedIn, Posed, Quizzing, Shown
from quizapp.tui.screens.page import Page
from quizapp.tui.stopwatch import Stopwatch
from quizapp.tui.widgets.card import CardView
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.ratings import Ratings

if TYPE_CHECKING:
    from quizapp.answering.marking import Said
    from quizapp.tui.answering.answerable import Given
    from quizapp.tui.answering.field import Field

TICK_S = 1


class QuizScreen(Page):
    """Asks the questions of a quiz. Time counts while a question can be seen, not while feedback is read.

    Keys are done in their order; an answer counts only for the question it was given to.
    """

    PLACE = "Quiz"
    ACTIONS = QUIZ
    BINDINGS = bindings(QUIZ)
    CSS_PATH = "quiz.tcss"
    MANUAL = "quiz"

    def __init__(self, quizzing: Quizzing) -> None:
        super().__init__()
        self.card, self.bar, self.notice = CardView(), Ratings(), Notice()
        self._quizzing = quizzing
        self._posed: Posed | None = None
        self._watch = Stopwatch()
        self._acts = Acts()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.card, self.bar, id="desk"), self.notice)

    def on_mount(self) -> None:
        self.card.wait("Opening your decks…")
        self.bar.offer("", "")
        self.run_worker(self._acts.serve(self.complain))
        self.set_interval(TICK_S, self._tick)
        self.call_after_refresh(self._acts.add, self._begin)

    def fitted(self) -> None:
        super().fitted()
        if self.is_attached and not self.tiny and self.card.place is not None:
            self.card.place.focus()
        self._run_watch()

    def on_screen_suspend(self) -> None:
        self._watch.run(False)

    def can(self, action: str) -> bool:
        posed = self._posed
        if posed is None:
            return action == "leave"
        if action in ("skip", "dunno"):
            return posed.verdict is None
        if action == "source":
            return posed.verdict is not None and bool(words.source(posed.asked))
        if action == "previous":
            return posed.quiz.at > 0
        return action != "next" or posed.quiz.at + 1 < len(posed.quiz.entries)

    def complain(self, error: QuizappError) -> None:
        if self._posed is None and len(self.quizapp.screen_stack) > 1:
            self.quizapp.go_home(str(error))
        elif self._posed is None:
            super().complain(error)
        else:
            self.card.complain(str(error))

    def action_take(self) -> None:
        if self._posed is not None and self._posed.verdict is not None:
            self._do(self._quizzing.go_on)
        elif self.card.place is not None:
            self.card.place.enter()

    def action_pick(self, place: int) -> None:
        if self.card.place is not None:
            self.card.place.choose(place)

    def action_source(self) -> None:
        if self._posed is not None:
            self.quizapp.lay("Source", sheets.source(self._posed.asked))

    def action_page_down(self) -> None:
        self.card.scroll_pages(1)

    def action_page_up(self) -> None:
        self.card.scroll_pages(-1)

    def action_skip(self) -> None:
        self._do(lambda: self._quizzing.skip(self._watch.ms))

    def action_dunno(self) -> None:
        self._do(lambda: self._quizzing.answer((), self._watch.ms))

    def action_previous(self) -> None:
        self._do(lambda: self._quizzing.go(-1, self._watch.ms))

    def action_next(self) -> None:
        self._do(lambda: self._quizzing.go(1, self._watch.ms))

    def action_hand_in(self) -> None:
        """Hand in; what is still open has to be agreed to first, by the same key once more."""
        posed = self._posed
        unanswered = len(posed.quiz.unanswered) if posed else 0
        if unanswered and not self._asked_twice:
            self._asked_twice = True
            self.card.complain(f"{count(unanswered, 'question')} not answered yet. f8 once more hands in.")
        else:
            self._do(lambda: self._quizzing.finish(self._watch.ms))

    def action_leave(self) -> None:
        self._acts.add(self._leave)

    def on_given(self, given: Given) -> None:
        """Take an answer; an empty one leaves the question for later, as *I don’t know* has a key of its own."""
        if given.said:
            self._acts.add(partial(self._answer, self._posed, given.said))
        else:
            self.action_skip()

    def on_changed(self) -> None:
        self.card.complain("")
        self._offer()

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_field_refused(self, refused: Field.Refused) -> None:
        self.card.complain(refused.why)

    _asked_twice = False

    def _do(self, act: Callable[[], Awaitable[Shown]]) -> None:
        self._acts.add(partial(self._done, self._posed, act))

    async def _begin(self) -> None:
        shown = await self._quizzing.begin()
        news = await self.news() if isinstance(shown, Posed) else ()
        with self.app.batch_update():
            self._show(shown)
            self.notice.say(*news)

    async def _answer(self, posed: Posed | None, said: Said) -> None:
        if posed is self._posed:
            self._show(await self._quizzing.answer(said, self._watch.ms))

    async def _done(self, posed: Posed | None, act: Callable[[], Awaitable[Shown]]) -> None:
        if posed is self._posed:
            self._show(await act())

    async def _leave(self) -> None:
        if self._posed is None:
            self.quizapp.go_home()
            return
        if self._posed.verdict is None:
            await self._quizzing.go(0, self._watch.ms)  # the time that was spent is kept
        self.quizapp.go_home("The quiz is kept as it is: z goes on with it.")

    async def _tick(self) -> None:
        """Show the time that is left; at its end the quiz is over."""
        posed = self._posed
        if posed is None or posed.quiz.left_ms is None or posed.verdict is not None:
            return
        if posed.quiz.left_ms <= self._watch.ms and self.is_current:
            self._do(lambda: self._quizzing.finish(self._watch.ms))
        else:
            self._show_progress(posed)

    def _show(self, shown: Shown) -> None:
        if isinstance(shown, HandedIn):
            self._posed = None
            self.quizapp.go_quiz_result(self._quizzing, shown)
            return
        from quizapp.tui.answering.place import Answered

        self._posed, self._asked_twice = shown, False
        self._watch.restart()
        with self.app.batch_update():
            self.card.show(shown.asked)
            self.notice.say()
            if shown.verdict is not None:
                self.card.reveal(Answered(shown.quiz.entry.said or (), shown.verdict))
                self.set_focus(None)
            self._offer()
            self._run_watch()
            self._show_progress(shown)
            self.show_keys()

    def _offer(self) -> None:
        if self._posed is None:
            return
        if self._posed.verdict is not None:
            last = not self._posed.quiz.unanswered
            self.bar.offer("See the result" if last else "Next question", self.key("take", typing=True))
        else:
            self.bar.offer(self._what_enter_does(), self.key("take", typing=True))

    def _what_enter_does(self) -> str:
        place = self.card.place
        if place is None or not place.said:
            return "Skip"
        return place.enters if place.enters not in ("Check", "I don’t know") else "Answer"

    def _run_watch(self) -> None:
        feedback = self._posed is not None and self._posed.verdict is not None
        self._watch.run(self.is_current and not self.tiny and not feedback)

    def _show_progress(self, posed: Posed) -> None:
        answered, total = posed.asked.progress.done, posed.asked.progress.total
        facts = [line((f"{posed.quiz.at + 1}", "$soft"), (f" of {total}", "$muted"))]
        facts.append(Content.styled(f"{answered} answered", "$muted"))
        if posed.quiz.left_ms is not None:
            spent = 0 if posed.verdict is not None else self._watch.ms
            facts.append(line((words.countdown(max(posed.quiz.left_ms - spent, 0)), "$soft"), (" left", "$muted")))
        self.header.show(*facts, done=answered / total if total else 0.0)
