"""Calibration against the benchmark's definitions, computed pair by pair and bin by bin."""

from __future__ import annotations

from collections import defaultdict
from math import log, sqrt

import pytest
from answer_builders import Answer, columns, logs
from hypothesis import given

from quizapp.model import Phase
from quizapp.stats.calibration import calibration
from quizapp.stats.codes import LEVELS
from quizapp.stats.recall_bins import bin_of


def measured(answers: list[Answer]) -> list[tuple[int, float, int]]:
    """Return bin, predicted recall and outcome of every answer that counts."""
    found = []
    apart: dict[int, list[int]] = defaultdict(list)
    for answer in answers:
        if answer.phase == Phase.NEW:
            apart[answer.card] = []
        if answer.elapsed:
            ratings = apart[answer.card]
            assert answer.recall is not None
            recall = min(max(answer.recall, 1 / LEVELS), 1 - 1 / LEVELS)
            number = bin_of(answer.elapsed, len(ratings) + 2, ratings.count(1))
            found.append((number, recall, int(answer.rating > 1)))
            ratings.append(answer.rating)
    return found


@given(logs())
def test_the_measures_are_those_of_the_benchmark(answers: list[Answer]) -> None:
    made, rows = calibration(columns(answers)), measured(answers)
    assert made.reviews == len(rows)
    if not rows:
        assert made[1:] == ((), None, None, None)
        return
    loss = [-log(p) if y else -log(1 - p) for _, p, y in rows]
    assert made.log_loss == pytest.approx(sum(loss) / len(rows))
    groups: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, p, y in rows:
        groups[number].append((p, y))
    square = sum(
        len(g) * (sum(y for _, y in g) / len(g) - sum(p for p, _ in g) / len(g)) ** 2 for g in groups.values()
    )
    assert made.rmse_bins == pytest.approx(sqrt(square / len(rows)), abs=1e-9)
    pairs = [(p, q) for _, p, y in rows if y for _, q, z in rows if not z]
    if pairs:
        assert made.auc == pytest.approx(sum((p > q) + (p == q) / 2 for p, q in pairs) / len(pairs))
    else:
        assert made.auc is None


@given(logs())
def test_the_bins_hold_every_answer_that_counts(answers: list[Answer]) -> None:
    made = calibration(columns(answers))
    assert sum(part.reviews for part in made.bins) == made.reviews
    for part in made.bins:
        assert part.low - 1e-9 <= part.predicted <= part.low + 0.05 + 1e-9
        assert 0 <= part.measured <= 1


def test_four_answers_by_hand() -> None:
    """All in one bin: predicted 0.8 in the mean, half recalled."""
    answers = [
        Answer(str(number), number, rating=rating, elapsed=1, recall=recall)
        for number, (rating, recall) in enumerate(((3, 0.9), (1, 0.7), (3, 0.7), (1, 0.9)), 1)
    ]
    made = calibration(columns(answers))
    assert made.rmse_bins == pytest.approx(0.3, abs=1e-4)
    assert made.log_loss == pytest.approx(-(log(0.9) + log(0.3) + log(0.7) + log(0.1)) / 4, abs=1e-4)
    assert made.auc == pytest.approx(0.5)
    assert [(part.reviews, part.measured) for part in made.bins] == [(2, 0.5), (2, 0.5)]
