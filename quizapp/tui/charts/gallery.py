"""The plots of the stats screen in their order, and how they are made of figures."""

from __future__ import annotations

from quizapp.stats.activity import Amount
from quizapp.tui.charts.activity import Activity
from quizapp.tui.charts.amounts import ReviewsByKind, ReviewsByTag
from quizapp.tui.charts.buttons import AnswerButtons
from quizapp.tui.charts.calibration import Calibration
from quizapp.tui.charts.chart import Chart
from quizapp.tui.charts.coming import ComingReviews
from quizapp.tui.charts.hardest import HardestCards
from quizapp.tui.charts.hours import Hours
from quizapp.tui.charts.knowledge import KnowledgeOverTime
from quizapp.tui.charts.memory import Difficulty, RecallNow, Stability
from quizapp.tui.charts.quizzes import QuizScores
from quizapp.tui.charts.retention import RetentionByMonth
from quizapp.tui.stats_desk import Shown

KINDS: tuple[type[Chart], ...] = (
    Activity,
    ComingReviews,
    RetentionByMonth,
    Stability,
    KnowledgeOverTime,
    Calibration,
    Hours,
    RecallNow,
    Difficulty,
    AnswerButtons,
    ReviewsByTag,
    ReviewsByKind,
    HardestCards,
    QuizScores,
)


def charts(shown: Shown) -> tuple[Chart, ...]:
    """Return the plots of these figures, as `KINDS` has them; tags or kinds only where there are two to compare."""
    made, done = shown.progress, shown.progress.activity
    tags = ReviewsByTag(tuple(done.by_tag.items()), done.total.reviews)
    kinds = ReviewsByKind(
        tuple((kind.value, Amount(reviews, done.kinds_ms[kind])) for kind, reviews in done.kinds.items()),
        done.total.reviews,
    )
    return (
        Activity(done.days, shown.span.first_day, shown.span.last_day, made.today, done.streak_days),
        ComingReviews(made.forecast, made.today),
        RetentionByMonth(made.retention, made.today),
        Stability(made.memory),
        KnowledgeOverTime(made.knowledge, shown.span.first_day, shown.span.last_day),
        Calibration(made.calibration),
        Hours(done.hours, done.hours_ms),
        RecallNow(made.memory),
        Difficulty(made.memory),
        AnswerButtons(made.buttons),
        *(amounts for amounts in (tags, kinds) if amounts.points > 1),
        HardestCards(made.hardest, made.leeches, shown.prompts),
        QuizScores(made.quizzes, shown.decks, made.today),
    )
