"""Which backups to keep, so that yesterday, last week and last spring can all be gone back to without a heap of files.

Of each log are kept

- the newest NEWEST, whatever their age,
- the last one of each of the newest DAYS days, WEEKS weeks and MONTHS months that have one (in UTC; weeks begin on
  Monday). Days without a backup do not count: a learner who comes back after a year finds all of them.
- the one with the most answers, as a log is only ever added to,
- the newest of each schema, for going back to an older program.

Many are several of these at once. A log is known by its device: a database that was begun anew has another, so it
never pushes out what there was before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

NEWEST = 4
DAYS = 7
WEEKS = 5
MONTHS = 12

MOST_OF_ONE_SCHEMA = 2 * NEWEST + DAYS + WEEKS + MONTHS + 1
"""How many are kept of a log at most, beside one for each further schema."""


class Backup(NamedTuple):
    """A whole copy of a database, as its name and its first pages tell.

    `made_at` is in epoch milliseconds. `answers`, `acts` and `quizzes` count what the log holds, taken back or not;
    `cards` those that it speaks of.
    """

    path: Path
    made_at: int
    size: int
    schema: int
    device_id: str
    answers: int
    acts: int
    quizzes: int
    cards: int


def which_to_keep(backups: Iterable[Backup], now: int) -> set[Backup]:
    """Return the backups that stay, as the module's docstring says.

    Pure, and the same for every order of the backups.

    Args:
        backups: those that could be read; what could not is nobody's to judge here.
        now: epoch ms. What was made after it, by a clock that was wrong, takes no day from the others; the newest
            NEWEST of it stay.
    """
    logs: defaultdict[str, list[Backup]] = defaultdict(list)
    for backup in sorted(backups, key=_age):
        logs[backup.device_id].append(backup)
    return {kept for of_one in logs.values() for kept in _kept(of_one, now)}


def _age(backup: Backup) -> tuple[int, str]:
    """Return what sorts the newest first; names tell apart what was made in the same second."""
    return -backup.made_at, str(backup.path)


def _kept(newest_first: Sequence[Backup], now: int) -> Iterator[Backup]:
    past = [backup for backup in newest_first if backup.made_at <= now]
    ahead = [backup for backup in newest_first if backup.made_at > now]
    yield max(newest_first, key=lambda backup: (backup.answers, backup.acts, backup.quizzes, backup.made_at))
    yield from chain(past[:NEWEST], ahead[:NEWEST])
    yield from _last_of_each(past, lambda at: at.date())[:DAYS]
    yield from _last_of_each(past, lambda at: at.isocalendar()[:2])[:WEEKS]
    yield from _last_of_each(past, lambda at: (at.year, at.month))[:MONTHS]
    yield from {backup.schema: backup for backup in reversed(newest_first)}.values()


def _last_of_each(newest_first: Sequence[Backup], span: Callable[[datetime], object]) -> list[Backup]:
    """Return the newest backup of each span of time that has one, the newest span first."""
    last: dict[object, Backup] = {}
    for backup in newest_first:
        last.setdefault(span(datetime.fromtimestamp(backup.made_at / 1000, UTC)), backup)
    return list(last.values())
