"""Activity against counting the answers one by one."""

from __future__ import annotations

from collections import Counter

from answer_builders import CARD_IDS, DAY, Answer, columns, logs
from hypothesis import given

from quizapp.model import Card, Kind
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
    for kind, ms in made.kinds_ms.items():
        assert ms == sum(a.duration_ms for a in log if a.kind == kind)
    in_hours: Counter[int] = Counter()
    for a in log:
        in_hours[(a.at_ms + a.offset * 60_000) // 3_600_000 % 24] += a.duration_ms
    assert list(made.hours_ms) == [in_hours[hour] for hour in range(24)]


@given(logs())
def test_an_answer_counts_for_every_tag_that_its_card_has_now(log: list[Answer]) -> None:
    tags = {"alps/eiger": ("ice",), "alps/monch": ("ice", "rock"), "rivers/nile": ()}
    cards = {
        card_id: Card(card_id, "", card_id.partition("/")[0], Kind.QUESTION, 0, "?", "!", tags=held)
        for card_id, held in tags.items()
    }
    made = activity(columns(log), DAY, cards).by_tag
    for tag in ("ice", "rock"):
        durations = [a.duration_ms for a in log if tag in tags.get(CARD_IDS[a.card], ())]
        assert made.get(tag, Amount()) == Amount(len(durations), sum(durations))
    assert set(made) <= {"ice", "rock"}
    assert [amount.reviews for amount in made.values()] == sorted((a.reviews for a in made.values()), reverse=True)


def test_an_empty_log() -> None:
    assert activity(columns([]), DAY) == (Amount(0, 0), {}, (0,) * 24, (0,) * 24, {}, {}, {}, {}, 0, 0)


def test_one_review() -> None:
    made = activity(columns([Answer("a", duration_ms=1_500)]), DAY + 1)
    assert made.days == {DAY: (1, 1_500)}
    assert (made.streak_days, made.longest_streak_days) == (1, 1)


def test_a_streak_that_ended_and_the_longest() -> None:
    days = (0, 1, 2, 5, 6)
    made = activity(columns([Answer(str(n), day=DAY + n) for n in days]), DAY + 9)
    assert (made.streak_days, made.longest_streak_days) == (0, 3)
