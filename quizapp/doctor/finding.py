"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.doctor.patient import Patient

REPAIR = "Rebuild it: quizapp doctor --repair"
RESTORE = "Put a backup in its place: quizapp restore"
SALVAGE = "Take out what can be read: quizapp doctor --salvage -o FILE"


class Level(StrEnum):
    """FINE is a check that found nothing, a NOTE is worth knowing, a PROBLEM wants something done."""

    FINE = "fine"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, as one sentence, and as another what to do next, "" when there is nothing to do.

    `check` is the name of the check, `count` how many things are meant, 0 where nothing is counted.
    """

    check: str
    level: Level
    text: str
    count: int = 0
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: a name to find it by, what it looks at, what is said when all is well, and the function.

    `reads` tells what it looks into: "rows" of the database, its "file", or "else" what lies around it.
    """

    name: str
    looks_at: str
    fine: str
    run: Callable[[Patient], Iterable[Finding]]
    reads: str = "rows"


def problem(text: str, count: int = 0, mend: str = "") -> Finding:
    """Return a problem, before its check has put its name on it."""
    return Finding("", Level.PROBLEM, text, count, mend)


def noted(text: str, count: int = 0, mend: str = "") -> Finding:
    """Return a note, before its check has put its name on it."""
    return Finding("", Level.NOTE, text, count, mend)
