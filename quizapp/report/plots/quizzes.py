"""Scores of quizzes over time."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.humanize import day_and_month, decimal, duration, listed, percent
from quizapp.report.block import Block, Table
from quizapp.report.drawing import curves, dot, mark, path, plot, reach, upright
from quizapp.report.markup import Markup, element
from quizapp.report.words import month, weekday_and_date
from quizapp.stats.progress import Progress
from quizapp.stats.quiz_scores import QuizScore

MOST_NAMES = 3
SHOWN = 60
"""The latest; earlier ones would leave no room between them."""


def quizzes(progress: Progress, titles: Mapping[str, str]) -> Block | None:
    """Return each quiz by what it came to, in their order, None without one.

    Args:
        titles: of decks by id.
    """
    taken = progress.quizzes[-SHOWN:]
    if not taken:
        return None
    up = upright(0, 1)
    places = [(place + 0.5) / len(taken) for place in range(len(taken))]
    named = range(0, len(taken), -(-len(taken) // MOST_NAMES))
    return Block(
        name="quizzes",
        title="Quiz scores",
        figure=percent(taken[-1].share),
        unit=f"in the latest of {_quizzes(len(progress.quizzes))}",
        described="Scores in the order of the quizzes",
        drawing=plot(
            up,
            [(share, percent(share)) for share in (0.5, 1)],
            curves((path([(x, up(quiz.share)) for x, quiz in zip(places, taken, strict=True)]), "curve")),
            *(_mark(x, up(quiz.share), len(taken), quiz) for x, quiz in zip(places, taken, strict=True)),
            below=[(places[place], _name(taken[place].study_day, progress.today)) for place in named],
        ),
        table=Table(
            ("Day", "Decks", "Score", "Right", "Time"),
            [
                (
                    weekday_and_date(quiz.study_day),
                    element("bdi", listed([titles.get(deck_id, deck_id) for deck_id in quiz.deck_ids])),
                    percent(quiz.share),
                    f"{decimal(quiz.right)} of {quiz.questions}",
                    duration(quiz.duration_ms),
                )
                for quiz in taken[::-1]
            ],
            numbers_from=2,
        ),
    )


def _mark(x: float, y: float, places: int, quiz: QuizScore) -> Markup:
    said = f"{weekday_and_date(quiz.study_day)}: {percent(quiz.share)}, {decimal(quiz.right)} of {quiz.questions} right"
    return mark(said, reach(x - 0.5 / places, 1 / places), dot(x, y, 4, "dot"))


def _name(day: int, today: int) -> str:
    """Return the day, or the month where it was in another year than today."""
    return day_and_month(day) if month(day)[-4:] == month(today)[-4:] else f"{month(day)[:3]} {month(day)[-4:]}"


def _quizzes(number: int) -> str:
    return "1 quiz" if number == 1 else f"{number:,} quizzes"
