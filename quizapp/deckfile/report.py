"""Collects what is wrong with one deck file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.problem import Level, Problem
from quizapp.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml import Event

MAX_PROBLEMS = 1_000
"""Kept of one file: 64 MiB of rubbish must not become gigabytes of sentences."""


class Report:
    """The problems of one deck file so far, and how many errors they hold.

    `errors` also counts what was left out under another problem, so that a reader can ask whether anything
    between two moments went wrong. `first_line` and `first_index` are the line and the character at which the text
    being parsed starts in its file, from 0: a piece of a file is parsed on its own when the whole is not YAML.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.errors = 0
        self.first_line = 0
        self.first_index = 0
        self._problems: list[Problem] = []
        self._dropped = 0

    def error(self, at: Event, rule: str, message: str, mend: str) -> None:
        """Add an error at the start of an event; what it belongs to is left out of the deck."""
        self.error_at(*place(at), rule, message, mend)

    def error_at(self, line: int, column: int, rule: str, message: str, mend: str) -> None:
        """Add an error at a line and column of the text being parsed, from 1; line 0 is the whole file."""
        self.errors += 1
        self._add(line, column, rule, message, mend, Level.ERROR)

    def warning_at(self, line: int, column: int, rule: str, message: str, mend: str) -> None:
        """Add a warning: what it belongs to is read all the same."""
        self._add(line, column, rule, message, mend, Level.WARNING)

    def count_error(self) -> None:
        """Count an error whose problem is in the report already."""
        self.errors += 1

    def file_line(self, at: Event) -> int:
        """Return the line of the file, from 1, at which an event starts."""
        return self.first_line + place(at)[0]

    def mark(self) -> tuple[int, int, int]:
        """Return a moment to `rewind` to."""
        return self.errors, len(self._problems), self._dropped

    def rewind(self, moment: tuple[int, int, int]) -> None:
        self.errors, kept, self._dropped = moment
        del self._problems[kept:]

    def problems(self) -> tuple[Problem, ...]:
        """Return everything collected, in the order of the file."""
        found = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if self._dropped:
            message = f"{self._dropped} more problems are not listed."
            mend = "Mend the first ones and read it again."
            found.append(Problem(self.path, 0, 0, "too-many-problems", message, mend))
        return tuple(found)

    def _add(self, line: int, column: int, rule: str, message: str, mend: str, level: Level) -> None:
        if len(self._problems) >= MAX_PROBLEMS:
            self._dropped += 1
            return
        at = self.first_line + line if line else 0
        self._problems.append(Problem(self.path, at, column, rule, message, mend, level))


def place(at: Event) -> tuple[int, int]:
    """Return the line and column at which an event starts, both from 1."""
    mark = at.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def quoted(value: str) -> str:
    """Return what a deck says as a message may show it: on one line, short, in quotation marks."""
    return f"“{shorten(value, 40)}”"


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return a sentence that suggests the known name closest to a mistyped one."""
    from difflib import get_close_matches  # late: most decks do without

    close = get_close_matches(name.casefold(), list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else otherwise
