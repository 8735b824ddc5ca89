"""What the program has acknowledged at a moment, as its learner could tell from the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shim import Change

ACTS = frozenset("1234ub!")
"""What a learner types in lines that goes on record."""


class Acknowledged:
    """Counts the acts whose next card was on the screen: what the program says on stdout answers a line each."""

    def __init__(self, typed: Sequence[Sequence[str]]) -> None:
        self.acts = 0
        self._sessions = iter(typed)
        self._lines: Iterator[str] = iter(())
        self._begun = True

    def hear(self, change: Change) -> None:
        if change.what == "x" and change.data == b"session":
            self._lines, self._begun = iter(next(self._sessions)), False
        elif change.what == "o":
            if self._begun and next(self._lines, "") in ACTS:
                self.acts += 1
            self._begun = True
