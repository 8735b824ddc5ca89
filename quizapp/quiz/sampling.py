"""Samples fixed by a seed, in which everything is as likely to come as anything else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.grading.shuffle import draw


def spread(size: int, wanted: int, seed: str) -> list[int]:
    """Return so many different places of a sequence, spread over all of it; all of them where it has no more.

    The sequence is turned to a random beginning and cut into `wanted` stretches, and each stretch gives one
    place. So every place is equally likely, and neighbours seldom come together.
    """
    wanted = min(wanted, size)
    if not wanted:
        return []
    turn = draw(size, f"{seed}/turn")
    places = []
    for number in range(wanted):
        start, end = number * size // wanted, (number + 1) * size // wanted
        places.append((turn + start + draw(end - start, f"{seed}/{number}")) % size)
    return places


def shares(sizes: Sequence[int], wanted: int, seed: str) -> list[int]:
    """Return how many of `wanted` fall to each group in proportion to its size, and never more than it has.

    Neighbouring groups together also get their share, so a deck gets its own whatever groups it is cut
    into: the items stand in a row and every so many-th is taken from a random beginning (systematic
    sampling). A share is its exact part rounded up or down by chance, so that small groups come now and
    then and every item is as likely as any other.
    """
    total = sum(sizes)
    wanted = min(wanted, total)
    if not wanted:
        return [0] * len(sizes)
    start = draw(total, f"{seed}/start")
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    # Those items are taken at which (item × wanted + start) ÷ total reaches a new whole number.
    taken = [(end * wanted + start) // total for end in ends]
    return [after - before for before, after in pairwise(taken)]
