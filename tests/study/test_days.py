"""Days as a learner writes them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.clock import date_to_day, day_to_date
from quizapp.errors import UsageError
from quizapp.humanize import MONTHS, WEEKDAYS, short_date
from quizapp.study.days import MAX_AHEAD_DAYS, NotADay, read_day

SUNDAY = date_to_day(date(2026, 11, 22))
DAYS = st.integers(date_to_day(date(1971, 1, 1)), date_to_day(date(2400, 12, 31)))


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("today", 0),
        ("Tomorrow", 1),
        ("+5", 5),
        ("+ 5", 5),
        ("5", 5),
        ("0", 0),
        ("in 5 days", 5),
        ("1 day", 1),
        ("10d", 10),
        ("2 weeks", 14),
        ("+3w", 21),
        ("friday", 5),
        ("fri", 5),
        ("on Monday", 1),
        ("sunday", 7),
        ("24 Dec", 32),
        ("24. december", 32),
        ("Dec 24th", 32),
        ("december 24, 2026", 32),
        ("22 nov", 0),
        ("21 Nov", 364),
        ("2026-12-24", 32),
        ("  24   dec ", 32),
        ("2026-11-21", -1),
        ("21 Nov 2026", -1),
    ],
)
def test_a_day_can_be_written_in_many_ways(text: str, ahead: int) -> None:
    assert read_day(text, SUNDAY) == SUNDAY + ahead


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "No day is written here."),
        ("soon", '"soon" is not a day.'),
        ("-3", '"-3" is not a day.'),
        ("t", '"t" is not a day.'),
        ("24 Foo", '"24 Foo" is not a day.'),
        ("24/12", '"24/12" is not a day.'),
        ("٣ dec", '"٣ dec" is not a day.'),
        ("30 February", "There is no 30 February."),
        ("2026-02-29", "There is no day 2026-02-29."),
        ("0000-01-01", "There is no day 0000-01-01."),
        ("36501", "more than a hundred years ahead"),
        ("999999999 weeks", "more than a hundred years ahead"),
        ("\x1b]52;c;x\x07", "is not a day."),
    ],
)
def test_what_is_no_day_is_told_with_examples(text: str, why: str) -> None:
    with pytest.raises(NotADay) as told:
        read_day(text, SUNDAY)
    assert why in str(told.value)
    assert str(told.value).endswith("Write tomorrow, +5, 24 Dec or 2026-12-24.")
    assert str(told.value).isprintable()
    assert isinstance(told.value, UsageError)


def test_the_leap_day_is_the_next_there_is() -> None:
    assert day_to_date(read_day("29 feb", SUNDAY)) == date(2028, 2, 29)
    assert day_to_date(read_day("29 feb", date_to_day(date(2096, 3, 1)))) == date(2104, 2, 29)


@given(DAYS, st.integers(0, MAX_AHEAD_DAYS))
def test_a_number_counts_days(today: int, ahead: int) -> None:
    assert read_day(f"+{ahead}", today) == today + ahead


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_one_of_the_next_seven_days(today: int, name: str) -> None:
    day = read_day(name, today)
    assert 1 <= day - today <= 7
    assert WEEKDAYS[day_to_date(day).weekday()] == name


@given(DAYS, st.integers(-400, 30_000))
def test_a_date_written_out_is_that_date(today: int, ahead: int) -> None:
    day = today + ahead
    written = day_to_date(day)
    month = MONTHS[written.month - 1]
    for text in (
        written.isoformat(),
        f"{written.day} {month} {written.year}",
        f"{month} {written.day} {written.year}",
        short_date(day, day - 400).partition(" ")[2],
    ):
        assert read_day(text if str(written.year) in text else f"{text} {written.year}", today) == day


@given(DAYS, st.integers(0, 365))
def test_without_a_year_it_is_the_next_such_day(today: int, ahead: int) -> None:
    written = day_to_date(today + ahead)
    day = read_day(f"{written.day} {MONTHS[written.month - 1][:3]}", today)
    assert day >= today
    assert (day_to_date(day).day, day_to_date(day).month) == (written.day, written.month)
    assert day <= today + ahead


@given(st.text(max_size=60))
def test_nothing_but_not_a_day_is_raised(text: str) -> None:
    with suppress(NotADay):
        assert read_day(text, SUNDAY) <= SUNDAY + MAX_AHEAD_DAYS
