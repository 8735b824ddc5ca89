"""A cell for each day or week, as dark as it was full."""

from __future__ import annotations

from drawings import marks, nobody, words
from made_up_learner import TODAY

from quizapp.report.plots.activity import activity
from quizapp.stats.activity import Amount
from quizapp.stats.progress import Progress
from quizapp.stats.selection import Selection


def done(days: dict[int, int], selection: Selection | None = None) -> Progress:
    """Return figures of reviews by days before today, ten seconds each."""
    progress = nobody()
    of_days = {TODAY - before: Amount(reviews, reviews * 10_000) for before, reviews in sorted(days.items())[::-1]}
    total = Amount(sum(days.values()), sum(days.values()) * 10_000)
    return progress._replace(
        activity=progress.activity._replace(days=of_days, total=total), selection=selection or progress.selection
    )


def test_every_day_of_a_year_says_what_was_done() -> None:
    block = activity(done({0: 12, 1: 1, 363: 4}))
    cells = {mark.said: mark.shapes for mark in marks(block)}
    assert len(cells) == 364  # 22 November 2026 is a Sunday: the last week is whole
    assert next(iter(cells)) == "Mon 24 Nov 2025: 4 reviews, 40 s"
    assert "heat4" in cells["Sun 22 Nov 2026: 12 reviews, 2 min"]
    assert cells["Sun 22 Nov 2026: 12 reviews, 2 min"]["heat4"]["class"] == "heat4 today"
    assert "zero" in cells["Fri 20 Nov 2026: no reviews"]
    assert block.table.rows == [
        ("Sun 22 Nov 2026", "12", "2 min"),
        ("Sat 21 Nov 2026", "1", "10 s"),
        ("Mon 24 Nov 2025", "4", "40 s"),
    ]


def test_days_before_those_asked_for_are_left_out() -> None:
    block = activity(done({0: 1}, Selection(first_day=TODAY - 9)))
    said = [mark.said for mark in marks(block)]
    assert (said[0], len(said)) == ("Fri 13 Nov 2026: no reviews", 10)


def test_a_day_stands_in_the_row_of_its_weekday() -> None:
    cells = [mark.shapes[next(iter(mark.shapes))] for mark in marks(activity(done({})))]
    monday, tuesday, *_, sunday = cells[-7:]
    assert monday["x"] == tuesday["x"] == sunday["x"]
    assert float(sunday["y"]) - float(monday["y"]) == 6 * (float(tuesday["y"]) - float(monday["y"]))


def test_more_than_a_year_is_shown_by_weeks_a_row_for_each_year() -> None:
    block = activity(done({0: 5, 400: 2, 401: 3}))
    assert [word for word in words(block) if word.isdigit()] == ["2026", "2025"] * 2
    said = [mark.said for mark in marks(block)]
    assert "Week from 19 Nov 2026: 5 reviews, 50 s" in said
    assert "Week from 15 Oct 2025: 5 reviews, 50 s" in said
    assert block.table.rows[0] == ("Week from 19 Nov 2026", "5", "50 s")
    assert "reviews a week" in (block.legend or "")


def test_the_last_days_of_a_year_belong_to_its_last_week() -> None:
    block = activity(done({326: 7, 400: 1}))  # 31 December 2025
    assert ("Week from 24 Dec 2025", "7", "1 min 10 s") in block.table.rows


def test_before_the_first_answer_the_year_is_empty() -> None:
    block = activity(nobody())
    assert len(marks(block)) == 364
    assert block.figure == "0 reviews"
    assert block.table.rows == []
