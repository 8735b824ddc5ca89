"""Activity against counting the answers one by one."""

from __future__ import annotations

from collections import Counter

from answer_builders import CARD_IDS, DAY, Answer, columns, logs
from hypothesis import given

from quizapp.model import Kind
from quizapp.stats.activity import Amount, activity


@given(logs())
def test_activity_counts_answers_and_their_time(log: list[Answer]) -> None:
    made = activity(columns(log), DAY)
    assert made.total == Amount(len(log), sum(a.duration_ms for a in log))
    assert {day: amount.reviews for day, amount in made.days.items()} == Counter(a.day for a in log)
    assert sum(amount.ms for amount in made.days.values()) == made.total.ms
    hours = Counter((a.at_ms + a.offset * 60_000) // 3_600_000 % 24 for a in log)
    assert list(made.hours) == [hours[hour] for hour in range(24)]
    decks = Counter(CARD_IDS[a.card].partition("/")[0] for a in log)
    assert {deck: amount.reviews for deck, amount in made.decks.items()} == decks
    for deck, amount in made.decks.items():
        assert amount.ms == sum(a.duration_ms for a in log if CARD_IDS[a.card].startswith(f"{deck}/"))
    assert made.kinds == Counter(Kind(a.kind) for a in log)


def test_an_empty_log() -> None:
    assert activity(columns([]), DAY) == (Amount(0, 0), {}, (0,) * 24, {}, {}, 0, 0)


def test_one_review() -> None:
    made = activity(columns([Answer("a", duration_ms=1_500)]), DAY + 1)
    assert made.days == {DAY: (1, 1_500)}
    assert (made.streak_days, made.longest_streak_days) == (1, 1)


def test_a_streak_that_ended_and_the_longest() -> None:
    days = (0, 1, 2, 5, 6)
    made = activity(columns([Answer(str(n), day=DAY + n) for n in days]), DAY + 9)
    assert (made.streak_days, made.longest_streak_days) == (0, 3)
