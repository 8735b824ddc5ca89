"""The answers of a day as rows: when, how it was rated, what was asked, the interval that followed, the time taken."""

from __future__ import annotations

from textual.content import Content

from quizapp.clock import Moment
from quizapp.humanize import count, duration, interval_short, long_date
from quizapp.model import Review
from quizapp.tui.lines import apart, line, text
from quizapp.tui.stats_desk import DayReviews
from quizapp.tui.widgets.pick_list import Row

_RATING, _INTERVAL, _TIME = 7, 10, 11


def title(day: DayReviews) -> str:
    return "Today" if day.study_day == day.today else long_date(day.study_day)


def facts(day: DayReviews) -> Content:
    """Return how many answers there were, and how long they took."""
    taken = sum(review.duration_ms for review in day.reviews)
    return line((count(len(day.reviews), "review"), "$soft"), (f"  ·  {duration(taken)}", "$muted"))


def rows(day: DayReviews) -> Row:
    """Return what writes one answer as a row."""

    def write(number: int, marked: bool, width: int) -> Content:
        review = day.reviews[number]
        left = line(
            (f"{Moment(review.reviewed_at, review.utc_offset_minutes).local():%H:%M}", "$muted"),
            "  ",
            (review.rating.label.ljust(_RATING), "$soft"),
        )
        right = line((_back(review).rjust(_INTERVAL), "$muted"), (duration(review.duration_ms).rjust(_TIME), "$muted"))
        room = max(width - left.cell_length - right.cell_length - 1, 8)
        prompt = text(day.prompts.get(review.card_id, review.card_id), "b $ink" if marked else "$soft", room)
        return apart(line(left, prompt), right, width)

    return write


def _back(review: Review) -> str:
    return interval_short(review.interval_days) if review.interval_days else "same day"
