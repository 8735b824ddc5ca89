from __future__ import annotations

import pytest
from schedule_builders import in_review

from quizapp.scheduling.recall import recall_of


def test_recall_counts_from_the_last_review() -> None:
    schedule = in_review()
    recall = recall_of(schedule, schedule.last_review_on + round(schedule.memory.stability_days), ())
    assert recall.retrievability == pytest.approx(0.9, abs=0.001)
    assert recall.elapsed_days == round(schedule.memory.stability_days)
    assert (recall.stability_days, recall.lapses, recall.reps) == (schedule.memory.stability_days, 0, 2)


def test_recall_is_certain_when_the_clock_was_set_back() -> None:
    schedule = in_review()
    recall = recall_of(schedule, schedule.last_review_on - 365, ())
    assert (recall.retrievability, recall.elapsed_days) == (1, 0)
