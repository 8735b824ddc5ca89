"""True retention against counting, its interval against the equation it solves."""

from __future__ import annotations

from collections import defaultdict
from math import comb

import pytest
from answer_builders import CARD_IDS, Answer, columns, logs
from hypothesis import given
from hypothesis import strategies as st

from quizapp.clock import day_to_date
from quizapp.model import Phase
from quizapp.stats.chance import Z, band, wilson
from quizapp.stats.retention import Retained, retention


def plain(log: list[Answer]) -> dict[object, list[int]]:
    """Return reviews and recalled by what they are counted under."""
    counts: dict[object, list[int]] = defaultdict(lambda: [0, 0])
    intervals: dict[int, int] = {}
    for answer in log:
        if answer.phase == Phase.REVIEW:
            age = "mature" if intervals.get(answer.card, 0) >= 21 else "young"
            date = day_to_date(answer.day)
            for key in ("all", age, CARD_IDS[answer.card].partition("/")[0], (date.year, date.month)):
                counts[key][0] += 1
                counts[key][1] += answer.rating > 1
        intervals[answer.card] = answer.interval
    return counts


@given(logs())
def test_retention_counts_reviews_that_were_not_again(log: list[Answer]) -> None:
    made, counts = retention(columns(log), 0.9), plain(log)
    assert list(made.total) == counts["all"]
    assert list(made.young) == counts["young"]
    assert list(made.mature) == counts["mature"]
    for deck in ("alps", "rivers"):
        assert list(made.decks.get(deck, Retained())) == counts[deck]
    months = {}
    for month in made.months:
        date = day_to_date(month.first_day)
        assert date.day == 1
        months[date.year, date.month] = list(month.retained)
    assert months == {key: value for key, value in counts.items() if isinstance(key, tuple)}


def test_an_empty_log() -> None:
    made = retention(columns([]), 0.9)
    assert made.total.share is None
    assert made.total.interval == (0, 1)
    assert (made.decks, made.months) == ({}, ())


def test_one_review() -> None:
    made = retention(columns([Answer("a")]), 0.9)
    assert made.total == (1, 1)
    assert made.young.share == 1
    assert made.mature.share is None
    assert made.total.interval == pytest.approx((0.2065, 1.0), abs=1e-4)


def test_the_interval_of_a_textbook() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 0.2553 to 0.3662."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=1e-4)


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_end_of_the_interval_lies_1_96_standard_errors_from_what_was_measured(case: tuple[int, int]) -> None:
    hits, trials = case
    for end in wilson(hits, trials):
        if 0 < end < 1:
            distance = abs(hits / trials - end)
            assert distance == pytest.approx(Z * (end * (1 - end) / trials) ** 0.5, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("share", "trials"), [(0.9, 200), (0.8, 500), (0.95, 1_000)])
def test_the_band_of_chance_holds_95_of_100(share: float, trials: int) -> None:
    low, high = band(share, trials)
    inside = sum(
        comb(trials, hits) * share**hits * (1 - share) ** (trials - hits)
        for hits in range(trials + 1)
        if low <= hits / trials <= high
    )
    assert inside == pytest.approx(0.95, abs=0.02)
