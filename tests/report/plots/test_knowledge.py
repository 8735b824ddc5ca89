"""The curve of cards known."""

from __future__ import annotations

import pytest
from drawings import marks, nobody, words
from made_up_learner import TODAY

from quizapp.report.plots.knowledge import knowledge
from quizapp.stats.knowledge import Knowledge
from quizapp.stats.progress import Progress


def known(days: tuple[int, ...], cards: tuple[float, ...]) -> Progress:
    progress = nobody()
    return progress._replace(knowledge=Knowledge(days, cards), memory=progress.memory._replace(cards=20))


def test_days_stand_across_by_their_distance_and_say_what_was_known() -> None:
    block = knowledge(known((TODAY - 60, TODAY - 30, TODAY), (1.2, 8.0, 4.0)))
    first, middle, last = marks(block)
    assert first.said == "Wed 23 Sep 2026: 1 card known"
    assert middle.said == "Fri 23 Oct 2026: 8 cards known"
    assert [mark.shapes["dot"]["cx"] for mark in (first, middle, last)] == [0, 50, 100]
    low, high, now = (float(mark.shapes["dot"]["cy"]) for mark in (first, middle, last))
    assert (low - high) / (now - high) == pytest.approx(6.8 / 4, rel=0.01)
    assert words(block) == ["5", "Oct", "Nov"]
    assert block is not None
    assert (block.figure, block.unit) == ("4 cards", "known today, of 20 seen")
    assert block.table.rows[0] == ("Sun 22 Nov 2026", "4")


def test_a_single_day_is_no_curve() -> None:
    assert knowledge(known((TODAY,), (3.0,))) is None


def test_a_few_days_are_named_by_their_ends() -> None:
    assert words(knowledge(known((TODAY - 4, TODAY), (1.0, 3.0))))[-2:] == ["18 Nov", "22 Nov"]
