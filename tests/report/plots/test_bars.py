"""Distributions, hours and buttons: bars as long as their numbers."""

from __future__ import annotations

import pytest
from drawings import marks, nobody, words

from quizapp.model import Phase
from quizapp.report.plots.buttons import buttons
from quizapp.report.plots.hours import hours
from quizapp.report.plots.memory import difficulty, retrievability, stability
from quizapp.stats.memory import Memory

NOBODY = nobody()
CARDS = NOBODY._replace(
    memory=Memory(
        cards=10,
        stability=(0, 0, 0, 4, 0, 2, 0, 0, 4),
        difficulty=(1, 0, 0, 0, 3, 0, 0, 6, 0, 0),
        retrievability=(0, 0, 0, 0, 0, 0, 0, 0, 2, 8),
        median_stability_days=40.4,
        mean_difficulty=6.4,
        mean_retrievability=0.93,
        known=9.3,
    )
)


def test_stability_has_a_row_for_each_span() -> None:
    block = stability(CARDS)
    assert block is not None
    bars = {mark.said: mark.shapes for mark in marks(block)}
    assert bars["1–2 weeks: 4 cards"]["heat3"]["width"] == 2 * float(bars["1–3 months: 2 cards"]["heat3"]["width"])
    assert "zero" in bars["under 1 day: 0 cards"]
    assert (block.figure, block.unit) == ("40 days", "median of 10 cards")
    assert block.table.rows[3] == ("1–2 weeks", "4")


def test_difficulty_has_a_column_for_each_step() -> None:
    block = difficulty(CARDS)
    assert block is not None
    columns = marks(block)
    assert columns[7].said == "Difficulty 8: 6 cards"
    assert columns[4].shapes["heat3"]["height"] == pytest.approx(float(columns[7].shapes["heat3"]["height"]) / 2)
    assert "heat3" not in columns[1].shapes
    assert [word for word in words(block) if word not in ("2", "4", "6")] == ["1", "3", "5", "7", "8", "9", "10"]


def test_recall_has_a_column_for_each_tenth() -> None:
    block = retrievability(CARDS)
    assert block is not None
    assert marks(block)[-1].said == "Recall predicted 90–100 %: 8 cards"
    assert block.figure == "93 %"


def test_the_busiest_hour_is_named() -> None:
    counts = tuple({8: 30, 21: 10}.get(hour, 0) for hour in range(24))
    times = tuple(number * 1_000 for number in counts)
    block = hours(NOBODY._replace(activity=NOBODY.activity._replace(hours=counts, hours_ms=times)))
    assert block is not None
    assert (block.figure, block.unit) == ("8:00–9:00", "has the most reviews, 75 %")
    assert marks(block)[21].said == "21:00–22:00: 10 reviews, 10 s"


def test_buttons_share_the_width_by_phase() -> None:
    counts = dict.fromkeys(Phase, (0, 0, 0, 0)) | {Phase.REVIEW: (10, 0, 80, 10), Phase.NEW: (1, 1, 1, 1)}
    block = buttons(NOBODY._replace(buttons=counts))
    assert block is not None
    bars = {mark.said: next(iter(mark.shapes.values())) for mark in marks(block)}
    assert bars["Review, Again: 10 answers, 10 %"]["width"] == 10
    assert (bars["Review, Good: 80 answers, 80 %"]["x"], bars["Review, Good: 80 answers, 80 %"]["width"]) == (10, 80)
    assert bars["New, Easy: 1 answer, 25 %"]["x"] == 75
    assert len(bars) == 7
    assert (block.figure, block.unit) == ("11 %", "of 104 answers were Again")


def test_without_answers_there_is_nothing_to_draw() -> None:
    assert [plot(NOBODY) for plot in (stability, difficulty, retrievability, hours, buttons)] == [None] * 5
