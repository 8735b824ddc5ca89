"""Quizzes by their scores, tags by their reviews."""

from __future__ import annotations

import pytest
from drawings import marks, nobody
from made_up_learner import TODAY

from quizapp.report.plots.quizzes import SHOWN, quizzes
from quizapp.report.plots.tags import tags
from quizapp.stats.activity import Amount
from quizapp.stats.quiz_scores import QuizScore


def test_a_quiz_stands_at_its_share_and_says_it() -> None:
    taken = (
        QuizScore(TODAY - 9, 7.5, 10, ("rivers", "water"), 130_000),
        QuizScore(TODAY, 10, 10, ("rivers",), 90_000),
        QuizScore(TODAY, 0, 4, ("gone",), 20_000),
    )
    block = quizzes(nobody()._replace(quizzes=taken), {"rivers": "Rivers", "water": "<Water>"})
    assert block is not None
    first, second, third = marks(block)
    assert first.said == "Fri 13 Nov 2026: 75 %, 7.5 of 10 right"
    heights = [float(mark.shapes["dot"]["cy"]) for mark in (first, second, third)]
    assert (heights[2] - heights[0]) / (heights[2] - heights[1]) == pytest.approx(0.75)
    assert (block.figure, block.unit) == ("0 %", "in the latest of 3 quizzes")
    assert block.table.rows[-1] == (
        "Fri 13 Nov 2026", "<bdi>Rivers and &lt;Water&gt;</bdi>", "75 %", "7.5 of 10", "2 min 10 s"
    )  # fmt: skip


def test_only_the_latest_quizzes_have_room() -> None:
    taken = tuple(QuizScore(TODAY - 100 + number, 1, 2, ("rivers",), 1_000) for number in range(100))
    block = quizzes(nobody()._replace(quizzes=taken), {})
    assert block is not None
    assert len(marks(block)) == SHOWN
    assert block.unit == "in the latest of 100 quizzes"
    assert quizzes(nobody(), {}) is None


def test_tags_are_as_long_as_their_reviews() -> None:
    progress = nobody()
    by_tag = {"ice": Amount(40, 60_000), "a tag with a very long name": Amount(10, 5_000)}
    block = tags(progress._replace(activity=progress.activity._replace(by_tag=by_tag)))
    assert block is not None
    ice, other = marks(block)
    assert ice.said == "ice: 40 reviews"
    assert float(ice.shapes["heat3"]["width"]) == pytest.approx(4 * float(other.shapes["heat3"]["width"]), rel=0.01)
    assert block.table.rows == [("ice", "40", "1 min"), ("a tag with a very long name", "10", "5 s")]
    assert tags(progress) is None
