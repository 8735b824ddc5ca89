"""Quiz scores: a column for each quiz that was handed in, the share of its marks that was reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from quizapp.humanize import count, day_and_month, decimal, duration, percent, short_date
from quizapp.stats.quiz_scores import QuizScore
from quizapp.tui.charts.chart import Chart, Column, Place, Room, Table, fitting
from quizapp.tui.charts.upright import SCALE, column_at, upright

_CELLS = 2
_LEAST_QUIZZES = 8


@dataclass(frozen=True)
class QuizScores(Chart):
    """`titles` are of decks, by id. A point is a quiz. Where not all fit, those up to the latest, or the cursor's."""

    quizzes: tuple[QuizScore, ...]
    titles: Mapping[str, str]
    today: int

    TITLE: ClassVar[str] = "Quiz scores"
    ROOM: ClassVar[Room] = Room(30, 48, 5, 10, 13)
    NOTHING: ClassVar[str] = "No quiz in these days."

    def headline(self, width: int) -> Content:
        share = sum(quiz.right for quiz in self.quizzes) / sum(quiz.questions for quiz in self.quizzes)
        quizzes = "1 quiz" if len(self.quizzes) == 1 else f"{len(self.quizzes):,} quizzes"
        return fitting(width, percent(share), f"in {quizzes}")

    @property
    def points(self) -> int:
        return len(self.quizzes)

    def tell(self, at: int, width: int) -> Content:
        quiz = self.quizzes[at]
        day, marks = short_date(quiz.study_day, self.today), f"{decimal(quiz.right)} of {quiz.questions}"
        return fitting(width, percent(quiz.share), f"{marks}, {day}, {self._about(quiz)}", f"{marks}, {day}", marks)

    def draw(self, place: Place) -> list[Content]:
        first, fit = self._shown(place)
        shown = self.quizzes[first : first + fit]
        columns = max(len(shown), min(_LEAST_QUIZZES, fit))
        names = {at: day_and_month(quiz.study_day) for at, quiz in enumerate(shown)}
        values = [quiz.share * 100 for quiz in shown] + [0.0] * (columns - len(shown))
        at = None if place.at is None else place.at - first
        return upright(values, names, place._replace(at=at), most=100)

    def hit(self, place: Place, column: int, row: int) -> int | None:
        first, fit = self._shown(place)
        shown = len(self.quizzes[first : first + fit])
        at = column_at(column, max(shown, min(_LEAST_QUIZZES, fit)), place.width)
        return first + at if at is not None and at < shown else None

    @property
    def table(self) -> Table:
        return Table(
            (
                Column("day", right=False),
                Column("marks"),
                Column("questions"),
                Column("share"),
                Column("time"),
                Column("decks", right=False, gives_way=True),
            ),
            [
                (
                    short_date(quiz.study_day, self.today),
                    decimal(quiz.right),
                    f"{quiz.questions:,}",
                    percent(quiz.share),
                    duration(quiz.duration_ms),
                    self._about(quiz),
                )
                for quiz in reversed(self.quizzes)
            ],
        )

    def _about(self, quiz: QuizScore) -> str:
        if len(quiz.deck_ids) > 1:
            return count(len(quiz.deck_ids), "deck")
        return "".join(self.titles.get(deck_id, deck_id) for deck_id in quiz.deck_ids)

    def _shown(self, place: Place) -> tuple[int, int]:
        """Return the number of the first quiz that is shown, and how many fit."""
        fit = max((place.width - SCALE) // _CELLS, 1)
        last = self.points - 1
        if place.at is not None and last - place.at >= fit:
            last = place.at
        return max(last - fit + 1, 0), fit
