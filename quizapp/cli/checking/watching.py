"""Checking again at each save: the files are looked at a few times a second, and nothing is read until one changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from quizapp.store.checks_file import checks_files
from quizapp.store.deckpaths import deck_files

EVERY_S = 0.3
SETTLES_S = 0.05
"""How long a file is left alone once it changed: many editors empty it before they write it."""

State = dict[Path, tuple[int, ...]]


def watch(roots: Sequence[Path], again: Callable[[], None], *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Call `again` now and whenever a deck file below the roots, or a file with settings for checks, is another.

    Returns when Ctrl-C ends it. Files that come and go count; what is saved while `again` runs is not missed.
    """
    try:
        before: State | None = None
        while True:
            if before is None or state_of(roots) != before:
                if before is not None:
                    sleep(SETTLES_S)
                before = state_of(roots)
                again()
            else:
                sleep(EVERY_S)
    except KeyboardInterrupt:
        return


def state_of(roots: Sequence[Path]) -> State:
    """Return what tells each file that counts from what it was before."""
    files = list(deck_files(roots, []))
    folders = {path.parent for path in files} | {root if root.is_dir() else root.parent for root in roots}
    return {path: _signature(path) for path in (*files, *_settings(folders))}


def _settings(folders: Iterable[Path]) -> Iterable[Path]:
    return dict.fromkeys(file for folder in folders for file in checks_files(folder))


def _signature(path: Path) -> tuple[int, ...]:
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino
