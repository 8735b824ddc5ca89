"""Samples that stand for all: of every second, third and further card as many as there are."""

from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.sampling import LOTS, lot_of, sample_of

MOST = 1_000


@given(st.integers(1, 8 * MOST), st.integers(2, 6))
@example(4_791, 3)  # positions at multiples of the golden ratio are all of one kind here
@example(3_194, 2)
def test_a_sample_has_of_every_second_third_and_further_card_its_share(cards: int, every: int) -> None:
    sample = sample_of(range(cards), MOST)
    assert abs(len(sample) - min(cards, MOST)) <= 3
    for rest in range(every):
        share = sum(card % every == rest for card in sample) / len(sample)
        assert abs(share - len(range(rest, cards, every)) / cards) < 0.01


@given(st.integers(2, 6), st.data())
def test_each_lot_has_its_share_of_every_second_third_and_further_card(every: int, data: st.DataObject) -> None:
    rest = data.draw(st.integers(0, every - 1))
    lots = Counter(lot_of(card) for card in range(rest, 100_000, every))
    assert len(lots) == LOTS
    assert max(lots.values()) < 1.3 * min(lots.values())
