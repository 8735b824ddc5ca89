"""What lies around the database: who may read it, what was left behind, and the backups."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from quizapp import paths
from quizapp.config import Settings
from quizapp.doctor.finding import REPAIR, Finding, noted, problem
from quizapp.doctor.patient import Patient
from quizapp.humanize import count, decimal
from quizapp.store.backup_files import flaw, names
from quizapp.store.backup_files import folder_of as backup_folder_of
from quizapp.store.duefile import folder_of
from quizapp.store.files import PRIVATE_FILE, PRIVATE_FOLDER

_OTHERS = 0o077
_WRITTEN_BY_OTHERS = 0o022
_UNFINISHED = re.compile(r"\.[0-9a-f]{12}\.tmp|.*\.unfinished")


def modes(patient: Patient) -> Iterator[Finding]:
    """Look whether only you can read your progress."""
    if os.name == "nt":  # access is told by lists there, which the folder of a user has right
        return
    found = open_to_others(patient.settings)
    if found:
        named = found[0].name or str(found[0])
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield problem(f"Others on this computer can read {named}{more}.", len(found), REPAIR)
    folder = patient.path.parent
    with suppress(OSError):
        if folder not in found and folder.stat().st_mode & stat.S_IWOTH and not folder.stat().st_mode & stat.S_ISVTX:
            yield problem(f"Anybody can replace the files in {folder}.", 1, f"Close it: chmod o-w '{folder}'")


def open_to_others(settings: Settings) -> list[Path]:
    """Return the files and folders of ours that others may read. A folder that the learner chose is theirs to open."""
    beside = [path for path in _beside(settings.database) if path.is_file()]
    folders = [paths.default_database().parent, *([own] if (own := folder_of(settings)) else [])]
    kept = _backup_folder(settings)
    found = []
    for path in (*beside, *folders, kept, *names(kept)):
        with suppress(OSError):
            if path.stat().st_mode & _OTHERS and path.stat().st_uid == os.getuid():
                found.append(path)
    return found


def close_to_others(path: Path) -> None:
    """Make a file or folder its owner's alone."""
    path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)


def leftovers(patient: Patient) -> Iterator[Finding]:
    """Look for what a program that was cut off left behind."""
    for ending, what in (("-wal", "written before"), ("-journal", "changed before")):
        path = patient.path.with_name(patient.path.name + ending)
        with suppress(OSError):
            if size := path.stat().st_size:
                yield noted(
                    f"{decimal(size / 1e6)} MB {what} wait in {path.name}: quizapp is open, or was cut off.",
                    1,
                    "Nothing is missing, and the next start takes it in. Never move the database without it.",
                )
    halves = [path for path in _beside(patient.path) if _UNFINISHED.fullmatch(path.name)]
    if halves:
        named = f"{count(len(halves), 'half-written file')} beside the database, such as {halves[0].name}"
        yield noted(f"{named}.", len(halves), "Delete it while quizapp is closed.")


def backups(patient: Patient) -> Iterator[Finding]:
    """Look whether there are backups, and each is what was written."""
    if not patient.path.exists():
        return
    found = names(_backup_folder(patient.settings))
    if not found:
        yield noted("There is no backup yet.", 0, "Make one: quizapp backup")
        return
    bad = [path for path in found if flaw(path)]
    if bad:
        named = f"{count(len(bad), 'backup')} of {len(found)} cannot be used, such as {bad[0].name}"
        yield problem(f"{named}.", len(bad), "Move it elsewhere, and make another: quizapp backup")


def _backup_folder(settings: Settings) -> Path:
    return backup_folder_of(settings.database, settings.backup_folder)


def _beside(database: Path) -> list[Path]:
    """Return the database and the files beside it that belong to it."""
    name = database.name
    try:
        names = [entry.name for entry in os.scandir(database.parent)]
    except OSError:
        return []
    return [
        database.parent / each
        for each in sorted(names)
        if each == name or each.startswith((f"{name}-", f"{name}.")) or _UNFINISHED.fullmatch(each)
    ]
