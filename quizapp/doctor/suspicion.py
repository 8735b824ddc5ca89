"""When something fails that nobody foresaw: whether a damaged database is behind it.

Values are not checked each time they are read: their tables did that when they were written. So a file that was
damaged, or made by somebody else, may hold what no code expects. It is looked through when something has failed, which
costs nothing as long as nothing does.
"""

from __future__ import annotations

from contextlib import suppress

from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.doctor.examination import examine
from quizapp.doctor.finding import Level
from quizapp.errors import StoreDamaged

TELLING = frozenset({"pages", "schema", "values", "links", "instants", "ids", "details", "undos", "schedules"})
"""The checks whose problems may make any code fail."""


def damage_behind(settings: Settings, clock: Clock) -> StoreDamaged | None:
    """Return what to tell of a failure that nobody foresaw; None where the database is sound: the mistake is ours."""
    with suppress(Exception):  # whatever fails here too, the first failure is the one to be told
        for finding in examine(settings, clock, only=TELLING):
            if finding.level is Level.PROBLEM:
                return StoreDamaged(settings.database, f"{finding.text[0].lower()}{finding.text[1:].rstrip('.')}")
    return None
