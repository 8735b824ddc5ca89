"""How cards are spread: bars that lie below each other under their names, and bars that stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizapp.report.axis import round_steps
from quizapp.report.drawing import column, mark, plot, reach, upright
from quizapp.report.markup import Markup, across, element
from quizapp.report.words import whole

ROW = 19.2
NAMES, NUMBERS = 0.36, 0.17
"""Parts of the width for the names on the left and the numbers on the right."""

Said = Callable[[str, int], str]
"""What a bar says, from its name and its number."""


def lying(names: Sequence[str], numbers: Sequence[int], said: Said) -> Markup:
    """Return a bar a row, its number at the end of the row."""
    most = max(numbers, default=0) or 1
    rows = []
    for row, (name, number) in enumerate(zip(names, numbers, strict=True)):
        middle = row * ROW + ROW / 2
        wide = number / most * (1 - NAMES - NUMBERS)
        rows.append(
            mark(
                said(name, number),
                element("rect", x=0, y=row * ROW, width="100%", height=ROW, class_="reach"),
                element("text", name, x=0, y=middle + 4, class_="tick"),
                element("rect", x=across(NAMES), y=middle - 3, width=across(wide), height=6, rx=3, class_="heat3")
                if number
                else element("circle", cx=across(NAMES), cy=middle, r=1.2, class_="zero"),
                element("text", f"{number:,}", x="100%", y=middle + 4, text_anchor="end", class_="value"),
            )
        )
    return element("svg", *rows, class_="area", width="100%", height=ROW * len(rows))


def standing(
    names: Sequence[str], numbers: Sequence[int], said: Said, *, below: Sequence[tuple[float, str]], gap: float = 0.2
) -> Markup:
    """Return a bar a column; only some are named below."""
    places = len(numbers)
    up = upright(0, max(numbers, default=0))
    bars = [
        mark(
            said(name, number),
            reach(place / places, 1 / places),
            *([column((place + gap / 2) / places, (1 - gap) / places, up(number), up(0), "heat3")] if number else []),
        )
        for place, (name, number) in enumerate(zip(names, numbers, strict=True))
    ]
    steps = round_steps(max(numbers, default=0))
    return plot(up, [(step, whole(step)) for step in steps], *bars, below=below)
