from __future__ import annotations

from datetime import date

import pytest

from quizapp import humanize
from quizapp.clock import date_to_day
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS

TODAY = date_to_day(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 cards"), (1, "1 card"), (12, "12 cards"), (1200, "1,200 cards")]
)
def test_a_count_takes_the_plural_but_for_one(number: int, text: str) -> None:
    assert humanize.count(number, "card") == text


@pytest.mark.parametrize(("share", "text"), [(0, "0 %"), (0.895, "90 %"), (0.9, "90 %"), (1, "100 %")])
def test_a_share_is_told_in_whole_per_cent(share: float, text: str) -> None:
    assert humanize.percent(share) == text


@pytest.mark.parametrize(
    ("days", "text", "short"),
    [
        (1, "1 day", "1 d"),
        (2.3065, "2.3 days", "2.3 d"),
        (9.96, "10 days", "10 d"),
        (46, "46 days", "46 d"),
        (99.4, "99 days", "99 d"),
        (100, "3.3 months", "3.3 mo"),
        (122, "4 months", "4 mo"),
        (364, "12 months", "12 mo"),
        (365, "1 year", "1 y"),
        (475, "1.3 years", "1.3 y"),
        (36_500, "99.9 years", "99.9 y"),
    ],
)
def test_an_interval_is_told_in_days_then_months_then_years(days: float, text: str, short: str) -> None:
    assert humanize.interval(days) == text
    assert humanize.interval_short(days) == short


@pytest.mark.parametrize(
    ("days", "text"), [(0.9, "0.9 days"), (1, "1 day"), (46.4, "46 days"), (1350.4, "1,350 days")]
)
def test_days_can_be_told_as_days_however_many(days: float, text: str) -> None:
    assert humanize.in_days(days) == text


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0 s"),
        (30_000, "30 s"),
        (59_600, "1 min"),
        (MINUTE_MS, "1 min"),
        (330_000, "6 min"),
        (10 * MINUTE_MS, "10 min"),
        (59 * MINUTE_MS + 40_000, "1 h"),
        (90 * MINUTE_MS, "1.5 h"),
        (3 * HOUR_MS, "3 h"),
        (DAY_MS - 1, "1 day"),
        (2 * DAY_MS, "2 days"),
        (2000 * HOUR_MS, "83 days"),
    ],
)
def test_a_wait_is_told_in_its_largest_unit(ms: int, text: str) -> None:
    assert humanize.delay(ms) == text


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0 s"),
        (45_000, "45 s"),
        (60_000, "1 min"),
        (532_000, "8 min 52 s"),
        (3_599_600, "1 h"),
        (65 * MINUTE_MS, "1 h 5 min"),
        (30 * HOUR_MS, "30 h"),
    ],
)
def test_a_time_spent_is_told_in_two_units(ms: int, text: str) -> None:
    assert humanize.duration(ms) == text


@pytest.mark.parametrize(
    ("ahead", "text"),
    [
        (-400, "on 18 Oct 2025"),
        (-2, "on 20 Nov"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "on Tuesday"),
        (6, "on Saturday"),
        (7, "on 29 Nov"),
        (11, "on 3 Dec"),
        (40, "on 1 Jan 2027"),
    ],
)
def test_a_day_is_named_as_said_today(ahead: int, text: str) -> None:
    assert humanize.day_name(TODAY + ahead, TODAY) == text


def test_a_date_is_short_or_long() -> None:
    assert humanize.short_date(TODAY) == "Sun 22 Nov"
    assert humanize.short_date(TODAY, TODAY + 3) == "Sun 22 Nov"
    assert humanize.short_date(TODAY, TODAY + 365) == "Sun 22 Nov 2026"
    assert humanize.long_date(TODAY) == "Sunday 22 November"


def test_a_list_ends_in_and() -> None:
    assert humanize.listed([]) == ""
    assert humanize.listed(["1 min"]) == "1 min"
    assert humanize.listed(["1 min", "10 min"]) == "1 min and 10 min"
    assert humanize.listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(("number", "text"), [(5.11, "5.1"), (8.0, "8"), (0.96, "1"), (1234.56, "1,234.6")])
def test_a_decimal_drops_a_zero(number: float, text: str) -> None:
    assert humanize.decimal(number) == text
