"""Instants, offsets and study days. The only module that reads the clock.

A study day is the local calendar day shifted by the day cutoff: with a cutoff of 4, 03:59 still belongs to
the day before. It is counted from the local *wall* time, so both nights on which clocks change are right:
subtracting the cutoff in UTC would be wrong for the hours between the change and the cutoff.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple, Protocol

from quizapp.model import DAY_MS, MINUTE_MS

EPOCH = date(1970, 1, 1)
_EPOCH_ORDINAL = EPOCH.toordinal()


class Moment(NamedTuple):
    """An instant as events keep it: UTC epoch milliseconds and the local offset that held then, in
    minutes."""

    at_ms: int
    utc_offset_minutes: int

    def study_day(self, cutoff_hour: int) -> int:
        return study_day(self.at_ms, self.utc_offset_minutes, cutoff_hour)

    def local(self) -> datetime:
        """Return the naive local wall time."""
        return datetime(1970, 1, 1) + timedelta(milliseconds=self.at_ms + self.utc_offset_minutes * MINUTE_MS)


def study_day(at_ms: int, utc_offset_minutes: int, cutoff_hour: int) -> int:
    """Return the study day of an instant: days since 1970-01-01 of the local wall time less the cutoff."""
    return (at_ms // MINUTE_MS + utc_offset_minutes - cutoff_hour * 60) // 1440


def day_to_date(day: int) -> date:
    """Return the calendar date that a study day is called by."""
    return date.fromordinal(_EPOCH_ORDINAL + day)


def date_to_day(value: date) -> int:
    return value.toordinal() - _EPOCH_ORDINAL


def iso_utc(at_ms: int) -> str:
    """Return an instant as ISO 8601 in UTC with milliseconds, `2026-11-22T21:44:53.120Z`."""
    minute, ms = divmod(at_ms, MINUTE_MS)
    return f"{_iso_minute(minute)}:{ms // 1000:02d}.{ms % 1000:03d}Z"


@lru_cache(maxsize=1_000)
def _iso_minute(minute: int) -> str:
    """Return the part that the instants of a minute share: a log has many that follow each other."""
    return f"{datetime.fromtimestamp(minute * 60, UTC):%Y-%m-%dT%H:%M}"


class Clock(Protocol):
    """What is asked for the time. Tests pass their own; nothing is ever frozen or patched."""

    def now(self) -> Moment: ...

    def offset_at(self, at_ms: int) -> int:
        """Return the local UTC offset in minutes that holds at another instant."""
        ...


class SystemClock:
    """The machine's clock, in the machine's time zone or in the one given."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def now(self) -> Moment:
        at_ms = time.time_ns() // 1_000_000
        return Moment(at_ms, self.offset_at(at_ms))

    def offset_at(self, at_ms: int) -> int:
        moment = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(self._zone)
        offset = moment.utcoffset()
        return round(offset.total_seconds() / 60) if offset else 0


def steady_s() -> float:
    """Return seconds that only ever grow, to tell how long something takes."""
    return time.monotonic()


def file_time_ns() -> int:
    """Return the instant it is as files keep it (epoch, nanoseconds), to tell how young a file is."""
    return time.time_ns()


def day_ends_at(clock: Clock, day: int, cutoff_hour: int) -> int:
    """Return the first instant of the study day after `day`, in the zone of the clock.

    A day with a clock change is 23 or 25 hours long. Where the change skips the cutoff, the day ends with it.
    """
    wall_ms = ((day + 1) * 1440 + cutoff_hour * 60) * MINUTE_MS
    offsets = (clock.offset_at(wall_ms - DAY_MS), clock.offset_at(wall_ms + DAY_MS))
    before, end = (wall_ms - offset * MINUTE_MS for offset in (max(offsets), min(offsets)))
    if _is_over(clock, before, day, cutoff_hour):
        return before
    # The clock changes here, and skips the cutoff or reaches it later than the larger offset says.
    while end - before > 1:
        middle = (before + end) // 2
        if _is_over(clock, middle, day, cutoff_hour):
            end = middle
        else:
            before = middle
    return end


def _is_over(clock: Clock, at_ms: int, day: int, cutoff_hour: int) -> bool:
    return study_day(at_ms, clock.offset_at(at_ms), cutoff_hour) > day
