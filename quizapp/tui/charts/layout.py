"""Which plots stand beside and below each other: shelves as wide as the page, pages as high as the screen.

No plot is ever cut: one that does not fit goes to the next shelf, a shelf that does not fit to the next page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.tui.charts.chart import Room

BETWEEN = 4
"""Cells between two plots."""


class Spaces(NamedTuple):
    """Rows of the heading above each plot, and between two shelves; whether plots may stand side by side."""

    heading: int
    between: int
    beside: bool


class Placed(NamedTuple):
    """Where a plot stands, its heading included: its number, its upper left cell, cells and rows of the plot."""

    number: int
    x: int
    y: int
    width: int
    rows: int


class _Shelf(NamedTuple):
    numbers: tuple[int, ...]
    widths: tuple[int, ...]
    least_rows: int
    rows: int
    most_rows: int


def pages(rooms: Sequence[Room], width: int, height: int, spaces: Spaces) -> list[list[Placed]]:
    """Return the plots page by page, in their order."""
    made: list[list[Placed]] = []
    shelves = list(_shelves(rooms, width, beside=spaces.beside))
    while shelves:
        taken, used = 0, 0
        for shelf in shelves:
            least = used + spaces.heading + shelf.least_rows
            if taken and least > height:
                break
            used = least + spaces.between
            taken += 1
        made.append(_placed(shelves[:taken], height, spaces))
        shelves = shelves[taken:]
    return made


def _shelves(rooms: Sequence[Room], width: int, *, beside: bool) -> Iterator[_Shelf]:
    numbers: list[int] = []
    used = 0
    for number, room in enumerate(rooms):
        least = min(room.least_width, width)
        if numbers and (not beside or used + BETWEEN + least > width):
            yield _shelf(numbers, rooms, width)
            numbers, used = [], 0
        used += least + (BETWEEN if numbers else 0)
        numbers.append(number)
    if numbers:
        yield _shelf(numbers, rooms, width)


def _shelf(numbers: Sequence[int], rooms: Sequence[Room], width: int) -> _Shelf:
    on = [rooms[number] for number in numbers]
    widths = [min(room.least_width, width) for room in on]
    left = width - sum(widths) - BETWEEN * (len(on) - 1)
    wanted = [max(room.most_width - least, 0) for room, least in zip(on, widths, strict=True)]
    if len(on) == 1:
        widths = [width]
    elif wanted_in_all := sum(wanted):
        share = min(left / wanted_in_all, 1)
        widths = [least + int(more * share) for least, more in zip(widths, wanted, strict=True)]
        spare = width - sum(widths) - BETWEEN * (len(on) - 1)
        widest = max(range(len(on)), key=wanted.__getitem__)
        widths[widest] = min(widths[widest] + spare, on[widest].most_width)
    return _Shelf(
        tuple(numbers),
        tuple(widths),
        max(room.least_rows for room in on),
        max(room.rows for room in on),
        max(room.most_rows for room in on),
    )


def _placed(shelves: Sequence[_Shelf], height: int, spaces: Spaces) -> list[Placed]:
    """Return the plots of one page; what is left of its height goes to the shelves that can use it."""
    left = height - len(shelves) * spaces.heading - (len(shelves) - 1) * spaces.between
    rows = [shelf.least_rows for shelf in shelves]
    for wants in ([shelf.rows for shelf in shelves], [shelf.most_rows for shelf in shelves]):
        while sum(rows) < left and any(have < want for have, want in zip(rows, wants, strict=True)):
            furthest = max(range(len(rows)), key=lambda at: wants[at] - rows[at])
            rows[furthest] += 1
    made = []
    y = 0
    for shelf, high in zip(shelves, rows, strict=True):
        x = 0
        for number, wide in zip(shelf.numbers, shelf.widths, strict=True):
            made.append(Placed(number, x, y, wide, high))
            x += wide + BETWEEN
        y += spaces.heading + high + spaces.between
    return made
