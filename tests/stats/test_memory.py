"""Distributions of memory against sorting schedules by hand."""

from __future__ import annotations

from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import MemoryState, Phase, Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.stats.memory import STABILITY_FROM_DAYS, STABILITY_LABELS, memory

TODAY = 20_000


def schedule(stability: float, difficulty: float = 5.0, days_ago: int = 0) -> Schedule:
    last = TODAY - days_ago
    return Schedule(Phase.REVIEW, MemoryState(stability, difficulty), None, TODAY, None, 1, 0, last, 3, 0)


schedules = st.lists(
    st.builds(schedule, st.floats(0.01, 2_000), st.floats(1, 10), st.integers(-3, 900)), min_size=1, max_size=30
)


@given(schedules)
def test_every_card_is_in_one_bin_of_each(cards: list[Schedule]) -> None:
    made = memory(cards, TODAY)
    stabilities = [card.memory.stability_days for card in cards]
    ends = (*STABILITY_FROM_DAYS[1:], float("inf"))
    assert list(made.stability) == [
        sum(low <= days < high for days in stabilities) for low, high in zip(STABILITY_FROM_DAYS, ends, strict=True)
    ]
    assert list(made.difficulty) == [sum(n <= c.memory.difficulty < n + 1 for c in cards) for n in range(1, 11)]
    recalls = [retrievability(card.memory, max(TODAY - card.last_review_on, 0), ()) for card in cards]
    assert [sum(made.retrievability[:9]), made.retrievability[9]] == [
        sum(recall < 0.9 for recall in recalls), sum(recall >= 0.9 for recall in recalls),
    ]  # fmt: skip
    assert sum(made.retrievability) == made.cards == len(cards)
    assert made.median_stability_days == median(stabilities)
    assert made.mean_difficulty == pytest.approx(fmean(card.memory.difficulty for card in cards))
    assert made.known == pytest.approx(sum(recalls))


def test_no_card() -> None:
    made = memory([], TODAY)
    assert made.cards == made.known == 0
    assert made.median_stability_days is made.mean_difficulty is made.mean_retrievability is None


def test_one_card_due_now() -> None:
    made = memory([schedule(8.0, 10.0, days_ago=8)], TODAY)
    assert made.stability == (0, 0, 0, 1, 0, 0, 0, 0, 0)
    assert made.difficulty[9] == 1
    assert made.mean_retrievability == pytest.approx(0.9)


def test_each_bin_of_stability_has_its_words() -> None:
    assert len(STABILITY_LABELS) == len(STABILITY_FROM_DAYS) == len(memory([], TODAY).stability)
