"""Coming reviews: a bar a day, the part of it that stands on a schedule already darker."""

from __future__ import annotations

from quizapp.clock import day_to_date
from quizapp.humanize import count, day_and_month
from quizapp.report.axis import round_steps
from quizapp.report.block import Block, Table
from quizapp.report.drawing import column, key, mark, plot, reach, upright
from quizapp.report.markup import Markup, joined
from quizapp.report.words import weekday_and_date, whole
from quizapp.stats.forecast import Coming
from quizapp.stats.progress import Progress

BAR = 0.78
"""How much of a day's place its bar takes."""


def coming(progress: Progress) -> Block:
    """Return the reviews of the days to come."""
    made = progress.forecast
    days = made.days
    total = sum(day.expected for day in days)
    largest = max((day.expected for day in days), default=0.0)
    up = upright(0, largest)
    bars = [_bar(place, len(days), day, up(day.scheduled), up(day.expected)) for place, day in enumerate(days)]
    below = [
        ((place + 0.5) / len(days), day_and_month(day.day))
        for place, day in enumerate(days)
        if day_to_date(day.day).weekday() == 0 and place < len(days) - 2
    ]
    new = {
        None: f"{count(made.new_cards, 'new card')} waiting; none is begun a day",
        0: "no new cards waiting",
    }.get(made.new_days, f"{count(made.new_cards, 'new card')}, begun within {count(made.new_days or 0, 'day')}")
    return Block(
        name="coming",
        title="Coming reviews",
        figure=whole(total),
        unit=f"in {count(len(days), 'day')}, about {whole(total / max(len(days), 1))} a day",
        described=new,
        drawing=plot(up, [(step, whole(step)) for step in round_steps(largest)], joined(bars), below=below),
        table=Table(
            ("Day", "Scheduled", "Expected"),
            [(weekday_and_date(day.day), f"{day.scheduled:,}", whole(day.expected)) for day in days],
        ),
        legend=key(("heat3", "scheduled now"), ("heat1", "they and new cards bring")),
        note=f"{new[0].upper()}{new[1:]}. If every answer is Good; what is forgotten comes on top.",
    )


def _bar(place: int, days: int, day: Coming, scheduled: float, expected: float) -> Markup:
    left, width, ground = (place + (1 - BAR) / 2) / days, BAR / days, upright(0, 1)(0)
    said = f"{weekday_and_date(day.day)}: {count(round(day.expected), 'review')}, {day.scheduled:,} scheduled now"
    shapes = [reach(place / days, 1 / days)]
    if round(day.expected) > day.scheduled:
        shapes.append(column(left, width, expected, ground, "heat1"))
    if day.scheduled:
        shapes.append(column(left, width, scheduled, ground, "heat3"))
    return mark(said, *shapes)
