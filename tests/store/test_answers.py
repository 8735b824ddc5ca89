"""Reading the log into columns, against the answers that the store gives one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_builders import Pen

from quizapp.model import ActionKind, Rating
from quizapp.stats.codes import MATURE, outcome_of
from quizapp.stats.recall_bins import bin_of
from quizapp.store.store import Store


@pytest.fixture
def pen(tmp_path: Path) -> Pen:
    return Pen(Store.open(tmp_path / "progress.db"))


def test_an_empty_log(pen: Pen) -> None:
    assert len(pen.store.answer_columns()) == 0
    pen.store.close()


def test_columns_hold_the_answers_that_hold(pen: Pen) -> None:
    for number, rating in enumerate((Rating.GOOD, Rating.EASY, Rating.AGAIN, Rating.GOOD)):
        pen.answer(f"rivers/{number % 2}", rating, duration_ms=1_000 * number)
        pen.day += 2
    pen.undo(pen.answer("rivers/1"))
    made = pen.store.answer_columns()
    expected = list(pen.store.iter_reviews())
    assert [
        (day, made.card_ids[card], made.deck_ids[deck], outcome % MATURE, ms)
        for day, card, deck, outcome, ms in zip(
            made.study_day, made.card, made.deck, made.outcome, made.duration_ms, strict=True
        )
    ] == [
        (r.study_day, r.card_id, r.deck_id, outcome_of(r.phase, r.rating), r.duration_ms) for r in expected
    ]
    assert set(made.hour) == {1}  # midnight in UTC, an hour east of it
    pen.store.close()


def test_a_reset_begins_anew_and_a_carry_continues(pen: Pen) -> None:
    pen.answer("rivers/old", Rating.EASY)
    pen.day += 10
    pen.answer("rivers/old", Rating.AGAIN)
    pen.act(ActionKind.CARRY, "rivers/new", {"from": "rivers/old"})
    pen.day += 4
    pen.answer("rivers/new", Rating.GOOD)
    pen.act(ActionKind.RESET, "rivers/new")
    pen.answer("rivers/new", Rating.EASY)
    pen.day += 7
    pen.answer("rivers/new", Rating.GOOD)
    assert list(pen.store.answer_columns().bin) == [0, bin_of(10, 2, 0), bin_of(4, 3, 1), 0, bin_of(7, 2, 0)]
    pen.store.close()


def test_a_carry_that_was_taken_back_carries_nothing(pen: Pen) -> None:
    pen.answer("rivers/old", Rating.EASY)
    pen.day += 10
    pen.answer("rivers/old", Rating.AGAIN)
    pen.undo(pen.act(ActionKind.CARRY, "rivers/new", {"from": "rivers/old"}))
    pen.answer("rivers/new", Rating.EASY)
    pen.day += 4
    pen.answer("rivers/new", Rating.GOOD)
    assert list(pen.store.answer_columns().bin)[-1] == bin_of(4, 2, 0)
    pen.store.close()


def test_a_reading_tells_how_far_it_is_and_only_what_is_new(pen: Pen, tmp_path: Path) -> None:
    for _ in range(3):
        pen.answer("rivers/nile", Rating.EASY)
    told: list[tuple[int, int]] = []
    pen.store.answer_columns(tmp_path / "cache", lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (3, 3)]
    pen.store.close()


def test_what_is_raised_while_a_reading_tells_ends_it_and_leaves_the_store_usable(pen: Pen, tmp_path: Path) -> None:
    pen.answer("rivers/nile", Rating.EASY)

    def leave(done: int, total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        pen.store.answer_columns(tmp_path / "cache", leave)
    assert len(pen.store.answer_columns(tmp_path / "cache")) == 1
    pen.store.close()
