"""What is due, kept in a small file beside the cache, so that a shell prompt can ask without opening anything.

The file holds counts for the study days ahead, so that tomorrow's number is right without a start in between. It is
disposable: counts are given only when the file is of this version and was made from the log, the decks and the settings
that are there now; else there are none, and whoever asks works them out and keeps them anew. Importing this loads
neither SQLAlchemy nor a deck: it is known by

- the log: the device, the highest number of a review and of an action, which only grow, and the newest event, which
  tells a log that went another way from a backup on,
- the decks and the settings file: paths, sizes and times, none of them so young that a change could hide in its tick,
- the clock: not before the file was made, and at the same offset from UTC.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from quizapp import __version__, paths
from quizapp.atomic import make_folders, write_whole
from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.problem import Problem
from quizapp.store.deckpaths import deck_files

FORMAT = f"2 {__version__}"
"""Raise the number when the file is written otherwise, or when a queue comes to other cards."""

NAME = "due.json"
_UNSURE_NS = 2_000_000_000
_LONGEST = 100_000
_WAIT_S = 1.0
_MOST_STEPS = 20_000
"""Steps of SQLite's machine, of which the question takes some dozens: a view of a stranger's could go on for ever."""


class DueDay(NamedTuple):
    """What a study day holds when nothing is answered before: cards due (with those in learning), new cards, and the
    minutes they may take."""

    due: int
    new: int
    minutes: int


class Place(NamedTuple):
    """A place that a file of settings or a deck is at: what it was made from, and when that was last changed."""

    mark: str
    changed_ns: int


def folder_of(settings: Settings) -> Path | None:
    """Return the folder for what is derived from this database, None where nothing is to be kept."""
    if settings.cache_folder is None:
        return None
    return settings.cache_folder / blake2b(os.fsencode(settings.database.absolute()), digest_size=8).hexdigest()


def sources(settings: Settings) -> Place:
    """Return what the decks and the settings file are now, by path, size and time; nothing is read."""
    roots = settings.deck_paths or (paths.default_deck_folder(), paths.shipped_decks())
    ignored: list[Problem] = []
    digest, newest = blake2b(digest_size=16), 0
    digest.update(repr([os.fspath(root.absolute()) for root in roots]).encode())
    for path in (settings.config_file, *deck_files(roots, ignored)):
        try:
            status = path.stat()
        except OSError:
            continue
        newest = max(newest, status.st_mtime_ns)
        digest.update(repr((os.fsencode(path), status.st_size, status.st_mtime_ns)).encode())
    return Place(digest.hexdigest(), newest)


def read(settings: Settings, clock: Clock) -> tuple[int, DueDay] | None:
    """Return the study day it is and what it holds, None when the file does not tell."""
    folder = folder_of(settings)
    if folder is None:
        return None
    try:
        with open(folder / NAME, "rb") as file:
            kept = json.loads(file.read(_LONGEST))
        now = clock.now()
        if kept["format"] != FORMAT or now.at_ms < kept["made_at"] or now.utc_offset_minutes != kept["offset"]:
            return None
        day = now.study_day(kept["cutoff"])
        counts = DueDay(*kept["days"][str(day)])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    here = sources(settings)
    is_settled = here.changed_ns < kept["read_ns"] - _UNSURE_NS
    if not is_settled or here.mark != kept["sources"] or _log_end(settings.database) != kept["log"]:
        return None
    return day, counts


def keep(
    settings: Settings,
    clock: Clock,
    *,
    made_from: Place,
    read_ns: int,
    log: list[object],
    days: Mapping[int, DueDay],
) -> None:
    """Keep counts by study day; where they cannot be kept, nothing is lost but time.

    Args:
        made_from: what `sources` gave before the decks were read, and `read_ns` when that was (epoch, ns).
        log: the device, the highest numbers of a review and of an action that the counts follow, and the newest event.
    """
    folder = folder_of(settings)
    if folder is None:
        return
    now = clock.now()
    value = {
        "format": FORMAT,
        "made_at": now.at_ms,
        "offset": now.utc_offset_minutes,
        "cutoff": settings.study.day_cutoff_hour,
        "sources": made_from.mark,
        "read_ns": read_ns,
        "log": log,
        "days": {str(day): list(counts) for day, counts in days.items()},
    }
    with suppress(OSError):
        make_folders(folder, 0o700)
        write_whole(folder / NAME, [json.dumps(value).encode()])


def _log_end(database: Path) -> list[object] | None:
    """Return where the log ends, as the store gives it; an empty log has no device, None when it cannot be read."""
    if not database.exists():
        return ["", 0, 0, ""]
    try:
        with closing(
            sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT_S)
        ) as connection:
            connection.set_progress_handler(lambda: 1, _MOST_STEPS)  # ends it by an error
            row = connection.execute(
                "SELECT device_id, (SELECT max(seq) FROM review), (SELECT max(seq) FROM action), "
                "(SELECT max(review_id) FROM review), (SELECT max(action_id) FROM action), "
                "(SELECT max(quiz_id) FROM quiz) FROM meta JOIN device USING (device_key)"
            ).fetchone()
    except sqlite3.Error:
        return None
    return [row[0], row[1] or 0, row[2] or 0, max(newest or "" for newest in row[3:])] if row else None
