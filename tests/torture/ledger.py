"""What the last full run of each torture set did, kept in a file; `table.py` makes the manual's table of it.

A set is a test marked `slow` that calls `record` at its end. `run.py` takes away what was recorded of a set before it
runs it, so that a set which fails halfway leaves a gap and not the success of an earlier day.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock

FILE = Path(__file__).with_name("last_full_run.json")
ROOT = Path(__file__).parents[2]

DAMAGE = ("lost", "corrupt", "let_through")
"""Counts of which any but 0 breaks a promise."""


class Promised(NamedTuple):
    """A set that the manual's table has to have."""

    key: str
    words: str
    """What was done, as the table says it."""
    test: str
    """The test that does it in full, as pytest names it."""


PROMISED = (
    Promised("kills", "kill -9 at a random moment of studying", "tests/torture/test_kills.py::test_full"),
    Promised(
        "power_cuts",
        "power cuts while answers are written; writes that were not synced dropped, reordered or torn",
        "tests/torture/test_power_cuts.py::test_full_of_the_database",
    ),
    Promised(
        "file_cuts",
        "power cuts while whole files are written: decks, drafts, exports, backups",
        "tests/torture/test_power_cuts.py::test_full_of_whole_files",
    ),
    Promised(
        "faults",
        "a write, sync, rename or other step on disk that fails once",
        "tests/torture/test_faults.py::test_full",
    ),
    Promised("disk_full", "a disk that is full after so many bytes", "tests/torture/test_disks.py::test_full_disk"),
    Promised("read_only", "things tried on a read-only disk", "tests/torture/test_disks.py::test_read_only_disk"),
    Promised(
        "processes", "answers given by two and by four programs at once", "tests/torture/test_processes.py::test_full"
    ),
    Promised(
        "machine",
        "acts in random order: study, undo, deck edits, renames, splits, merges, branch switches, crashes, clock jumps",
        "tests/torture/test_life.py::test_full",
    ),
    Promised("soak", "answers on one study screen", "tests/torture/test_soak.py::test_full"),
    Promised(
        "load",
        "cards studied beside 1,000,000 reviews, with resizes, themes and deck edits",
        "tests/torture/test_soak.py::test_load",
    ),
    Promised(
        "migrations",
        "migrations of every schema there has been, killed after each statement",
        "tests/torture/test_migrations.py::test_full",
    ),
    Promised("restores", "backups made and restored", "tests/torture/test_backups.py::test_full"),
    Promised("damaged", "databases damaged at random places", "tests/torture/test_damage.py::test_full"),
    Promised("hostile_databases", "databases made by a stranger", "tests/torture/test_hostile_databases.py::test_full"),
    Promised(
        "controls",
        "terminal control sequences in every field, read back as bytes",
        "tests/torture/test_controls.py::test_full",
    ),
    Promised("fuzz_decks", "random inputs to the deck reader", "tests/torture/test_fuzz.py::test_decks"),
    Promised("fuzz_search", "random inputs to the search language", "tests/torture/test_fuzz.py::test_search"),
    Promised("fuzz_numbers", "random inputs to the number reader", "tests/torture/test_fuzz.py::test_numbers"),
    Promised("fuzz_log", "random inputs to the import of a log", "tests/torture/test_fuzz.py::test_log"),
)
"""Every row of the table, in its order. A set is written here before it is run."""


def record(key: str, *, tried: int, **counts: float) -> None:
    """Keep what a full run of a promised set did, with today's date, and fail if it broke a promise.

    Args:
        tried: how often it was done: kills, cuts, inputs.
        counts: further numbers by name. `lost` (answers), `corrupt` (files) and `let_through` (escapes) get columns of
            their own and say that they were looked for; others follow the words of the row (`answers=812`).
    Raises:
        AssertionError: a count of damage is not 0.
        ValueError: no such set is promised, or nothing was tried.
    """
    if key not in {row.key for row in PROMISED}:
        raise ValueError(f"{key!r} is not in PROMISED")
    if tried < 1:
        raise ValueError("a set that tried nothing shows nothing")
    broken = {name: counts[name] for name in DAMAGE if counts.get(name)}
    entry = {"date": date.today().isoformat(), "tried": tried, **counts, "result": "broken" if broken else "held"}
    _change(lambda runs: runs | {key: entry})
    assert not broken, f"{key}: {broken}"


def forget(keys: set[str]) -> None:
    """Take away what was recorded of sets that are about to run."""
    _change(lambda runs: {key: entry for key, entry in runs.items() if key not in keys})


def runs() -> dict[str, dict[str, Any]]:
    """Return what is recorded, by key."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def _change(change: Any) -> None:
    with FileLock(f"{FILE}.lock"):
        passing = FILE.with_suffix(".tmp")
        passing.write_text(json.dumps(change(runs()), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        os.replace(passing, FILE)
