"""Reviews by the hour of the day."""

from __future__ import annotations

from quizapp.humanize import count, duration, percent
from quizapp.report.block import Block, Table
from quizapp.report.plots.bars import standing
from quizapp.stats.codes import HOURS
from quizapp.stats.progress import Progress


def hours(progress: Progress) -> Block | None:
    """Return answers by the hour of the wall clock there and then, None without any."""
    counts, spent = progress.activity.hours, progress.activity.hours_ms
    total = sum(counts)
    if not total:
        return None
    most = max(range(HOURS), key=counts.__getitem__)
    names = [f"{hour}:00–{hour + 1}:00" for hour in range(HOURS)]
    times = {name: duration(ms) for name, ms in zip(names, spent, strict=True)}
    return Block(
        name="hours",
        title="Hours",
        figure=f"{most}:00–{most + 1}:00",
        unit=f"has the most reviews, {percent(counts[most] / total)}",
        described="Reviews by the hour of the day",
        drawing=standing(
            names,
            counts,
            lambda name, reviews: f"{name}: {count(reviews, 'review')}, {times[name]}",
            below=[((hour + 0.5) / HOURS, f"{hour}:00") for hour in (0, 6, 12, 18)],
        ),
        table=Table(
            ("Hour", "Reviews", "Time"),
            [(name, f"{number:,}", times[name]) for name, number in zip(names, counts, strict=True)],
        ),
    )
