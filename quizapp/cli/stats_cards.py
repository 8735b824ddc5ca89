"""The parts of `quizapp stats` that tell of cards and not of answers: memory, what is to come, the hardest, quizzes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum

from quizapp.cli.chart import upright
from quizapp.cli.stats_words import CHART_HEIGHT, Part, bars, whole, without_empty_ends
from quizapp.cli.table import Column, table_lines
from quizapp.humanize import count, day_and_month, decimal, duration, in_days, percent
from quizapp.stats.leeches import Leech
from quizapp.stats.memory import STABILITY_LABELS
from quizapp.stats.progress import Progress

MOST_POINTS = 66
QUIZZES_SHOWN = 10


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
            *_knowledge(progress),
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


def _knowledge(progress: Progress) -> Iterator[str]:
    """Yield how many cards were known over time, as many points as are wide enough to be told apart."""
    days, known = progress.knowledge
    if len(days) < 2:
        return
    every = -(-len(days) // MOST_POINTS)
    wide = max(min(MOST_POINTS // len(days), 4), 1)
    shown, last = list(known[::-1][::every])[::-1], day_and_month(days[-1], days[0])
    first = day_and_month(days[::-1][::every][-1], days[-1])
    yield f"known over time, {whole(max(shown))} at most"
    yield from upright(shown, CHART_HEIGHT, wide=wide)
    yield f"{first}{last:>{max(len(shown) * wide - len(first), len(last) + 1)}}"
    yield ""


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
    leeches = {leech.card_id: leech for leech in progress.leeches}
    columns = (
        Column("card", gives_way=True),
        Column("lapses", right=True),
        Column("reviews", right=True),
        Column("difficulty", right=True),
        *([Column("")] if leeches else []),
    )
    rows = [
        (
            card.card_id,
            f"{card.lapses:,}",
            f"{card.reviews:,}",
            decimal(card.difficulty),
            *([_leech(leeches.get(card.card_id))] if leeches else []),
        )
        for card in progress.hardest
    ]
    suspended = sum(leech.suspended for leech in leeches.values())
    told = f" · {_leeches(len(leeches))}" if leeches else ""
    if suspended:
        told += f", {suspended:,} suspended"
    return Part("Hardest cards", f"those that lapsed most often{told}", tuple(table_lines(columns, rows)))


def _leeches(number: int) -> str:
    return "1 leech" if number == 1 else f"{number:,} leeches"


def _leech(leech: Leech | None) -> str:
    if leech is None:
        return ""
    return "leech, suspended" if leech.suspended else "leech"


def quizzes(progress: Progress, titles: Mapping[str, str]) -> Part | None:
    """Return the latest quizzes, the newest last."""
    scores = progress.quizzes
    if not scores:
        return None
    right, questions = fsum(score.right for score in scores), sum(score.questions for score in scores)
    columns = (
        Column("day"),
        Column("right", right=True),
        Column(""),
        Column("time", right=True),
        Column("decks", gives_way=True),
    )
    rows = [
        (
            day_and_month(score.study_day, progress.today),
            f"{decimal(score.right)} of {score.questions:,}",
            percent(score.share),
            duration(score.duration_ms),
            ", ".join(titles.get(deck_id, deck_id) for deck_id in score.deck_ids),
        )
        for score in scores[-QUIZZES_SHOWN:]
    ]
    number = "1 quiz" if len(scores) == 1 else f"{len(scores):,} quizzes"
    return Part("Quizzes", f"{percent(right / questions)} right in {number}", tuple(table_lines(columns, rows)))
