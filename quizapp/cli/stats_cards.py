"""The parts of `quizapp stats` that tell of cards and not of answers: memory, what is to come, the hardest."""

from __future__ import annotations

from quizapp.cli.chart import upright
from quizapp.cli.stats_words import CHART_HEIGHT, Part, bars, whole, without_empty_ends
from quizapp.cli.table import Column, table_lines
from quizapp.humanize import count, day_and_month, decimal, in_days, percent
from quizapp.stats.memory import STABILITY_LABELS
from quizapp.stats.progress import Progress


def memory(progress: Progress) -> Part | None:
    made = progress.memory
    if made.median_stability_days is None or made.mean_difficulty is None or made.mean_retrievability is None:
        return None
    tenths = [(f"{low}–{low + 10} %", cards) for low, cards in zip(range(0, 100, 10), made.retrievability, strict=True)]
    difficulty = [(str(number), cards) for number, cards in enumerate(made.difficulty, 1)]
    return Part(
        "Memory",
        f"{whole(made.known)} of {count(made.cards, 'card')} known now",
        (
            f"stability, {in_days(made.median_stability_days)} median",
            *bars(list(zip(STABILITY_LABELS, made.stability, strict=True))),
            "",
            f"recall predicted today, {percent(made.mean_retrievability)} in the mean",
            *bars(without_empty_ends(tenths)),
            "",
            f"difficulty, {decimal(made.mean_difficulty)} in the mean",
            *bars(without_empty_ends(difficulty)),
        ),
    )


def coming(progress: Progress) -> Part | None:
    made = progress.forecast
    expected = [coming.expected for coming in made.days]
    if not sum(expected) and not made.new_cards:
        return None
    largest = max(expected)
    weeks = "".join(f"{day_and_month(coming.day):<14}" for coming in made.days[::7]).rstrip()
    chart = (
        f"by day, {whole(largest)} at most",
        *upright(expected, CHART_HEIGHT, wide=2),
        weeks,
    )
    new = {None: "none is begun: study.new_per_day is 0", 0: "none left"}.get(
        made.new_days, f"{made.new_cards:,}, begun in {count(made.new_days or 0, 'day')}"
    )
    total = sum(expected)
    return Part(
        "Coming reviews",
        f"{whole(total)} in {count(len(made.days), 'day')}, {whole(total / len(made.days))} a day",
        (*(chart if total else ()), *([""] if total else []), f"new cards: {new}"),
    )


def hardest(progress: Progress) -> Part | None:
    if not progress.hardest:
        return None
    columns = (
        Column("card", gives_way=True),
        Column("lapses", right=True),
        Column("reviews", right=True),
        Column("difficulty", right=True),
    )
    rows = [
        (card.card_id, f"{card.lapses:,}", f"{card.reviews:,}", decimal(card.difficulty)) for card in progress.hardest
    ]
    return Part("Hardest cards", "those that lapsed most often", tuple(table_lines(columns, rows)))
