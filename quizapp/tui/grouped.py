"""Where the rows of a grouped list stand: each group begins with a blank line, where there is room, and its heading.

Only arithmetic on the groups, so that a hundred thousand rows cost no more than ten.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Heading(NamedTuple):
    """A line that holds the heading of a group."""

    group: int


class Row(NamedTuple):
    """A line that holds a row."""

    row: int


class Grouped:
    """Rows counted from 0, in groups; lines counted from 0.

    Args:
        starts: the first row of each group, ascending from 0; empty for rows without groups.
        airy: whether a blank line stands above each heading.
    """

    def __init__(self, rows: int, starts: tuple[int, ...] = (), *, airy: bool = False) -> None:
        self.rows = rows
        self._starts = starts
        self._head = 2 if airy else 1
        self._lines = [start + number * self._head for number, start in enumerate(starts)]

    @property
    def lines(self) -> int:
        return self.rows + len(self._starts) * self._head

    def line_of(self, row: int) -> int:
        """Return the line of a row."""
        return row + bisect_right(self._starts, row) * self._head

    def at(self, line: int) -> Heading | Row | None:
        """Return what stands on a line, None for a blank one."""
        group = bisect_right(self._lines, line) - 1
        if group < 0:
            return Row(line)
        within = line - self._lines[group]
        if within < self._head:
            return Heading(group) if within == self._head - 1 else None
        return Row(line - (group + 1) * self._head)

    def group_of(self, line: int) -> int | None:
        """Return the group that a line belongs to, None where there are no groups."""
        return bisect_right(self._lines, line) - 1 if self._lines else None

    def top_for(self, row: int, top: int, height: int) -> int:
        """Return the line to begin with, as near to `top` as can be, so that a row is among `height` lines.

        The first line is not counted where there are groups: the heading of a group that began above stands there.
        """
        line, pinned = self.line_of(row), bool(self._starts)
        top = min(max(top, line - height + 1), line - pinned)
        return max(min(top, self.lines - height), 0)
