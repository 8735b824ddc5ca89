"""A bar for each day to come, as high as it has reviews."""

from __future__ import annotations

import pytest
from drawings import marks, nobody, words
from made_up_learner import TODAY

from quizapp.report.plots.coming import coming
from quizapp.stats.forecast import Coming, Forecast


def test_bars_are_as_high_as_their_numbers() -> None:
    days = (Coming(TODAY, 8, 8.0), Coming(TODAY + 1, 2, 4.2), Coming(TODAY + 2, 0, 0.0))
    block = coming(nobody()._replace(forecast=Forecast(days, 3, 1)))
    today, tomorrow, later = marks(block)
    assert today.said == "Sun 22 Nov 2026: 8 reviews, 8 scheduled now"
    assert tomorrow.said == "Mon 23 Nov 2026: 4 reviews, 2 scheduled now"
    assert set(later.shapes) == {"reach"}
    most = today.shapes["heat3"]["height"]
    assert tomorrow.shapes["heat3"]["height"] == pytest.approx(most / 4)
    assert tomorrow.shapes["heat1"]["height"] == pytest.approx(most * 4.2 / 8, rel=0.01)
    assert {"5"} <= set(words(block))
    assert block.figure == "12"
    assert block.unit == "in 3 days, about 4 a day"
    assert block.table.rows[1] == ("Mon 23 Nov 2026", "2", "4")


@pytest.mark.parametrize(
    ("new", "days", "said"),
    [
        (0, 0, "No new cards waiting."),
        (12, 3, "12 new cards, begun within 3 days."),
        (1, None, "1 new card waiting; none is begun a day."),
    ],
)
def test_it_says_what_becomes_of_new_cards(new: int, days: int | None, said: str) -> None:
    assert coming(nobody()._replace(forecast=Forecast((Coming(TODAY, 0, 0.0),), new, days))).note.startswith(said)
