"""Restoring a backup while something goes wrong: what has to be there then, and after the next try."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

from store_builders import Pen

from quizapp.errors import NotADatabase, QuizappError, StoreDamaged
from quizapp.model import ActionKind
from quizapp.store.backup import make_backup
from quizapp.store.backup_files import folder_of
from quizapp.store.connections import connect_to_read
from quizapp.store.restore import kept_aside, restore
from quizapp.store.store import Store

AT = 1_795_761_012_000

BACKED_UP, STUDIED, KILLED = (2, 0), (5, 1), (6, 1)
"""Answers and acts: of the backup, of the database, and of the database with the log of a program that was killed."""

CALLS = ("os.open", "os.fsync", "os.replace", "os.link", "os.unlink", "sqlite3.connect")
"""What goes before each change on disk that Python makes, and before each use of SQLite."""


class Trials(NamedTuple):
    """How often something went wrong, how many answers are nowhere any more, and what is not right."""

    tried: int
    lost: int
    wrong: tuple[str, ...]


def study_and_back_up(path: Path) -> Path:
    """Return a backup of two answers; the database has five, one of them on the day after, and an act."""
    with Store.open(path) as store:
        pen = Pen(store)
        pen.answer("rivers/a")
        pen.answer("rivers/b")
        made = back_up(path)
        pen.answer("rivers/a")
        pen.answer("rivers/c")
        pen.day += 1
        pen.answer("rivers/c")
        pen.act(ActionKind.SUSPEND, "rivers/b")
    return made


def back_up(path: Path, at_ms: int = AT) -> Path:
    with closing(connect_to_read(path, 1)) as connection:
        return make_backup(connection, path, folder_of(path), at_ms).path


def log_of(path: Path) -> tuple[int, int]:
    with Store.open(path, read_only=True) as store:
        return store.log_position()


def leave_log(path: Path) -> None:
    """Leave a write-ahead log with an answer beside a database, as a program does that is killed."""
    with Store.open(path) as store:
        Pen(store).answer("rivers/killed")
        for end in ("", "-wal"):
            shutil.copyfile(f"{path}{end}", f"{path}{end}.left")
    for end in ("", "-wal"):
        Path(f"{path}{end}.left").replace(f"{path}{end}")


def kill_at_each_call(root: Path, *, damaged: bool, every: int = 1) -> Trials:
    """Kill a restore at each call, or every so many calls, in a run of its own each time, and restore again."""

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    return _trials(root, damaged, every, die)


def fail_each_call(root: Path, *, every: int = 1) -> Trials:
    """Let each call of a restore fail once, in a run of its own each time, and restore again."""

    def fail() -> None:
        raise OSError(5, "Input/output error")

    return _trials(root, False, every, fail)


def _trials(root: Path, damaged: bool, every: int, then: Callable[[], None]) -> Trials:
    path, before = root / "now" / "progress.db", root / "before"
    backup = study_and_back_up(path)
    leave_log(path)
    if damaged:
        path.write_bytes(os.urandom(20_000))
    shutil.copytree(path.parent, before)
    tried, lost, wrong, seen = 0, 0, [], set()
    for number in count(1, every):
        shutil.rmtree(path.parent)
        shutil.copytree(before, path.parent)
        code = _restore_in_child(path, backup, number, then)
        seen.add(_state(path))
        if code == UNTOLD:
            wrong.append(f"call {number}: an error that nobody foresaw")
        restore(path, backup, AT + 5_000)
        if log_of(path) != BACKED_UP:
            wrong.append(f"call {number}: restored to {log_of(path)}")
        aside = kept_aside(path)
        if not damaged and KILLED not in {_state(kept) for kept in aside}:
            lost += KILLED[0] - BACKED_UP[0]
        if damaged and not any(kept.read_bytes() == (before / path.name).read_bytes() for kept in aside):
            wrong.append(f"call {number}: the damaged file was not kept")
        if any(kept.samefile(path) for kept in aside):
            wrong.append(f"call {number}: one file under two names")
        if code == NOT_REACHED:
            break
        tried += 1
    old = "damaged" if damaged else KILLED
    wrong += [f"found {state}" for state in seen - {old, BACKED_UP}]
    return Trials(tried, lost, tuple(wrong))


NOT_REACHED, REACHED, TOLD, UNTOLD = 0, 1, 2, 3


def _restore_in_child(path: Path, backup: Path, number: int, then: Callable[[], None]) -> int:
    """Restore in a process of its own, with something in place of its Nth call; return what came of it."""
    child = os.fork()
    if child == 0:
        calls = _broken_at(number, then)
        try:
            restore(path, backup, AT)
        except QuizappError:
            os._exit(TOLD)
        except BaseException:
            os._exit(UNTOLD)
        os._exit(REACHED if calls() >= number else NOT_REACHED)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return REACHED if code == -signal.SIGKILL else code


def _broken_at(number: int, then: Callable[[], None]) -> Callable[[], int]:
    """Do something in place of the Nth of CALLS in this process; returns what counts them."""
    calls = 0

    def watched(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls == number:
                then()
            return real(*args, **options)

        return call

    for name in CALLS:
        module, function = {"os": os, "sqlite3": sqlite3}[name.partition(".")[0]], name.partition(".")[2]
        setattr(module, function, watched(getattr(module, function)))
    return lambda: calls


def _state(path: Path) -> object:
    """Return where the log of a database ends, as a program finds it; "damaged" where it cannot."""
    try:
        return log_of(path)
    except (NotADatabase, StoreDamaged):
        return "damaged"
