"""Orders that are fair, and the same for ever."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.shuffle import draw, shuffle

OPTIONS = ("a", "b", "c", "d")


def chi_square(counts: Counter[object], cells: int) -> float:
    expected = counts.total() / cells
    return sum((count - expected) ** 2 / expected for count in counts.values()) + expected * (
        cells - len(counts)
    )


def test_every_order_is_equally_likely() -> None:
    """The 99.9 % point of chi-square with 23 degrees of freedom is 49.7."""
    counts: Counter[object] = Counter(shuffle(OPTIONS, f"deck/note\n{reps}") for reps in range(4_800))
    assert set(counts) == set(permutations(OPTIONS))
    assert chi_square(counts, 24) < 49.7


def test_every_number_is_equally_likely() -> None:
    """The 99.9 % point of chi-square with 6 degrees of freedom is 22.5."""
    assert chi_square(Counter(draw(7, f"seed {number}") for number in range(3_500)), 7) < 22.5


def test_the_order_of_a_seed_never_changes() -> None:
    assert "".join(shuffle("abcdefgh", "deck/note\n3")) == "fabcdheg"
    assert [draw(1000, str(seed)) for seed in range(4)] == [493, 311, 364, 716]


def test_a_pinned_option_stays_last_and_the_others_move() -> None:
    orders = {shuffle(OPTIONS, str(seed), pinned_last=True) for seed in range(100)}
    assert {order[-1] for order in orders} == {"d"}
    assert len(orders) == 6


@given(st.lists(st.integers()), st.text(), st.booleans())
def test_a_shuffle_is_an_order_of_the_same_options(options: list[int], seed: str, pinned: bool) -> None:
    order = shuffle(options, seed, pinned_last=pinned)
    assert sorted(order) == sorted(options)
    assert order == shuffle(options, seed, pinned_last=pinned)
