"""Plain mode on the streams of the process: reads lines from stdin, prints what they lead to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from quizapp.answering.manner import Answering
from quizapp.cli.output import say
from quizapp.cli.plain import PlainStudy, Step
from quizapp.collection import Collection
from quizapp.study.scope import Scope


def study_in_lines(collection: Collection, scope: Scope) -> None:
    """Study until nothing is left, the learner stops, or the input is at its end."""
    answering = Answering(collection.settings.study.answering)
    study = PlainStudy(collection.study(scope), collection, can_wait=_somebody_is_there(), answering=answering)
    _show(study.begin())
    while study.step is not Step.OVER:
        line = _read_line(study.wait_ms)
        if line is None:
            _show(study.look())
        elif line:
            _show(study.tell(line))
        else:
            break
    _show(study.end())


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
    sys.stdout.flush()


def _somebody_is_there() -> bool:
    """Tell whether stdin is a terminal that can be waited on with a time limit."""
    return os.name == "posix" and sys.stdin.isatty()


def _read_line(wait_ms: int | None) -> str | None:
    """Return the next line with its line feed, "" at the end of input, None when the wait was over before."""
    if wait_ms is not None:
        from select import select

        ready, _, _ = select([sys.stdin], [], [], wait_ms / 1000)
        if not ready:
            return None
    return sys.stdin.readline()
