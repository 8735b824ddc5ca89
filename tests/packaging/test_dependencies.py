"""What the program needs to run: few things, each with a reason and a lower bound that CI installs."""

from __future__ import annotations

import re
import tomllib

from oldest import PROJECT, oldest

REASONS = {
    "click": "the command line and its completion",
    "filelock": "one writer at a time, on every system",
    "fsrs-rs-python": "the scheduler that the field uses",
    "platformdirs": "where files of a program belong, on every system",
    "pyyaml": "the parser of decks",
    "rapidfuzz": "distances between texts, fast enough for every key",
    "sqlmodel": "the tables of the database and their queries",
    "textual": "the screens",
    "tzdata": "time zones where the system has none",
}
"""Whoever adds one writes here why nothing that is there already would do."""


def test_every_run_time_dependency_has_a_reason() -> None:
    required = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {re.split(r"[<>=;! ]", one)[0] for one in required} == set(REASONS)


def test_every_run_time_dependency_has_a_lower_bound_that_ci_installs() -> None:
    assert {line.partition("==")[0] for line in oldest()} == set(REASONS)
    ci = (PROJECT.parent / ".ci" / "run").read_text(encoding="utf-8")
    assert "tests/support/oldest.py" in ci
