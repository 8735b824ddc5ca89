"""A problem in a deck: a value that is collected, never an exception, so that one bad note never hides the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How bad a problem is: an ERROR leaves its note out, a WARNING costs the learner, a HINT is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def badness(self) -> int:
        """Return a number that grows from hint to error."""
        return ("hint", "warning", "error").index(self.value)


class Edit(NamedTuple):
    """The characters from `start` up to `end` of a file's text give way to `text`; offsets count from 0."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and how to mend it.

    `line` and `column` count from 1 and are where it begins; 0 means the file as a whole. `end_line` and
    `end_column` are behind its last character, 0 where only the beginning is known. `mend` is a sentence that says
    what to write instead. `rule` is a short kebab-case name. `fix` are edits of the file that mend it and cannot change
    what the deck means; empty where somebody has to decide.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    mend: str = ""
    level: Level = Level.ERROR
    end_line: int = 0
    end_column: int = 0
    fix: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}: {self.rule}: {self.message}{mend}"
