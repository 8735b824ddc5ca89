"""Waiting: only learning cards are left and none may come yet. It counts down, and says what else can be done."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.humanize import count
from quizapp.tui import words
from quizapp.tui.actions import WAITING, bindings
from quizapp.tui.choices import Choice, choices, scope_of
from quizapp.tui.lines import line
from quizapp.tui.screens.page import Page
from quizapp.tui.sitting import Sitting, Waiting
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.offers import Offers
from quizapp.tui.widgets.today import Today

POLL_SECONDS = 1


class WaitingScreen(Page):
    """Goes on with the session by itself when the next card may come."""

    PLACE = "Study"
    ACTIONS = WAITING
    BINDINGS = bindings(WAITING)
    CSS_PATH = "waiting.tcss"

    def __init__(self, sitting: Sitting, turn: Waiting) -> None:
        super().__init__()
        self._sitting, self._turn = sitting, turn
        self.today, self.button, self.offers, self.notice = Today(), Button(), Offers(), Notice()
        self._choices: tuple[Choice, ...] = ()

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.today, self.button, self.offers, id="column"), self.notice)

    def on_mount(self) -> None:
        done, total = self._turn.progress.done, self._turn.progress.total
        self.header.show(
            line((str(done), "$soft"), (f" of {total}", "$muted")),
            Content.styled(f"{count(total - done, 'card')} still in learning", "$muted"),
            done=done / total if total else 0.0,
        )
        self.button.show("End the session")
        self._count_down()
        self.set_interval(POLL_SECONDS, self._tick)
        self.call_after_refresh(self._find_choices)

    def can(self, action: str) -> bool:
        return action not in ("ahead", "cram", "more_new") or scope_of(self._choices, action) is not None

    def complain(self, error: QuizappError) -> None:
        self.notice.say(wrong=(str(error),))

    def action_take(self) -> None:
        self.action_end()

    @work
    async def action_end(self) -> None:
        over = await self.told(self._sitting.end())
        if over is not None:
            self.quizapp.go_on(self._sitting, over)

    @work
    async def action_undo(self) -> None:
        if await self.told(self.quizapp.undo(self._sitting)) is False:
            self.notice.say("There is nothing to undo.")

    def action_ahead(self) -> None:
        self._choose("ahead")

    def action_cram(self) -> None:
        self._choose("cram")

    def action_more_new(self) -> None:
        self._choose("more_new")

    def _choose(self, call: str) -> None:
        scope = scope_of(self._choices, call)
        if scope is not None:
            self.quizapp.go_study(scope)

    @work
    async def _find_choices(self) -> None:
        overview = await self.told(self.quizapp.ask(lambda collection: collection.overview()))
        if overview is not None:
            self._choices = choices(overview)
            self.offers.show([choice.offer for choice in self._choices])
            self.show_keys()

    async def _tick(self) -> None:
        self._count_down()
        if self.is_current and self._turn.until <= self.quizapp.clock.now().at_ms:
            turn = await self.told(self._sitting.poll())
            if isinstance(turn, Waiting):
                self._turn = turn
            elif turn is not None:
                self.quizapp.go_on(self._sitting, turn)

    def _count_down(self) -> None:
        left = self._turn.until - self.quizapp.clock.now().at_ms
        at = words.clock_time(self._turn.until, self.quizapp.clock)
        self.today.show("until the next card", f"It comes at {at}.", number=words.countdown(left))
