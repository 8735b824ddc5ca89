"""Samples: everything is as likely as anything else, and each group has its share."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.sampling import shares, spread

sizes_of_groups = st.lists(st.integers(0, 40), max_size=12)


@given(st.integers(0, 300), st.integers(0, 300), st.text(max_size=5))
def test_a_spread_has_different_places_of_the_sequence(size: int, wanted: int, seed: str) -> None:
    places = spread(size, wanted, seed)
    assert len(set(places)) == len(places) == min(size, wanted)
    assert set(places) <= set(range(size))


def test_a_spread_reaches_every_part_of_the_sequence() -> None:
    places = sorted(spread(1_000, 10, "seed"))
    gaps = [after - before for before, after in pairwise(places)]
    assert max(gaps) < 200


def test_every_place_is_as_likely_to_come() -> None:
    seeds = 3_000
    counts = Counter(place for seed in range(seeds) for place in spread(7, 3, str(seed)))
    expected = seeds * 3 / 7
    assert all(abs(counts[place] - expected) < 0.1 * expected for place in range(7))


@given(sizes_of_groups, st.integers(0, 100), st.text(max_size=5))
def test_shares_add_up_and_are_in_proportion(sizes: list[int], wanted: int, seed: str) -> None:
    given_out = shares(sizes, wanted, seed)
    total = sum(sizes)
    assert sum(given_out) == min(wanted, total)
    for size, share in zip(sizes, given_out, strict=True):
        assert 0 <= share <= size
        assert abs(share - size * min(wanted, total) / max(total, 1)) < 1


@given(sizes_of_groups, sizes_of_groups, st.integers(0, 100), st.text(max_size=5))
def test_neighbouring_groups_together_get_their_share(
    first: list[int], second: list[int], wanted: int, seed: str
) -> None:
    total = sum(first) + sum(second)
    share = sum(shares([*first, *second], wanted, seed)[: len(first)])
    assert abs(share - sum(first) * min(wanted, total) / max(total, 1)) < 1


def test_a_group_of_one_comes_as_often_as_its_size_says() -> None:
    seeds = 3_000
    came = sum(shares([1, 19], 5, str(seed))[0] for seed in range(seeds))
    assert abs(came - seeds * 5 / 20) < 0.1 * seeds
