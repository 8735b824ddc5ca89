"""Past quizzes with their scores; one of them can be looked at, printed, and taken again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from quizapp import paths
from quizapp.errors import QuizappError
from quizapp.humanize import duration, percent, short_date
from quizapp.quiz.history import QuizRecord, summarise
from quizapp.quiz.markdown import marks
from quizapp.quiz.past import past_result
from quizapp.quiz.score import QuizResult
from quizapp.tui import quiz_lines
from quizapp.tui.actions import QUIZ_HISTORY, bindings
from quizapp.tui.quiz_file import write_markdown
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.choice_rows import ChoiceRows, Row
from quizapp.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from quizapp.collection import Collection


class Past(NamedTuple):
    """Past quizzes, the latest first, and the titles of decks by id."""

    records: tuple[QuizRecord, ...]
    titles: dict[str, str]


class QuizHistoryScreen(Page):
    """One row a quiz."""

    PLACE = "Past quizzes"
    ACTIONS = QUIZ_HISTORY
    BINDINGS = bindings(QUIZ_HISTORY)
    CSS_PATH = "quiz_history.tcss"
    MANUAL = "quiz"

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.notice = ChoiceRows(), Notice()
        self._past: Past | None = None

    def body(self) -> Iterable[Widget]:
        return (Vertical(self.rows, self.notice, id="past"),)

    def on_mount(self) -> None:
        self.header.show(Content.styled("Opening your decks…", "$muted"))
        self._find()

    def can(self, action: str) -> bool:
        return action == "back" or bool(self._past and self._past.records)

    def complain(self, error: QuizappError) -> None:
        if self._past is None:
            super().complain(error)
        else:
            self.notice.say(wrong=(str(error),))

    def action_up(self) -> None:
        self.rows.move(-1)

    def action_down(self) -> None:
        self.rows.move(1)

    def action_point(self, row: int) -> None:
        if row == self.rows.marked:
            self.action_open()
        self.rows.point(row)

    @work
    async def action_open(self) -> None:
        result = await self.told(self.quizapp.ask(partial(_result, self._record)))
        if result is not None:
            self.quizapp.lay("Past quiz", quiz_lines.whole(result))

    @work
    async def action_markdown(self) -> None:
        result = await self.told(self.quizapp.ask(partial(_result, self._record)))
        if result is None or self._past is None:
            return
        day = self._record.study_day
        path = await self.told(asyncio.to_thread(write_markdown, result, self._past.titles, day))
        if path is not None:
            self.notice.say(f"Written: {paths.tilde(path)}")

    def action_again(self) -> None:
        settings = self._record.settings
        self.quizapp.go_quiz(lambda collection: settings)

    def action_back(self) -> None:
        self.quizapp.go_quiz_setup()

    @property
    def _record(self) -> QuizRecord:
        assert self._past is not None
        return self._past.records[self.rows.marked]

    @work
    async def _find(self) -> None:
        past = await self.told(self.quizapp.ask(_past))
        if past is None:
            return
        self._past = past
        today = self.quizapp.study_day()
        self.rows.show([_row(record, past.titles, today) for record in past.records])
        history = summarise(past.records[::-1])
        if history is not None:
            facts = [
                f"{history.quizzes} {'quizzes' if history.quizzes > 1 else 'quiz'}",
                f"{percent(history.share)} on the whole",
            ]
            self.header.show(*(Content.styled(fact, "$muted") for fact in facts))
        self.show_keys()


def _past(collection: Collection) -> Past:
    records = collection.quizzes.past()
    return Past(tuple(records[::-1]), {deck.deck_id: deck.title for deck in collection.decks})


def _result(record: QuizRecord, collection: Collection) -> QuizResult:
    return past_result(record, collection.quizzes.past_answers(record), collection.cards)


def _row(record: QuizRecord, titles: dict[str, str], today: int) -> Row:
    settings = record.settings
    about = [titles.get(deck_id, deck_id) for deck_id in settings.deck_ids] + [f"tag {tag}" for tag in settings.tags]
    score = f"{marks(record.score)} of {record.questions}, {percent(record.share)}"
    return Row(
        short_date(record.study_day, today),
        f"{score} · {duration(record.ms)} · {', '.join(about) or 'all decks'} · paper {settings.seed}",
    )
