"""Answer buttons against counting."""

from __future__ import annotations

from answer_builders import Answer, columns, logs
from hypothesis import given

from quizapp.model import Phase
from quizapp.stats.buttons import buttons


@given(logs())
def test_ratings_are_counted_by_the_phase_before(log: list[Answer]) -> None:
    made = buttons(columns(log))
    for phase in Phase:
        ratings = [answer.rating for answer in log if answer.phase == phase]
        assert made[phase] == tuple(ratings.count(rating) for rating in (1, 2, 3, 4))
