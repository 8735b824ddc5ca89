"""What is said of backups: when they were made, and what restoring one would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.table import Column, table_lines
from quizapp.clock import Clock, Moment
from quizapp.humanize import count, delay, short_date

if TYPE_CHECKING:
    from quizapp.store.compare import DayChange

DAYS_SHOWN = 14
"""Days that are told singly; older ones are told together."""


def shown_at(clock: Clock, path: Path) -> str:
    """Return when a backup was made by its name, in local time: `Fri 27 Nov 07:30`."""
    from quizapp.store.backup_files import made_at

    at = made_at(path)
    return local(clock, path.stat().st_mtime_ns // 1_000_000 if at is None else at)


def local(clock: Clock, at_ms: int) -> str:
    """Return an instant as a local day and time; the year where it is another."""
    moment = Moment(at_ms, clock.offset_at(at_ms))
    return f"{short_date(moment.study_day(0), clock.now().study_day(0))} {moment.local():%H:%M}"


def ago(clock: Clock, at_ms: int) -> str:
    """Return how long ago an instant was: `11 h ago`."""
    passed = clock.now().at_ms - at_ms
    return f"{delay(passed)} ago" if passed >= 0 else "after now, by this computer's clock"


def change_lines(days: Sequence[DayChange], today: int) -> Iterator[str]:
    """Yield a table of what days would lose and gain, and a sentence on what else would change."""
    told = [day for day in days if day.lost or day.gained]
    older, newest = told[:-DAYS_SHOWN], told[-DAYS_SHOWN:]
    rows = [(short_date(day.study_day, today), _number(day.lost), _number(day.gained)) for day in newest]
    if older:
        gone, back = sum(day.lost for day in older), sum(day.gained for day in older)
        rows.insert(0, (f"{count(len(older), 'day')} before", _number(gone), _number(back)))
    if rows:
        columns = (Column("answers of"), Column("go", right=True), Column("come back", right=True))
        yield from table_lines(columns, rows)
    gone, back = sum(day.lost_others for day in days), sum(day.gained_others for day in days)
    if gone or back:
        yield (
            f"Of acts, such as suspending, undoing or a quiz, {gone:,} {_verb(gone, 'go')} "
            f"and {back:,} {_verb(back, 'come')} back."
        )


def _verb(number: int, verb: str) -> str:
    return verb if number != 1 else {"go": "goes", "come": "comes"}[verb]


def _number(number: int) -> str:
    return f"{number:,}" if number else "-"
