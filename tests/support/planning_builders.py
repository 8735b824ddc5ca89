"""Schedules, counts of due cards and Hypothesis strategies for the tests of plans."""

from __future__ import annotations

from hypothesis import strategies as st

from quizapp.model import EVERY_DAY, MINUTE_MS, EasyDays, MemoryState, Phase, Schedule, SchedulingSettings

TODAY = 20_000
SETTINGS = SchedulingSettings()

memories = st.builds(MemoryState, st.floats(0.1, 2_000), st.floats(1, 10))
easy_days = st.tuples(*[st.sampled_from([1.0, 0.5, 0.0])] * 7) | st.just(EVERY_DAY)
due_counts = st.dictionaries(st.integers(TODAY, TODAY + 60), st.integers(0, 50), max_size=30)


def schedule(
    stability: float = 20.0, *, ago: int = 10, due_in: int = 10, difficulty: float = 5.0, reps: int = 3
) -> Schedule:
    """Return the schedule of a card in phase Review, answered so many days ago and due in so many."""
    return Schedule(
        phase=Phase.REVIEW,
        memory=MemoryState(stability, difficulty),
        step=None,
        due_on=TODAY + due_in,
        due_at=None,
        interval_days=ago + due_in,
        last_review_at=0,
        last_review_on=TODAY - ago,
        reps=reps,
        lapses=0,
    )


def learning() -> Schedule:
    """Return the schedule of a card whose learning step is pending."""
    return schedule(1.0, ago=0)._replace(phase=Phase.LEARNING, step=0, due_on=None, due_at=MINUTE_MS)


schedules = st.builds(
    schedule,
    st.floats(0.1, 2_000),
    ago=st.integers(0, 400),
    due_in=st.integers(-60, 400),
    difficulty=st.floats(1, 10),
)
"""Schedules in phase Review, overdue ones among them."""

some_schedules = schedules | st.just(learning())


def cards_of(schedules: list[Schedule]) -> dict[str, Schedule]:
    return {f"deck/{number:03}": item for number, item in enumerate(schedules)}


def with_weekday(weekdays: dict[int, float]) -> EasyDays:
    """Return easy days with the share of single weekdays, 0 for Monday."""
    shares = [weekdays.get(day, 1.0) for day in range(7)]
    return (shares[0], shares[1], shares[2], shares[3], shares[4], shares[5], shares[6])
