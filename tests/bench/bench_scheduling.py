"""Folding a large log into schedules, beside the engine alone and beside a schedule made for every review.

    python tests/bench/bench_scheduling.py [CARDS] [REVIEWS_PER_CARD]
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter

import fsrs_rs_python as rs

from quizapp.model import DAY_MS, MINUTE_MS, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.replay import Row, replay_many
from quizapp.scheduling.schedule import previews, schedule_review
from quizapp.scheduling.settings import SettingsTimeline

FIRST_DAY = 20_000


def make_rows(cards: int, reviews: int) -> list[Row]:
    draw = random.Random(7)
    rows: list[Row] = []
    for number in range(cards):
        card_id, day = f"deck-{number % 50}/card-{number:06}", FIRST_DAY + number % 365
        for review in range(reviews):
            rating = draw.choices((1, 2, 3, 4), (12, 10, 68, 10))[0]
            at = day * DAY_MS + review * 10 * MINUTE_MS
            rows.append((card_id, f"{number:09}-{review:06}", rating, at, day, 0))
            day += draw.choice((0, 0, 1, 3, 8, 20, 60))
    return rows


def engine_alone(rows: Iterable[Row]) -> None:
    """One `next_states` a review, chained: what the folded work costs at the least when done in steps."""
    engine = rs.FSRS([])
    memory, card_id, last_day = None, "", 0
    for card, _, rating, _, day, _ in rows:
        if card != card_id:
            memory, card_id, last_day = None, card, day
        states = engine.next_states(memory, 0.9, day - last_day)
        memory = (states.again, states.hard, states.good, states.easy)[rating - 1].memory
        last_day = day


def schedule_each(rows: Iterable[Row]) -> None:
    settings = SchedulingSettings()
    schedule: Schedule | None = None
    card_id = ""
    for card, _, rating, at, day, interval in rows:
        if card != card_id:
            schedule, card_id = None, card
        schedule = schedule_review(
            card,
            schedule,
            Rating(rating),
            reviewed_at=at,
            study_day=day,
            settings=settings,
            chosen_interval_days=interval,
        )


def preview_each(rows: Iterable[Row]) -> None:
    settings = SchedulingSettings()
    for card, _, _, at, day, _ in rows:
        previews(card, None, now=at, study_day=day, settings=settings)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    cards, each = (int(argument) for argument in (sys.argv[1:] or ("100000", "10")))
    rows = make_rows(cards, each)
    sample = rows[: len(rows) // 20]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cards_rows = [(card_id, list(group)) for card_id, group in groupby(rows, key=itemgetter(0))]
    fold = seconds(lambda: deque(replay_many(cards_rows, SettingsTimeline()), maxlen=0))
    kept: dict[str, object] = {}
    keep = seconds(lambda: kept.update(replay_many(cards_rows, SettingsTimeline())))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    engine = seconds(lambda: engine_alone(rows))
    stepwise = seconds(lambda: schedule_each(sample)) * len(rows) / len(sample)
    shown = seconds(lambda: preview_each(sample[:2000])) / 2000

    print(f"{len(rows):,} reviews of {cards:,} cards")
    print(f"{'work':<44}{'seconds':>9}{'to engine':>11}")
    for name, spent in (
        ("engine alone, one next_states a review", engine),
        ("replay_many", fold),
        ("replay_many, all states kept", keep),
        ("schedule_review for every review", stepwise),
    ):
        print(f"{name:<44}{spent:>9.2f}{spent / engine:>10.2f}×")
    print(f"memory for all states: {grown / 1024:.0f} MB; previews of one card: {shown * 1e6:.0f} µs")


if __name__ == "__main__":
    main()
