"""What was recalled each month stands over the band of chance."""

from __future__ import annotations

from datetime import date

import pytest
from drawings import marks, nobody, words

from quizapp.clock import date_to_day
from quizapp.report.plots.retention import retention
from quizapp.stats.chance import band
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Month, Retained, Retention


def held(*months: tuple[int, int, int, int]) -> Progress:
    """Return figures of months: year, month, reviews, recalled."""
    made = [
        Month(date_to_day(date(year, month, 1)), Retained(reviews, recalled), band(0.9, reviews))
        for year, month, reviews, recalled in months
    ]
    total = Retained(sum(m.retained.reviews for m in made), sum(m.retained.recalled for m in made))
    return nobody()._replace(retention=Retention(0.9, total, total, Retained(), {}, tuple(made)))


@pytest.mark.parametrize(
    ("young", "mature", "said"),
    [
        (Retained(10, 9), Retained(), "All were of young cards, those with an interval under 21 days."),
        (Retained(), Retained(10, 9), "All were of mature cards, those with an interval of 21 days or more."),
        (Retained(100, 90), Retained(100, 80), "Young cards 90.0 % (82.6–94.5 %), mature ones (21 days"),
    ],
)
def test_it_says_how_young_and_mature_cards_differ(young: Retained, mature: Retained, said: str) -> None:
    progress = held((2026, 1, 10, 9))
    block = retention(progress._replace(retention=progress.retention._replace(young=young, mature=mature)))
    assert block is not None
    assert block.note.startswith(said)


def test_months_stand_at_their_share_and_say_it() -> None:
    block = retention(held((2026, 1, 100, 90), (2026, 2, 100, 80), (2026, 4, 200, 200)))
    january, february, april = marks(block)
    assert january.said == "January 2026: 90.0 % of 100 reviews, within what chance allows"
    assert february.said == "February 2026: 80.0 % of 100 reviews, below what chance allows"
    assert april.said == "April 2026: 100.0 % of 200 reviews, above what chance allows"
    ninety, eighty, hundred = (float(m.shapes["dot"]["cy"]) for m in (january, february, april))
    assert ninety - hundred == pytest.approx(eighty - ninety, abs=0.02)
    assert [float(m.shapes["dot"]["cx"]) for m in (january, february, april)] == [12.5, 37.5, 87.5]
    assert february.shapes["dot"]["class"] == "dot outside"
    assert {"2026", "Feb", "Mar", "Apr", "80 %", "90 %", "100 %"} <= set(words(block))
    assert block is not None
    assert block.figure == "92.5 %"


def test_the_curve_is_broken_by_a_month_without_a_review() -> None:
    block = retention(held((2025, 11, 9, 8), (2025, 12, 9, 8), (2026, 2, 9, 8), (2026, 3, 9, 8)))
    assert block is not None
    assert str(block.drawing).count('class="curve"') == 2


def test_many_months_show_a_dot_only_where_it_matters() -> None:
    block = retention(held(*((2020 + n // 12, n % 12 + 1, 400, 360 - 30 * (n == 7)) for n in range(60))))
    dots = [mark.shapes["dot"]["class"] for mark in marks(block)]
    assert dots.count("dot outside") == 1
    assert dots.count("dot seldom") == 59


def test_without_a_review_there_is_no_plot() -> None:
    assert retention(nobody()) is None
