from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import (
    CARD,
    DAY,
    NO_FUZZ,
    answer,
    answered,
    days_of,
    gaps,
    histories,
    in_review,
    noon,
    ratings,
    settings,
)

from quizapp.model import MINUTE_MS, MemoryState, Phase, Rating, SchedulingSettings
from quizapp.scheduling.fuzz import fuzz_range
from quizapp.scheduling.schedule import previews, schedule_review

FUZZ = SchedulingSettings()
AGAIN, HARD, GOOD, EASY = Rating


def test_a_new_card_waits_for_its_learning_steps() -> None:
    first = answer(None, GOOD, DAY)
    assert (first.phase, first.step, first.due_on, first.interval_days) == (Phase.LEARNING, 1, None, 0)
    assert first.due_at == noon(DAY) + 10 * MINUTE_MS
    assert (first.reps, first.lapses, first.last_review_at, first.last_review_on) == (1, 0, noon(DAY), DAY)


def test_good_on_the_last_step_graduates() -> None:
    graduated = answer(answer(None, GOOD, DAY), GOOD, DAY)
    assert (graduated.phase, graduated.step, graduated.due_at) == (Phase.REVIEW, None, None)
    assert (graduated.interval_days, graduated.due_on) == (2, DAY + 2)


def test_a_new_card_shows_one_six_and_ten_minutes_and_eight_days() -> None:
    shown = previews(CARD, None, now=noon(DAY), study_day=DAY, settings=NO_FUZZ)
    assert [shown[rating].delay_ms for rating in Rating] == [60_000, 330_000, 600_000, None]
    assert [shown[rating].interval_days for rating in Rating] == [0, 0, 0, 8]


def test_again_in_review_counts_a_lapse() -> None:
    lapsed = answer(in_review(), AGAIN, DAY + 30)
    assert (lapsed.phase, lapsed.step, lapsed.lapses) == (Phase.RELEARNING, 0, 1)


def test_again_while_learning_or_relearning_is_no_lapse() -> None:
    assert answer(answer(None, GOOD, DAY), AGAIN, DAY).lapses == 0
    lapsed = answer(in_review(), AGAIN, DAY + 30)
    assert answer(lapsed, AGAIN, DAY + 30).lapses == 1


def test_again_without_relearning_steps_goes_straight_to_an_interval_and_is_a_lapse() -> None:
    lapsed = answer(in_review(), AGAIN, DAY + 30, replace(NO_FUZZ, relearning_steps_ms=()))
    assert (lapsed.phase, lapsed.lapses, lapsed.due_at) == (Phase.REVIEW, 1, None)
    assert lapsed.due_on == DAY + 30 + lapsed.interval_days


def test_answers_on_one_day_use_the_short_term_formula() -> None:
    same_day = answer(answer(None, GOOD, DAY), GOOD, DAY)
    next_day = answer(answer(None, GOOD, DAY), GOOD, DAY + 1)
    assert same_day.memory.stability_days < next_day.memory.stability_days


def test_a_card_answered_at_two_study_days_is_a_day_older_whatever_the_hours_between() -> None:
    card = in_review()
    evening = schedule_review(CARD, card, GOOD, reviewed_at=0, study_day=DAY + 30, settings=NO_FUZZ)
    morning = schedule_review(
        CARD, evening, GOOD, reviewed_at=10 * 60 * MINUTE_MS, study_day=DAY + 31, settings=NO_FUZZ
    )
    assert morning.memory.stability_days > evening.memory.stability_days


@given(histories, ratings, gaps, settings)
def test_a_preview_is_what_the_answer_then_gives(
    history: list[tuple[Rating, int]], rating: Rating, gap: int, settings: SchedulingSettings
) -> None:
    before = answered(history, settings)
    assert before
    day = before.last_review_on + gap
    shown = previews(CARD, before, now=noon(day), study_day=day, settings=settings)[rating]
    after = answer(before, rating, day, settings)
    assert shown.schedule == after
    assert shown.interval_days == after.interval_days
    assert (shown.delay_ms is None) == (after.due_at is None)
    assert after.due_at is None or shown.delay_ms == after.due_at - noon(day)


@given(histories, gaps, settings)
def test_a_better_rating_never_comes_back_sooner(
    history: list[tuple[Rating, int]], gap: int, settings: SchedulingSettings
) -> None:
    before = answered(history, settings)
    assert before
    day = before.last_review_on + gap
    shown = previews(CARD, before, now=noon(day), study_day=day, settings=settings)
    in_days = [shown[r].interval_days for r in (HARD, GOOD, EASY) if shown[r].delay_ms is None]
    assert in_days == sorted(in_days)


@given(histories, settings)
def test_a_schedule_is_due_never_before_its_review_and_within_the_maximum(
    history: list[tuple[Rating, int]], settings: SchedulingSettings
) -> None:
    schedule = None
    for rating, day in days_of(history):
        schedule = answer(schedule, rating, day, settings)
        if schedule.phase is Phase.REVIEW:
            assert schedule.due_at is None
            assert schedule.step is None
            assert 1 <= schedule.interval_days <= settings.maximum_interval_days
            assert schedule.due_on == day + schedule.interval_days
        else:
            assert schedule.due_on is None
            assert schedule.step is not None
            assert schedule.interval_days == 0
            assert schedule.due_at is not None
            assert schedule.due_at > noon(day)


@given(histories, st.text(min_size=1))
def test_fuzz_moves_the_day_only_within_its_range_and_never_the_memory(
    history: list[tuple[Rating, int]], card_id: str
) -> None:
    plain = fuzzed = None
    for rating, day in days_of(history):
        plain = schedule_review(card_id, plain, rating, reviewed_at=0, study_day=day, settings=NO_FUZZ)
        fuzzed = schedule_review(card_id, fuzzed, rating, reviewed_at=0, study_day=day, settings=FUZZ)
        assert fuzzed.memory == plain.memory
        if fuzzed.due_on is not None:
            low, high = fuzz_range(fuzzed.memory.stability_days, 36_500)
            assert low <= fuzzed.interval_days <= high


def test_fuzz_differs_from_card_to_card_and_from_review_to_review() -> None:
    card = in_review()

    def interval(card_id: str, reps: int) -> int:
        before = card._replace(reps=reps)
        after = schedule_review(card_id, before, GOOD, reviewed_at=0, study_day=DAY + 30, settings=FUZZ)
        return after.interval_days

    assert len({interval(f"deck/{number}", 2) for number in range(20)}) > 3
    assert len({interval("deck/note", reps) for reps in range(20)}) > 3


def test_the_interval_in_the_log_is_kept_where_fuzz_allows_it() -> None:
    def interval(chosen: int | None) -> int:
        after = schedule_review(
            CARD,
            in_review(FUZZ),
            GOOD,
            reviewed_at=0,
            study_day=DAY + 30,
            settings=FUZZ,
            chosen_interval_days=chosen,
        )
        return after.interval_days

    by_seed = interval(None)
    assert interval(by_seed + 1) == by_seed + 1
    assert interval(by_seed + 1000) == by_seed
    assert interval(0) == by_seed


@pytest.mark.parametrize("shift", [-365, 365])
def test_a_clock_set_wrong_by_a_year_keeps_the_instant_and_no_interval_turns_negative(shift: int) -> None:
    card = in_review()
    wrong = answer(card, GOOD, card.last_review_on + shift)
    assert wrong.last_review_on == card.last_review_on + shift
    assert wrong.due_on
    assert wrong.due_on > wrong.last_review_on
    right = answer(wrong, GOOD, card.last_review_on + 1)
    assert right.due_on
    assert right.due_on > card.last_review_on


def test_a_clock_set_back_counts_as_no_time() -> None:
    card = in_review()
    back = answer(card, GOOD, card.last_review_on - 365)
    assert back.memory == answer(card, GOOD, card.last_review_on).memory


def test_a_higher_desired_retention_brings_cards_back_sooner() -> None:
    days = [
        answer(in_review(), GOOD, DAY + 30, replace(NO_FUZZ, desired_retention=desired)).interval_days
        for desired in (0.8, 0.9, 0.95)
    ]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_the_memory_is_that_of_fsrs_6_for_a_known_card() -> None:
    assert answer(None, GOOD, DAY).memory == pytest.approx(MemoryState(2.3065, 2.118104), rel=1e-6)
