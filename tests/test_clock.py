"""Study days: the local calendar day shifted by the cutoff, in every zone and on every night."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.clock import (
    Moment,
    SystemClock,
    date_to_day,
    day_ends_at,
    day_to_date,
    iso_utc,
    study_day,
)
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS

ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Kiritimati",  # +14
    "Pacific/Pago_Pago",  # −11
    "Asia/Kathmandu",  # +5:45
    "Australia/Lord_Howe",  # changes by half an hour
    "America/Havana",  # changes at midnight
    "Antarctica/Troll",  # changes by two hours
    "Pacific/Apia",  # left out 30 December 2011
)
CUTOFFS = (0, 4, 23)

instants = st.integers(
    int(datetime(1995, 1, 1, tzinfo=UTC).timestamp()) * 1000,
    int(datetime(2045, 1, 1, tzinfo=UTC).timestamp()) * 1000,
)
zones = st.sampled_from(ZONES)
cutoffs = st.integers(0, 23)


def at(zone: str, *wall: int, fold: int = 0) -> int:
    """Return the instant at which a clock on the wall shows this."""
    return int(datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold).timestamp() * 1000)  # type: ignore[arg-type,misc]


def day_in(zone: str, at_ms: int, cutoff: int) -> date:
    return day_to_date(study_day(at_ms, SystemClock(ZoneInfo(zone)).offset_at(at_ms), cutoff))


def end_in(zone: str, day: date, cutoff: int) -> int:
    return day_ends_at(SystemClock(ZoneInfo(zone)), date_to_day(day), cutoff)


@given(instants, zones, cutoffs)
@example(at("America/New_York", 2026, 3, 8, 3, 30), "America/New_York", 4)
@example(at("America/New_York", 2026, 11, 1, 1, 30, fold=1), "America/New_York", 1)
def test_a_study_day_is_the_date_of_the_wall_time_less_the_cutoff(at_ms: int, zone: str, cutoff: int) -> None:
    wall = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert day_in(zone, at_ms, cutoff) == (wall - timedelta(hours=cutoff)).date()


@pytest.mark.parametrize("cutoff", CUTOFFS)
def test_the_day_changes_at_the_cutoff_and_not_a_millisecond_before(cutoff: int) -> None:
    change = at("Europe/Berlin", 2026, 6, 10, cutoff)
    assert day_in("Europe/Berlin", change, cutoff) == date(2026, 6, 10)
    assert day_in("Europe/Berlin", change - 1, cutoff) == date(2026, 6, 9)


def test_the_night_that_loses_an_hour_still_changes_its_day_at_the_wall_cutoff() -> None:
    # Subtracting the cutoff in UTC would put 03:30 on the 8th: 04:00 is only three hours after midnight.
    assert day_in("America/New_York", at("America/New_York", 2026, 3, 8, 3, 59), 4) == date(2026, 3, 7)
    assert day_in("America/New_York", at("America/New_York", 2026, 3, 8, 4, 0), 4) == date(2026, 3, 8)


def test_both_passes_of_a_repeated_hour_belong_to_one_day() -> None:
    passes = [at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold) for fold in (0, 1)]
    assert passes[1] - passes[0] == HOUR_MS
    assert {day_in("Europe/Berlin", at_ms, 4) for at_ms in passes} == {date(2026, 10, 24)}
    assert day_in("Europe/Berlin", at("Europe/Berlin", 2026, 10, 25, 4, 0), 4) == date(2026, 10, 25)


@pytest.mark.parametrize(
    ("zone", "utc", "expected"),
    [
        ("Pacific/Kiritimati", datetime(2026, 6, 9, 10, 0, tzinfo=UTC), date(2026, 6, 10)),
        ("Pacific/Kiritimati", datetime(2026, 6, 9, 9, 59, tzinfo=UTC), date(2026, 6, 9)),
        ("Pacific/Pago_Pago", datetime(2026, 6, 10, 11, 0, tzinfo=UTC), date(2026, 6, 10)),
        ("Pacific/Pago_Pago", datetime(2026, 6, 10, 10, 59, tzinfo=UTC), date(2026, 6, 9)),
        ("Asia/Kathmandu", datetime(2026, 6, 9, 18, 15, tzinfo=UTC), date(2026, 6, 10)),
        ("Asia/Kathmandu", datetime(2026, 6, 9, 18, 14, tzinfo=UTC), date(2026, 6, 9)),
    ],
)
def test_zones_at_the_edges_change_at_their_own_midnight(zone: str, utc: datetime, expected: date) -> None:
    assert day_in(zone, int(utc.timestamp() * 1000), 0) == expected


def test_a_flight_over_the_date_line_repeats_a_day_and_skips_one_on_the_way_back() -> None:
    take_off = at("Pacific/Auckland", 2026, 6, 10, 19)
    landing = take_off + 12 * HOUR_MS
    assert day_in("Pacific/Auckland", take_off, 4) == date(2026, 6, 10)
    assert day_in("America/Los_Angeles", landing, 4) == date(2026, 6, 10)
    take_off = at("America/Los_Angeles", 2026, 6, 10, 21)
    landing = take_off + 13 * HOUR_MS
    assert day_in("America/Los_Angeles", take_off, 4) == date(2026, 6, 10)
    assert day_in("Pacific/Auckland", landing, 4) == date(2026, 6, 12)


def test_the_29th_of_february_is_a_day_of_its_own() -> None:
    days = [day_in("UTC", at("UTC", 2028, 2, 28, 12) + n * DAY_MS, 4) for n in range(3)]
    assert days == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert date_to_day(date(2028, 3, 1)) - date_to_day(date(2028, 2, 28)) == 2


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 28), 23),
        ("Europe/Berlin", date(2026, 10, 24), 25),
        ("America/New_York", date(2026, 3, 7), 23),
        ("America/New_York", date(2026, 10, 31), 25),
        ("Australia/Lord_Howe", date(2026, 10, 3), 23.5),
        ("Pacific/Kiritimati", date(2026, 6, 9), 24),
    ],
)
def test_a_day_with_a_clock_change_is_shorter_or_longer(zone: str, day: date, hours: float) -> None:
    start, end = end_in(zone, day - timedelta(days=1), 4), end_in(zone, day, 4)
    assert end - start == hours * HOUR_MS


def test_a_cutoff_that_the_clock_change_skips_ends_the_day_at_the_change() -> None:
    assert end_in("America/New_York", date(2026, 3, 7), 2) == at("America/New_York", 2026, 3, 8, 3)


def test_a_day_that_midnight_skips_ends_at_one_in_the_morning() -> None:
    assert end_in("America/Havana", date(2026, 3, 7), 0) == at("America/Havana", 2026, 3, 8, 1)


def test_a_day_before_one_that_the_calendar_left_out_ends_with_the_jump() -> None:
    assert end_in("Pacific/Apia", date(2011, 12, 29), 4) == at("Pacific/Apia", 2011, 12, 31, 0)


@given(st.integers(date_to_day(date(1996, 1, 1)), date_to_day(date(2036, 1, 1))), zones, cutoffs)
@example(date_to_day(date(2011, 12, 29)), "Pacific/Apia", 4)
@example(date_to_day(date(2026, 3, 28)), "Antarctica/Troll", 2)
@example(date_to_day(date(2026, 10, 24)), "Antarctica/Troll", 2)
@example(date_to_day(date(2026, 10, 31)), "America/Havana", 0)
def test_a_day_ends_with_the_first_instant_of_a_later_day(day: int, zone: str, cutoff: int) -> None:
    clock = SystemClock(ZoneInfo(zone))
    end = day_ends_at(clock, day, cutoff)
    earlier = [end - 1, *(end - minutes * MINUTE_MS for minutes in range(10, 36 * 60, 10))]
    assert study_day(end, clock.offset_at(end), cutoff) > day
    assert all(study_day(at_ms, clock.offset_at(at_ms), cutoff) <= day for at_ms in earlier)


@given(st.integers(date_to_day(date(1, 1, 1)), date_to_day(date(9999, 12, 31))))
def test_a_day_and_its_date_name_each_other(day: int) -> None:
    assert date_to_day(day_to_date(day)) == day


def test_a_clock_set_back_a_year_moves_the_day_back_a_year() -> None:
    now = at("Europe/Berlin", 2027, 5, 1, 12)
    day, year_before = (Moment(at_ms, 120).study_day(4) for at_ms in (now, now - 365 * DAY_MS))
    assert day - year_before == 365


def test_a_moment_knows_its_wall_time() -> None:
    assert Moment(at("Asia/Kathmandu", 2026, 6, 10, 7, 5), 345).local() == datetime(2026, 6, 10, 7, 5)


def test_the_system_clock_tells_the_offset_of_its_zone() -> None:
    clock = SystemClock(ZoneInfo("Asia/Kathmandu"))
    moment = clock.now()
    assert moment.utc_offset_minutes == 345
    assert abs(moment.at_ms - SystemClock().now().at_ms) < HOUR_MS


def test_instants_are_written_in_utc_with_milliseconds() -> None:
    assert iso_utc(at("UTC", 2026, 11, 22, 21, 44, 53) + 120) == "2026-11-22T21:44:53.120Z"
    assert iso_utc(-1) == "1969-12-31T23:59:59.999Z"
