"""Knowledge over time against working out every card on every day."""

from __future__ import annotations

from itertools import pairwise

import pytest
from answer_builders import CARD_IDS, DAY, Answer, columns, logs
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import MemoryState
from quizapp.scheduling.engine import DEFAULT_PARAMETERS, outcome, retrievability
from quizapp.stats.answer_log import columns_of
from quizapp.stats.columns import Columns
from quizapp.stats.knowledge import Knowledge, knowledge

GOOD = outcome(None, 3, 0, 0.9, ()).memory
AGAIN = outcome(None, 1, 0, 0.9, ()).memory


def made(log: Columns, today: int, **how: int) -> Knowledge:
    return knowledge(log, CARD_IDS[1:], 0.0, today=today, **how)


def recall(memory: MemoryState, days: int) -> float:
    return retrievability(memory, days, ())


def test_each_day_has_the_sum_of_what_every_card_is_recalled_with() -> None:
    log = columns([Answer("a", 1), Answer("b", 2, day=DAY + 1, rating=1), Answer("c", 1, day=DAY + 3)])
    again = outcome(GOOD, 3, 3, 0.9, ()).memory
    curve = made(log, DAY + 5)
    assert curve.days == tuple(range(DAY, DAY + 6))
    assert curve.known == pytest.approx(
        (
            1,
            recall(GOOD, 1) + 1,
            recall(GOOD, 2) + recall(AGAIN, 1),
            1 + recall(AGAIN, 2),
            recall(again, 1) + recall(AGAIN, 3),
            0,
        )
    )


@given(logs(), st.integers(0, 80))
def test_it_is_what_answering_card_by_card_leads_to(log: list[Answer], later: int) -> None:
    today = DAY + later
    curve = made(columns(log), today)
    for day, known in list(zip(curve.days, curve.known, strict=True))[:-1]:
        total = 0.0
        for card in range(1, len(CARD_IDS)):
            stands, memory, before = [], None, None
            for answer in (a for a in log if a.card == card):
                elapsed = max(answer.day - before, 0) if before is not None else 0
                memory, before = outcome(memory, answer.rating, elapsed, 0.9, ()).memory, answer.day
                stands.append((before, memory))
            past = sorted((s for s in stands if s[0] <= day), key=lambda s: s[0])
            total += recall(past[-1][1], day - past[-1][0]) if past else 0
        assert known == pytest.approx(total)


def test_a_card_that_was_reset_is_not_known_until_it_is_answered_again() -> None:
    log = [Answer("a", 1), Answer("c", 1, day=DAY + 4, rating=1)]
    curve = made(columns_of(log, CARD_IDS, resets=[("b", 1, DAY + 2)]), DAY + 6)
    assert curve.known[:6] == pytest.approx((1, recall(GOOD, 1), 0, 0, 1, recall(AGAIN, 1)))


def test_progress_that_was_carried_counts_from_when_it_was_made() -> None:
    log = columns_of([Answer("a", 1), Answer("c", 2, day=DAY + 3)], CARD_IDS, carries=[("b", 1, 2)])
    curve = knowledge(log, [CARD_IDS[2]], 0.0, today=DAY + 5)
    after = outcome(GOOD, 3, 3, 0.9, ()).memory
    assert curve.known[:5] == pytest.approx((1, recall(GOOD, 1), recall(GOOD, 2), 1, recall(after, 1)))


def test_other_weights_hold_for_answers_after_them() -> None:
    weights = (5.0, 6.0, 7.0, 9.0, *DEFAULT_PARAMETERS[4:20], 0.2)
    log = columns_of([Answer("a", 1), Answer("c", 2)], CARD_IDS, weights=[("b", weights)])
    assert log.stability.tolist() == [GOOD.stability_days, 7.0]
    curve = knowledge(log, CARD_IDS, 0.0, today=DAY + 2, parameters=weights)
    assert curve.known[1] == pytest.approx(
        retrievability(GOOD, 1, weights) + retrievability(MemoryState(7.0, 5.0), 1, weights)
    )


@pytest.mark.parametrize(
    ("first_day", "today", "days"),
    [
        (None, DAY, (DAY,)),
        (None, DAY + 2, (DAY, DAY + 1, DAY + 2)),
        (DAY + 1, DAY + 2, (DAY + 1, DAY + 2)),
        (DAY - 90, DAY + 1, (DAY, DAY + 1)),
        (DAY + 9, DAY + 2, (DAY + 2,)),
        (None, DAY - 3, (DAY - 3,)),  # the clock was set back since
    ],
)
def test_it_begins_with_the_first_answer_or_the_day_asked_for(
    first_day: int | None, today: int, days: tuple[int, ...]
) -> None:
    assert knowledge(columns([Answer("a")]), CARD_IDS, 0.0, today=today, first_day=first_day).days == days


@pytest.mark.parametrize(("span", "every"), [(90, 1), (91, 7), (365, 7), (900, 7), (911, 14), (3_653, 35)])
def test_long_spans_have_points_some_weeks_apart_and_the_last_today(span: int, every: int) -> None:
    days = made(columns([Answer("a")]), DAY + span).days
    assert days[-1] == DAY + span
    assert {later - day for day, later in pairwise(days)} == {every}
    assert len(days) <= 130
    assert DAY <= days[0] < DAY + every


def test_without_an_answer_there_is_only_today() -> None:
    assert knowledge(columns([]), CARD_IDS, 0.0, today=DAY) == ((DAY,), (0.0,))
    assert knowledge(columns([Answer("a", 1)]), CARD_IDS[2:], 0.0, today=DAY + 1) == ((DAY + 1,), (0.0,))


@pytest.mark.parametrize("period", [1, 2, 3, 4, 100])
def test_of_many_cards_some_stand_for_all_whatever_their_order(period: int) -> None:
    card_ids = ["", *(f"alps/{number}" for number in range(3_000))]
    answers = [
        Answer(f"{n:05}", 1 + n % 3_000, day=DAY + n // 100, rating=1 if n % period else 4) for n in range(6_000)
    ]
    log = columns_of(answers, card_ids)
    exact = knowledge(log, card_ids, 0.0, today=DAY + 80)
    about = knowledge(log, card_ids, 0.0, today=DAY + 80, worked_out=60_000)
    assert exact != about
    assert about.known == pytest.approx(exact.known, abs=0.01 * 3_000)
