"""The heat map: where days stand, how dark they are, which weeks are in sight."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.clock import date_to_day
from quizapp.humanize import MONTHS
from quizapp.stats.activity import Amount
from quizapp.stats.shades import LEVELS, level_bounds, level_of
from quizapp.tui.charts.activity import Activity
from quizapp.tui.charts.chart import Place
from quizapp.tui.charts.scale import marks

TODAY = date_to_day(date(2026, 11, 22))
MONDAY = TODAY - 6


def heat(days: dict[int, int], first: int = MONDAY - 51 * 7) -> Activity:
    return Activity({day: Amount(reviews, reviews * 9_000) for day, reviews in days.items()}, first, TODAY, TODAY)


def rows(chart: Activity, width: int = 112, at: int | None = None, *, plain: bool = True) -> list[str]:
    return [row.plain for row in chart.draw(Place(width, 10, at, plain))]


def test_52_weeks_from_monday_to_sunday_under_their_months() -> None:
    drawn = rows(heat({TODAY: 47, MONDAY: 1}))
    assert drawn[0].split() == ["Dec", "2026", *(month[:3] for month in MONTHS[1:11])]
    assert [row[:3].strip() for row in drawn[1:8]] == ["Mon", "", "Wed", "", "Fri", "", ""]
    assert all(len(row.rstrip()) == 4 + 2 * 52 - 1 for row in drawn[1:8])
    assert drawn[1].rstrip()[-1] == "▓"
    assert drawn[7].rstrip()[-1] == "█"


def test_the_day_under_the_cursor_is_told_below_beside_the_legend() -> None:
    chart = heat({TODAY: 47, TODAY - 1: 3, TODAY - 2: 9, TODAY - 3: 12})
    told = rows(chart)[-1]
    assert told.split("·")[0].strip() == "Today"
    assert "47 reviews, 7 min 3 s" in told
    assert "none" in told
    assert "and more" in told
    assert "Mon 16 Nov · no reviews" in rows(chart, at=chart.moved(chart.points - 1, 0, -6))[-1]


def test_a_narrow_map_shows_the_latest_weeks_and_follows_the_cursor_back() -> None:
    chart = heat({MONDAY - 51 * 7: 5})
    assert "█" not in "".join(rows(chart, 76)[1:8])
    assert rows(chart, 76, at=0)[1].startswith("Mon █")
    assert chart.tell(0, 76).plain == "Mon 24 Nov 2025 · 5 reviews, 45 s"


def test_columns_are_weeks_and_rows_are_days() -> None:
    chart = heat({})
    last = chart.points - 1
    assert chart.moved(last, -1, 0) == last - 7
    assert chart.moved(last, 0, -1) == last - 1
    assert chart.moved(last, 1, 0) == last
    assert chart.moved(3, -1, 0) == 3


def test_a_click_finds_the_day_that_is_drawn_there() -> None:
    chart = heat({})
    place = Place(112, 10)
    assert chart.hit(place, 4, 1) == 0
    assert chart.hit(place, 4 + 2 * 51, 7) == chart.points - 1
    assert chart.hit(place, 3, 1) is None
    assert chart.hit(place, 4, 0) is None


def test_the_cursor_is_a_square_where_a_day_was_studied_and_an_empty_one_where_not() -> None:
    chart = heat({TODAY: 3})
    assert rows(chart, plain=False)[7].rstrip()[-1] == "■"
    assert rows(chart, at=0, plain=False)[1][4] == "□"


@settings(max_examples=40)
@given(st.lists(st.integers(1, 5_000), min_size=1, max_size=60))
def test_more_reviews_are_never_lighter(counts: list[int]) -> None:
    bounds = level_bounds(counts)
    assert bounds[0] == 1
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= LEVELS
    levels = [level_of(count, bounds) for count in sorted(counts)]
    assert levels == sorted(levels)
    assert level_of(0, bounds) == 0
    assert levels[-1] == LEVELS, "the most that was ever done is the darkest"


def test_an_axis_has_a_number_halfway_only_where_it_reads_right() -> None:
    assert marks(20, 9) == {0: "20", 4: "10"}
    assert marks(3, 9) == {0: "3"}
    assert marks(21, 9) == {0: "21", 4: "10"}
    assert marks(1_250_000, 9) == {0: "1.2M", 4: "625k"}
