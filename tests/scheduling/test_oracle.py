"""Schedules against py-fsrs, which shares no code with the engine, on histories of whole days.

py-fsrs counts blocks of 24 hours and works in 64-bit floats. With answers a multiple of 24 hours apart, its
days are study days and only the rounding to 32 bits is left to differ.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedule_builders import days_of

from quizapp.model import MINUTE_MS, Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.engine import DEFAULT_PARAMETERS
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import settings_from_detail

RELATIVE = 1e-4
START = datetime(2026, 1, 1, 12, tzinfo=UTC)
PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}


def oracle(settings: SchedulingSettings) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        parameters=settings.parameters or fsrs.scheduler.DEFAULT_PARAMETERS,
        desired_retention=settings.desired_retention,
        learning_steps=[timedelta(milliseconds=ms) for ms in settings.learning_steps_ms],
        relearning_steps=[timedelta(milliseconds=ms) for ms in settings.relearning_steps_ms],
        maximum_interval=settings.maximum_interval_days,
        enable_fuzzing=False,
    )


def compare(reviews: Iterable[tuple[Rating, int]], settings: SchedulingSettings) -> None:
    """Walk ratings and study days with both: memory, phase, step, interval and wait have to agree."""
    theirs, scheduler = fsrs.Card(card_id=1), oracle(settings)
    ours: Schedule | None = None
    for rating, day in reviews:
        now = START + timedelta(days=day)
        theirs, _ = scheduler.review_card(theirs, fsrs.Rating(rating), now)
        at = int(now.timestamp() * 1000)
        ours = schedule_review("d/n", ours, rating, reviewed_at=at, study_day=day, settings=settings)
        assert ours.memory.stability_days == pytest.approx(theirs.stability, rel=RELATIVE)
        assert ours.memory.difficulty == pytest.approx(theirs.difficulty, rel=RELATIVE)
        assert (ours.phase, ours.step) == (PHASES[theirs.state], theirs.step)
        if ours.due_at is not None:
            assert timedelta(milliseconds=ours.due_at - at) == theirs.due - now
        elif not is_tie(theirs.stability, settings):
            assert ours.interval_days == (theirs.due - now).days


def is_tie(stability: float, settings: SchedulingSettings) -> bool:
    """Tell whether an interval lies so near a half that 32 bits may round it the other way."""
    decay = -(settings.parameters or DEFAULT_PARAMETERS)[20]
    days = stability * (settings.desired_retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1)
    return abs(days % 1 - 0.5) < RELATIVE * days


def trained(seed: int) -> tuple[float, ...]:
    """Return weights as training may find them: the defaults, each up to a fifth away."""
    draw = random.Random(seed)
    near = [max(weight * draw.uniform(0.8, 1.2), 0.001) for weight in DEFAULT_PARAMETERS]
    return (*sorted(near[:4]), *near[4:])


settings = st.builds(
    SchedulingSettings,
    desired_retention=st.sampled_from([0.8, 0.9, 0.95]),
    learning_steps_ms=st.sampled_from([(), (MINUTE_MS,), (MINUTE_MS, 10 * MINUTE_MS)]),
    relearning_steps_ms=st.sampled_from([(), (10 * MINUTE_MS,), (MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS)]),
    maximum_interval_days=st.sampled_from([30, 36_500]),
    fuzz=st.just(False),
    parameters=st.just(()) | st.integers(0, 1_000).map(trained),
)


@given(st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 1_000)), min_size=1, max_size=15), settings)
def test_any_history_agrees_with_py_fsrs(
    history: list[tuple[Rating, int]], settings: SchedulingSettings
) -> None:
    compare(days_of(history, first_day=0), settings)


def test_thousands_of_likely_histories_agree_with_py_fsrs() -> None:
    draw = random.Random(20_261_122)
    settings = SchedulingSettings(fuzz=False)
    for _ in range(1_500):
        length = draw.randint(1, 12)
        ratings = draw.choices(list(Rating), (12, 10, 68, 10), k=length)
        history = [(rating, draw.choice((0, 0, 1, 2, 5, 13, 40, 120))) for rating in ratings]
        compare(days_of(history, first_day=0), settings)


def test_the_golden_histories_agree_with_py_fsrs() -> None:
    golden = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
    for history in golden.values():
        reviews = [(Rating(rating), day) for rating, day, *_ in history["reviews"]]
        compare(reviews, replace(settings_from_detail(history["settings"]), fuzz=False))
