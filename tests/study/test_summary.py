"""What a session says at its end."""

from __future__ import annotations

from study_builders import TODAY, card, due_on

from quizapp.model import Phase, Rating
from quizapp.study.summary import FAILED_SHOWN, Answered, summarise


def answered(card_id: str, phase: Phase, rating: Rating, predicted: float | None = None) -> Answered:
    return Answered("e", card(card_id), phase, rating, 2000, predicted)


def test_recall_is_measured_on_cards_that_were_in_review() -> None:
    answers = [
        answered("a/x", Phase.REVIEW, Rating.AGAIN, 0.8),
        answered("a/x", Phase.RELEARNING, Rating.GOOD, 0.99),
        answered("a/y", Phase.REVIEW, Rating.HARD, 0.9),
        answered("a/z", Phase.NEW, Rating.GOOD),
    ]
    summary = summarise(answers, {"a/x": due_on(TODAY + 1)}, target=0.9)
    assert (summary.reviewed, summary.recalled, summary.new_learned) == (2, 1, 1)
    assert summary.predicted is not None
    assert abs(summary.predicted - 0.85) < 1e-9
    assert (summary.cards, summary.answers, summary.duration_ms) == (3, 4, 8000)
    assert summary.by_rating == {Rating.AGAIN: 1, Rating.HARD: 1, Rating.GOOD: 2, Rating.EASY: 0}
    assert [(failed.card.card_id, failed.times, failed.due_on) for failed in summary.failed] == [("a/x", 1, TODAY + 1)]


def test_the_cards_failed_most_often_come_first_and_only_a_few() -> None:
    answers = [answered(f"a/{n}", Phase.NEW, Rating.AGAIN) for n in range(9) for _ in range(n + 1)]
    failed = summarise(answers, {}, target=0.9).failed
    assert len(failed) == FAILED_SHOWN
    assert [item.times for item in failed] == [9, 8, 7, 6, 5]


def test_a_session_without_answers_has_nothing_to_say() -> None:
    summary = summarise([], {}, target=0.9)
    assert (summary.cards, summary.answers, summary.predicted, summary.failed) == (0, 0, None, ())
