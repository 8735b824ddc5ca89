"""Answers as rows of the log, made by hand or by Hypothesis, for the tests of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from quizapp.model import DAY_MS, Kind, Phase
from quizapp.stats.answer_log import columns_of
from quizapp.stats.columns import Columns

DAY = 20_000
CARD_IDS = ("", "alps/eiger", "alps/monch", "rivers/nile", "rivers/po")


class Answer(NamedTuple):
    """A row of the log, its fields in the order in which columns are made of them."""

    review_id: str
    card: int = 1
    at_ms: int = DAY * DAY_MS
    offset: int = 0
    day: int = DAY
    rating: int = 3
    phase: int = Phase.REVIEW
    elapsed: int | None = 1
    duration_ms: int = 4_000
    kind: str = Kind.QUESTION
    recall: float | None = 0.9
    interval: int = 1


def columns(answers: Sequence[Answer]) -> Columns:
    return columns_of(answers, CARD_IDS)


@st.composite
def logs(draw: st.DrawFn) -> list[Answer]:
    """Draw a log of a few cards in the order of event ids; now and then the clock was set back."""
    answers = []
    day = DAY
    for number in range(draw(st.integers(0, 20))):
        day += draw(st.sampled_from((0, 0, 0, 1, 3, 40, -2)))
        phase = draw(st.sampled_from(Phase))
        elapsed = None if phase is Phase.NEW else draw(st.sampled_from((0, 1, 2, 9, 300)))
        answers.append(
            Answer(
                f"{number:020}",
                draw(st.integers(1, len(CARD_IDS) - 1)),
                day * DAY_MS + draw(st.integers(0, DAY_MS - 1)),
                draw(st.integers(-720, 840)),
                day,
                draw(st.integers(1, 4)),
                phase,
                elapsed,
                draw(st.integers(0, 60_000)),
                draw(st.sampled_from(Kind)),
                None if elapsed is None else draw(st.sampled_from((0.31, 0.5, 0.88, 0.9, 0.95, 0.999, 1.0))),
                draw(st.sampled_from((0, 1, 20, 21, 300))),
            )
        )
    return answers
