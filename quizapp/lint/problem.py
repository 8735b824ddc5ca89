"""A problem in a deck: a value that is collected, never an exception, so that one bad note never hides the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and how to mend it.

    `line` and `column` count from 1; 0 means the file as a whole. `mend` is a sentence that says what to write
    instead. `rule` is a short kebab-case name.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    mend: str = ""
    level: Level = Level.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}: {self.rule}: {self.message}{mend}"
