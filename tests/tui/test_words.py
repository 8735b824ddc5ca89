"""The sentences that screens say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_collection import NOTHING_DUE, OVERVIEW, SUNDAY, TEN_O_CLOCK, FakeClock

from quizapp.model import HOUR_MS, MINUTE_MS
from quizapp.problem import Problem
from quizapp.tui import words
from quizapp.tui.choices import choices, is_due
from quizapp.tui.widgets.card_foot import _cropped

CLOCK = FakeClock()


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "00:00"), (-5, "00:00"), (1, "00:01"), (252_000, "04:12"), (3_852_000, "1:04:12")]
)
def test_a_countdown_never_shows_less_than_is_left(ms: int, shown: str) -> None:
    assert words.countdown(ms) == shown


@pytest.mark.parametrize(
    ("due_at", "due_on", "said"),
    [
        (TEN_O_CLOCK + 8 * MINUTE_MS, None, "in 8 min"),
        (TEN_O_CLOCK - 1, None, "now"),
        (None, SUNDAY + 1, "tomorrow"),
        (None, SUNDAY + 4, "on Thursday"),
        (None, SUNDAY - 3, "today"),
        (None, None, ""),
    ],
)
def test_when_a_card_comes_back(due_at: int | None, due_on: int | None, said: str) -> None:
    assert words.comes_back(due_at, due_on, clock=CLOCK, today=SUNDAY) == said


def test_today_leaves_out_what_is_none() -> None:
    one = replace(OVERVIEW, new=0, learning=0, due=1, minutes=1)
    assert words.today(one, " · ") == ("card today", "about 1 minute", "1 due")


def test_nothing_due_says_when_the_next_card_comes() -> None:
    assert words.nothing_due(NOTHING_DUE, CLOCK)[1] == "The next card comes back in 3 h, at 13:00."
    by_day = replace(NOTHING_DUE, next_due_at=None)
    assert words.nothing_due(by_day, CLOCK)[1] == "The next card comes back tomorrow."
    never = replace(NOTHING_DUE, next_due_at=None, next_due_on=None, new_left=0)
    assert words.nothing_due(never, CLOCK)[1] == "No card is on its way back yet."


def test_new_cards_that_come_before_the_next_review_are_told() -> None:
    later = replace(NOTHING_DUE, next_due_at=None, next_due_on=SUNDAY + 6, new_left=14)
    assert words.nothing_due(later, CLOCK)[1] == "New cards come tomorrow, the next review on Saturday."
    only_new = replace(later, next_due_on=None)
    assert words.nothing_due(only_new, CLOCK)[1] == "New cards come tomorrow."


@pytest.mark.parametrize(("days", "said"), [(1, "tomorrow’s 12 cards, now"), (4, "the next 12 cards, due on Thursday")])
def test_studying_ahead_says_which_cards(days: int, said: str) -> None:
    assert words.tomorrow_or_later(12, days, SUNDAY) == said


def test_problems_name_how_many_the_first_file_and_the_next_step() -> None:
    first = Problem("/a/b/china.yaml", 12, 1, "rule", "message")
    assert words.problems((), "p") == ()
    assert words.problems((first,), "p") == ("1 deck problem, in china.yaml, line 12. Press p.",)
    whole = Problem("/a/b/china.yaml", 0, 0, "rule", "message")
    assert "2 deck problems, first in china.yaml. Press p." in words.problems((whole, first), "p")[0]


def test_there_is_always_something_to_study_unless_all_is_suspended() -> None:
    empty = replace(NOTHING_DUE, ahead_days=0, ahead_count=0, new_left=0)
    assert [choice.offer.call for choice in choices(NOTHING_DUE)] == ["ahead", "cram", "more_new"]
    assert [choice.offer.call for choice in choices(empty)] == ["cram"]
    suspended = replace(empty, decks=tuple(replace(deck, suspended=deck.cards) for deck in empty.decks))
    assert choices(suspended) == ()


@pytest.mark.parametrize(("minutes", "due"), [(-5, True), (20, True), (21, False)])
def test_a_learning_card_is_due_from_the_learn_ahead_time_on(minutes: int, due: bool) -> None:
    view = replace(NOTHING_DUE, learning=1, next_due_at=TEN_O_CLOCK + minutes * MINUTE_MS)
    assert is_due(view, now=TEN_O_CLOCK, learn_ahead_ms=HOUR_MS // 3) is due


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("A long title of a long article, ¶ 3, 8", "A long title of a…, ¶ 3, 8"),
        ("“A long title of a long article”, 5th paragraph", "“A long t…”, 5th paragraph"),
    ],
)
def test_a_long_title_yields_before_all_its_paragraphs(where: str, shown: str) -> None:
    assert _cropped(where, 26) == shown
