"""What a learner writes to spread a backlog."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import UsageError
from quizapp.study.spreading import Spread, read_spread

TODAY = 20_780


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10", Spread(10, None, None)),
        ("10 days", Spread(10, None, None)),
        (" over  3 Days ", Spread(3, None, None)),
        ("2 weeks", Spread(14, None, None)),
        ("20 a day", Spread(None, 20, None)),
        ("20 cards per day", Spread(None, 20, None)),
        ("5 days from +7", Spread(5, None, TODAY + 7)),
        ("20 a day from tomorrow", Spread(None, 20, TODAY + 1)),
    ],
)
def test_days_or_cards_a_day_from_some_day(text: str, meant: Spread) -> None:
    assert read_spread(text, TODAY) == meant


@pytest.mark.parametrize("text", ["", "soon", "10 cards", "-3", "3 days from never", "1" * 100_000])
def test_other_words_are_told_what_to_write(text: str) -> None:
    with pytest.raises(UsageError, match="Write"):
        read_spread(text, TODAY)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        spread = read_spread(text, TODAY)
    except UsageError:
        return
    assert (spread.days is None) != (spread.per_day is None)
