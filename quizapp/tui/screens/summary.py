"""Summary: what was studied, how it went, what is worth another look, what comes tomorrow."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.study.scope import EVERYTHING, Scope
from quizapp.tui import words
from quizapp.tui.actions import SUMMARY, bindings
from quizapp.tui.lines import acting, line
from quizapp.tui.screens.page import Page
from quizapp.tui.sitting import Over, Sitting
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.results import Results


class SummaryScreen(Page):
    """Shown when a session has run out of cards or was ended. Undo still works here."""

    PLACE = "Study"
    ACTIONS = SUMMARY
    BINDINGS = bindings(SUMMARY)
    CSS_PATH = "summary.tcss"

    def __init__(self, sitting: Sitting, turn: Over) -> None:
        super().__init__()
        self._sitting, self._turn, self._summary = sitting, turn, turn.summary
        self.results, self.button, self.notice = self._results(), Button(), Notice()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.results, self.button, id="column"), self.notice)

    def on_mount(self) -> None:
        done, total = self._turn.progress.done, self._turn.progress.total
        facts = line((str(done), "$soft"), (f" of {total}", "$muted"))
        self.header.show(facts, done=done / total if total else 1.0)
        self.button.show("Back to the decks", self._beside())

    def fitted(self) -> None:
        super().fitted()
        self.results.space(*((3, 1) if self.has_class("-tall") else (2, 1) if self.has_class("-roomy") else (1, 0)))

    def can(self, action: str) -> bool:
        if action == "ahead":
            return self._ahead_days is not None
        return action != "again" or bool(self._summary.failed)

    def complain(self, error: QuizappError) -> None:
        self.notice.say(wrong=(str(error),))

    def action_take(self) -> None:
        self.quizapp.go_home()

    def action_home(self) -> None:
        self.quizapp.go_home()

    def action_stats(self) -> None:
        self.quizapp.go_stats(lambda: self.quizapp.go_on(self._sitting, self._turn))

    def action_ahead(self) -> None:
        if self._ahead_days is not None:
            self.quizapp.go_study(Scope(ahead_days=self._ahead_days))

    def action_again(self) -> None:
        self.quizapp.go_study(Scope(card_ids=tuple(failed.card.card_id for failed in self._summary.failed), cram=True))

    @work
    async def action_undo(self) -> None:
        if await self.told(self.quizapp.undo(self._sitting)) is False:
            self.notice.say("There is nothing to undo.")

    @property
    def _ahead_days(self) -> int | None:
        """Return how far studying ahead has to reach, None when there is nothing to reach."""
        return self._summary.ahead_days or None

    def _results(self) -> Results:
        summary = self._summary
        done = line((words.done(summary), "$soft"))
        if summary.streak_days:
            days = count(summary.streak_days, "day")
            done = line(done, (" Your streak is now ", "$muted"), (days, "$soft"), (".", "$muted"))
        returns = [
            words.comes_back(failed.due_at, failed.due_on, clock=self.quizapp.clock, today=self.quizapp.study_day())
            for failed in summary.failed
        ]
        return Results(self._title(), done, summary, returns)

    def _title(self) -> str:
        if self._turn.progress.done < self._turn.progress.total:
            return "Session ended."
        return "Done for today." if self._sitting.scope == EVERYTHING else "Done."

    def _beside(self) -> Content:
        """Return what else can be done, beside the button."""
        ahead = acting(line((self.key("ahead"), "b $soft"), (" study ahead", "$muted")), "ahead")
        failed = len(self._summary.failed)
        these = "this one" if failed == 1 else f"these {failed}"
        again = acting(line((self.key("again"), "b $soft"), (f" look at {these}", "$muted")), "again")
        parts = [part for part, call in ((ahead, "ahead"), (again, "again")) if self.can(call)]
        return Content(" ") + Content("   ").join(parts) if parts else Content("")
