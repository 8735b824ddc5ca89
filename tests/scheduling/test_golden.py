"""Histories whose schedules were written down once, in `golden.json`, so that no change goes unseen.

A review there is: rating, study day; then what followed: phase, step, stability, difficulty, the interval
without fuzz and the one with it. To add a history, write ratings and days only. To fill in what follows, or
to write it anew where a change is meant, run `PYTHONPATH=. python tests/scheduling/test_golden.py` and read
the difference. `test_oracle` holds the same histories against py-fsrs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizapp.model import DAY_MS, Phase, Rating, SchedulingSettings
from quizapp.scheduling.schedule import schedule_review
from quizapp.scheduling.settings import settings_from_detail

GOLDEN = Path(__file__).with_name("golden.json")


def load() -> dict[str, dict[str, Any]]:
    histories: dict[str, dict[str, Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return histories


def walk(name: str, reviews: Sequence[Sequence[Any]], settings: SchedulingSettings) -> list[list[Any]]:
    """Return the reviews with what follows each; the name is the card's id."""
    schedule, lines, settled = None, [], replace(settings, fuzz=False)
    for rating, day, *_ in reviews:
        at, previous = day * DAY_MS, schedule
        unfuzzed = schedule_review(
            name, previous, Rating(rating), reviewed_at=at, study_day=day, settings=settled
        )
        schedule = schedule_review(
            name, previous, Rating(rating), reviewed_at=at, study_day=day, settings=settings
        )
        memory = [round(figure, 5) for figure in schedule.memory]
        days = [unfuzzed.interval_days, schedule.interval_days]
        lines.append([rating, day, schedule.phase.label, schedule.step, *memory, *days])
    return lines


def write() -> None:
    """Write the file anew, one review a line."""
    blocks = []
    for name, history in load().items():
        lines = walk(name, history["reviews"], settings_from_detail(history["settings"]))
        reviews = ",\n".join(f"  {json.dumps(line)}" for line in lines)
        settings = json.dumps(history["settings"])
        blocks.append(f'{json.dumps(name)}: {{"settings": {settings}, "reviews": [\n{reviews}\n]}}')
    GOLDEN.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")


@pytest.mark.parametrize("name", load())
def test_a_golden_history_gives_its_schedules(name: str) -> None:
    history = load()[name]
    lines = walk(name, history["reviews"], settings_from_detail(history["settings"]))
    for line, golden in zip(lines, history["reviews"], strict=True):
        assert line[:4] == golden[:4]
        assert line[4:6] == pytest.approx(golden[4:6], rel=1e-5, abs=1e-5)
        assert line[6:] == golden[6:]


def test_every_phase_has_its_part_in_a_golden_history() -> None:
    phases = {review[2] for history in load().values() for review in history["reviews"]}
    assert phases == {phase.label for phase in Phase if phase is not Phase.NEW}


if __name__ == "__main__":
    write()
