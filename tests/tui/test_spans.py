"""The ranges that figures are shown for."""

from __future__ import annotations

from datetime import date

from quizapp.clock import date_to_day, day_to_date
from quizapp.tui.spans import Span, spans

SUNDAY = date_to_day(date(2026, 11, 22))


def test_52_weeks_begin_on_a_monday_and_end_today() -> None:
    weeks = spans(SUNDAY, None)[0]
    assert weeks == Span("last 52 weeks", date_to_day(date(2025, 11, 24)), SUNDAY)
    assert day_to_date(weeks.first_day).weekday() == 0


def test_years_go_back_to_the_first_answer_then_comes_all_time() -> None:
    first = date_to_day(date(2024, 2, 29))
    made = spans(SUNDAY, first)
    assert [span.name for span in made] == ["last 52 weeks", "2026", "2025", "2024", "all time"]
    assert made[2][1:3] == (date_to_day(date(2025, 1, 1)), date_to_day(date(2025, 12, 31)))
    assert made[1].last_day == SUNDAY
    assert made[-1] == Span("all time", first, SUNDAY, open=True)


def test_an_answer_from_the_future_does_not_turn_a_range_round() -> None:
    assert all(span.first_day <= span.last_day for span in spans(SUNDAY, SUNDAY + 400))
