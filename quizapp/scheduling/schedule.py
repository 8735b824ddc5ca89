"""One review: from a card's schedule and a rating to its next schedule."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.model import Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling import fuzz
from quizapp.scheduling.engine import outcome
from quizapp.scheduling.steps import move


class Preview(NamedTuple):
    """What a rating would lead to: the days until the card returns, or the wait where a step is pending.

    `interval_days` is 0 with a delay, `delay_ms` None without.
    """

    schedule: Schedule
    interval_days: int
    delay_ms: int | None


class Spread(NamedTuple):
    """Where an interval comes from: what FSRS asks for, the days that fuzz allows, and the seed's place.

    Without fuzz `low` and `high` are the rounded interval.
    """

    exact_days: float
    low: int
    high: int
    fraction: float

    def day(self, chosen_days: int | None) -> int:
        """Return the day chosen earlier where the range holds it, else the one that the seed picks."""
        if chosen_days is not None and self.low <= chosen_days <= self.high:
            return chosen_days
        return fuzz.pick(self.low, self.high, self.fraction)


def schedule_review(
    card_id: str,
    previous: Schedule | None,
    rating: Rating,
    *,
    reviewed_at: int,
    study_day: int,
    settings: SchedulingSettings,
    chosen_interval_days: int | None = None,
) -> Schedule:
    """Return the schedule that follows one review of a card.

    Pure: reads no clock and draws no random number, so `replay` rebuilds every schedule from the log.
    Elapsed time is counted in study days: 22:00 then 08:00 is one day when the day cutoff lies between. When
    the clock was set back since the last review, no time has passed.

    Args:
        card_id: with the number of reviews, the seed of the fuzz.
        previous: schedule before this review; None for a new card.
        reviewed_at: instant of the answer.
        study_day: the study day that contains `reviewed_at`.
        settings: those in force when the answer was given.
        chosen_interval_days: the interval that the log holds for this review, kept where fuzz allows it.
    Returns:
        A new Schedule: `due_on` is set in phase Review, `due_at` while a learning step is pending.
    Raises:
        ValueError: parameters or desired retention out of range.
    """
    if previous is None:
        before, step, memory, elapsed, reps, lapses = Phase.NEW, None, None, 0, 0, 0
    else:
        before, step, memory = previous.phase, previous.step, previous.memory
        elapsed = elapsed_days(previous.last_review_on, study_day)
        reps, lapses = previous.reps, previous.lapses
    memory, exact_days = outcome(memory, rating, elapsed, settings.desired_retention, settings.parameters)
    phase, step, delay_ms, lapse = move(
        before, step, rating, settings.learning_steps_ms, settings.relearning_steps_ms
    )
    interval_days, due_on, due_at = 0, None, None
    if delay_ms is None:
        interval_days = spread(card_id, exact_days, reps, settings).day(chosen_interval_days)
        due_on = study_day + interval_days
    else:
        due_at = reviewed_at + delay_ms
    return Schedule(
        phase, memory, step, due_on, due_at, interval_days, reviewed_at, study_day, reps + 1, lapses + lapse
    )


def previews(
    card_id: str, previous: Schedule | None, *, now: int, study_day: int, settings: SchedulingSettings
) -> dict[Rating, Preview]:
    """Return what each rating would lead to at the instant `now`: what `schedule_review` then gives."""
    result = {}
    for rating in Rating:
        after = schedule_review(
            card_id, previous, rating, reviewed_at=now, study_day=study_day, settings=settings
        )
        delay_ms = None if after.due_at is None else after.due_at - now
        result[rating] = Preview(after, after.interval_days, delay_ms)
    return result


def elapsed_days(previous_day: int, study_day: int) -> int:
    """Return the study days between two reviews, 0 when the clock was set back between them."""
    return study_day - previous_day if study_day > previous_day else 0


def spread(card_id: str, exact_days: float, reps: int, settings: SchedulingSettings) -> Spread:
    """Return the days that an interval may take.

    Args:
        exact_days: what FSRS asks for.
        reps: reviews before the one that is rated.
    """
    if settings.fuzz:
        low, high = fuzz.fuzz_range(exact_days, settings.maximum_interval_days)
    else:
        low = high = fuzz.whole_days(exact_days, settings.maximum_interval_days)
    return Spread(exact_days, low, high, fuzz.fraction(card_id, reps))
