"""Answer buttons: how often each rating was given, by the phase of the card before."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.humanize import count, percent
from quizapp.model import Phase, Rating
from quizapp.report.block import Block, Table
from quizapp.report.drawing import key, mark
from quizapp.report.markup import Markup, across, element
from quizapp.stats.progress import Progress

ROW, BAR = 46.0, 14.0
COLOURS = ("again", "heat1", "heat3", "heat4")
NAMES = tuple(rating.label for rating in Rating)


def buttons(progress: Progress) -> Block | None:
    """Return the share of each rating in each phase that was answered, None without an answer."""
    phases = [(phase.label, progress.buttons[phase]) for phase in Phase if sum(progress.buttons[phase])]
    if not phases:
        return None
    total = sum(sum(counts) for _, counts in phases)
    again = sum(counts[0] for _, counts in phases)
    rows = [shape for row, (name, counts) in enumerate(phases) for shape in _row(row, name, counts)]
    return Block(
        name="buttons",
        title="Answer buttons",
        figure=percent(again / total),
        unit=f"of {count(total, 'answer')} were Again",
        described="Ratings by the phase of the card before",
        drawing=element("svg", *rows, class_="area", width="100%", height=ROW * len(phases)),
        table=Table(
            ("Phase before", *NAMES),
            [(name, *(f"{number:,}" for number in counts)) for name, counts in phases],
        ),
        legend=key(*zip(COLOURS, NAMES, strict=True)),
    )


def _row(row: int, name: str, counts: Sequence[int]) -> list[Markup]:
    top, total = row * ROW, sum(counts)
    shapes = [
        element("text", name, x=0, y=top + 14, class_="tick"),
        element("text", count(total, "answer"), x="100%", y=top + 14, text_anchor="end", class_="tick"),
    ]
    before = 0
    for rating, number, colour in zip(NAMES, counts, COLOURS, strict=True):
        if number:
            said = f"{name}, {rating}: {count(number, 'answer')}, {percent(number / total)}"
            box = element(
                "rect", x=across(before / total), y=top + 21, width=across(number / total), height=BAR, class_=colour
            )
            shapes.append(mark(said, box))
        before += number
    return shapes
