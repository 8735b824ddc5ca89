from __future__ import annotations

import pytest

from quizapp.model import DAY_MS, MINUTE_MS, Phase, Rating
from quizapp.scheduling.steps import Move, move

STEPS = (MINUTE_MS, 10 * MINUTE_MS)
RELEARNING = (10 * MINUTE_MS,)
REVIEW = Move(Phase.REVIEW)
AGAIN, HARD, GOOD, EASY = Rating


@pytest.mark.parametrize(
    ("phase", "step", "rating", "expected"),
    [
        (Phase.NEW, None, AGAIN, Move(Phase.LEARNING, 0, MINUTE_MS)),
        (Phase.NEW, None, HARD, Move(Phase.LEARNING, 0, 330_000)),
        (Phase.NEW, None, GOOD, Move(Phase.LEARNING, 1, 10 * MINUTE_MS)),
        (Phase.NEW, None, EASY, REVIEW),
        (Phase.LEARNING, 0, HARD, Move(Phase.LEARNING, 0, 330_000)),
        (Phase.LEARNING, 1, AGAIN, Move(Phase.LEARNING, 0, MINUTE_MS)),
        (Phase.LEARNING, 1, HARD, Move(Phase.LEARNING, 1, 10 * MINUTE_MS)),
        (Phase.LEARNING, 1, GOOD, REVIEW),
        (Phase.LEARNING, 0, EASY, REVIEW),
        (Phase.REVIEW, None, AGAIN, Move(Phase.RELEARNING, 0, 10 * MINUTE_MS, lapse=True)),
        (Phase.REVIEW, None, HARD, REVIEW),
        (Phase.REVIEW, None, GOOD, REVIEW),
        (Phase.REVIEW, None, EASY, REVIEW),
        (Phase.RELEARNING, 0, AGAIN, Move(Phase.RELEARNING, 0, 10 * MINUTE_MS)),
        (Phase.RELEARNING, 0, HARD, Move(Phase.RELEARNING, 0, 15 * MINUTE_MS)),
        (Phase.RELEARNING, 0, GOOD, REVIEW),
        (Phase.RELEARNING, 0, EASY, REVIEW),
    ],
)
def test_each_rating_moves_a_card_as_anki_does(
    phase: Phase, step: int | None, rating: Rating, expected: Move
) -> None:
    assert move(phase, step, rating, STEPS, RELEARNING) == expected


@pytest.mark.parametrize("rating", Rating)
def test_without_learning_steps_a_new_card_graduates_at_once(rating: Rating) -> None:
    assert move(Phase.NEW, None, rating, (), RELEARNING) == REVIEW


@pytest.mark.parametrize("rating", Rating)
def test_a_card_left_without_its_steps_graduates_on_any_rating(rating: Rating) -> None:
    assert move(Phase.LEARNING, 1, rating, (), RELEARNING) == REVIEW
    assert move(Phase.RELEARNING, 0, rating, STEPS, ()) == REVIEW


def test_again_without_relearning_steps_stays_in_review_and_is_a_lapse() -> None:
    assert move(Phase.REVIEW, None, AGAIN, STEPS, ()) == Move(Phase.REVIEW, lapse=True)


def test_a_step_that_is_gone_counts_as_the_last_one() -> None:
    assert move(Phase.LEARNING, 5, HARD, STEPS, ()) == Move(Phase.LEARNING, 1, 10 * MINUTE_MS)
    assert move(Phase.LEARNING, 5, GOOD, STEPS, ()) == REVIEW


def test_hard_on_a_single_long_step_waits_at_most_a_day_more() -> None:
    assert move(Phase.NEW, None, HARD, (3 * DAY_MS,), ()) == Move(Phase.LEARNING, 0, 4 * DAY_MS)
