"""Home: what today holds, one key to start, the decks, the days to come."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.humanize import count, long_date, percent
from quizapp.study.scope import Scope
from quizapp.text import clean_line
from quizapp.tui import sheets, words
from quizapp.tui.actions import HOME, bindings
from quizapp.tui.choices import Choice, choices, is_due, scope_of
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.button import Button
from quizapp.tui.widgets.deck_table import DeckRow, DeckTable
from quizapp.tui.widgets.forecast import Forecast
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.offers import Offers
from quizapp.tui.widgets.streak import Streak
from quizapp.tui.widgets.today import Today

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.problem import Problem
    from quizapp.study.overview import DeckSummary, Overview

REFRESH_SECONDS = 60
IDLE_SECONDS = 0.4
"""How long home stands before it loads what may be gone to next."""


class HomeScreen(Page):
    """Paints its frame at once and fills it when the collection is open; Enter pressed before that starts then."""

    PLACE = "Home"
    ACTIONS = HOME
    BINDINGS = bindings(HOME)
    CSS_PATH = "home.tcss"

    def __init__(self, notice: str = "") -> None:
        super().__init__()
        self.today, self.streak, self.button = Today(), Streak(), Button()
        self.offers, self.table, self.forecast = Offers(), DeckTable(), Forecast()
        self.notice = Notice()
        self._notices: tuple[str, ...] = (notice,) if notice else ()
        self._problems: tuple[Problem, ...] = ()
        self._overview: Overview | None = None
        self._due = False
        self._choices: tuple[Choice, ...] = ()
        self._start_when_ready = False

    def body(self) -> Iterable[Widget]:
        return (
            Container(self.today, self.streak, id="top"),
            self.button,
            self.offers,
            Container(self.table, self.forecast, id="main"),
            self.notice,
        )

    def on_mount(self) -> None:
        self.header.show(Content.styled(long_date(self.quizapp.study_day()), "$muted"))
        self.today.show("", "Opening your decks…")
        self.call_after_refresh(self._load)
        self.set_interval(REFRESH_SECONDS, self._load_again)
        self._idle = self.set_timer(IDLE_SECONDS, self._make_ready, pause=True)

    def fitted(self) -> None:
        self.table.roomy = self.has_class("-roomy")
        if self._overview is not None:
            self._show_today(self._overview)
        super().fitted()

    def can(self, action: str) -> bool:
        overview = self._overview
        if action in ("mark", "only", "author"):
            return self.table.marked is not None
        if action in ("up", "down"):
            return self.table.marked is not None or self.table.overflows
        if action in ("cram", "more_new"):
            return scope_of(self._choices[1:], action) is not None
        if action == "problems":
            return bool(self._problems)
        return action != "take" or overview is None or self._due or bool(self._choices)

    def _load_again(self) -> None:
        if self.is_current:
            self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        read = await self.told(self.quizapp.ask(_read))
        if read is None:
            return
        overview, problems, notices = read
        if not overview.decks:
            self.quizapp.go_without_decks(problems)
            return
        self._notices += self.quizapp.untold(notices)
        self._problems = problems
        self._show(overview)
        self._idle.resume()
        if self._start_when_ready:
            self._start_when_ready = False
            self.action_take()

    async def _make_ready(self) -> None:
        if self.is_current:
            await self.quizapp.make_ready()

    def complain(self, error: QuizappError) -> None:
        if self._overview is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        learn_ahead_ms = self.quizapp.settings.study.learn_ahead_ms
        self._due = is_due(overview, now=self.quizapp.clock.now().at_ms, learn_ahead_ms=learn_ahead_ms)
        self._choices = () if self._due else choices(overview)
        self.set_class(not self._due or bool(self._problems or self._notices), "-full")
        with self.app.batch_update():
            self.header.show(Content.styled(long_date(overview.day), "$muted"))
            self._show_today(overview)
            self.streak.show(overview.streak_days, overview.longest_streak_days, overview.last_days)
            self.table.show([self._row(deck, overview) for deck in overview.decks], marks=self._due)
            self.forecast.show(overview.forecast)
            self._show_notices()
            self.show_keys()

    def _show_today(self, overview: Overview) -> None:
        if self._due:
            between = "  ·  " if self.has_class("-wide") else " · "
            self.today.show(*words.today(overview, between), number=overview.total)
            self.button.show("Start studying")
            self.offers.show(())
            return
        self.today.show(*words.nothing_due(overview, self.quizapp.clock))
        offers = [choice.offer for choice in self._choices]
        self.button.show(*((offers[0].word, Content.styled(offers[0].does, "$soft")) if offers else ("",)))
        self.offers.show(offers[1:])

    def _row(self, deck: DeckSummary, overview: Overview) -> DeckRow:
        source = deck.deck.source
        return DeckRow(
            title=deck.deck.title,
            about=source.title or source.publisher or count(deck.deck.note_count, "note"),
            new=deck.new,
            learning=deck.learning,
            due=deck.due,
            recall="·" if deck.recall is None else percent(deck.recall),
            waits=words.deck_waits(deck, overview.day, self.quizapp.clock),
        )

    def _show_notices(self) -> None:
        self.notice.say(*self._notices, wrong=words.problems(self._problems, self.key("problems")))

    def action_up(self) -> None:
        self.table.move(-1)

    def action_down(self) -> None:
        self.table.move(1)

    def action_mark(self, index: int) -> None:
        """Mark a deck; a click on the marked one studies it."""
        if index == self.table.marked:
            self.action_only()
        else:
            self.table.mark(index)

    def action_take(self) -> None:
        if self._overview is None:
            self._start_when_ready = True
        elif self._due:
            self.quizapp.go_study(Scope())
        elif self._choices:
            self.quizapp.go_study(self._choices[0].scope)

    def action_only(self) -> None:
        if self._overview is None or self.table.marked is None:
            return
        deck = self._overview.decks[self.table.marked]
        if deck.new + deck.learning + deck.due:
            self.quizapp.go_study(Scope(deck_ids=(deck.deck.deck_id,)))
        else:
            start = self.key("take").capitalize()
            self.notice.say(f"Nothing is due in {clean_line(deck.deck.title)}. {start} studies the other decks.")

    def action_cram(self) -> None:
        self._choose("cram")

    def action_more_new(self) -> None:
        self._choose("more_new")

    def action_browse(self) -> None:
        self.quizapp.go_browse()

    def action_quiz(self) -> None:
        self.quizapp.go_quiz_setup()

    @work(exclusive=True, group="author")
    async def action_author(self) -> None:
        """Go to the studio, unless the deck's file or its article cannot be read."""
        if self._overview is not None and self.table.marked is not None:
            deck = self._overview.decks[self.table.marked].deck
            await self.told(self.quizapp.go_studio(Path(deck.path)))

    def action_stats(self) -> None:
        self.quizapp.go_stats()

    def action_plan(self) -> None:
        self.quizapp.go_plan()

    def action_settings(self) -> None:
        self.quizapp.go_settings()

    def action_problems(self) -> None:
        self.quizapp.lay("Problems", sheets.problems(self._problems))

    def _choose(self, call: str) -> None:
        scope = scope_of(self._choices, call)
        if scope is not None:
            self.quizapp.go_study(scope)


def _read(collection: Collection) -> tuple[Overview, tuple[Problem, ...], tuple[str, ...]]:
    collection.reload()
    return collection.overview(), collection.problems, collection.notices
