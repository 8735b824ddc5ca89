"""From what went wrong to one line on stderr and an exit code. A programmer's mistake keeps its traceback."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.output import note
from quizapp.errors import OutputFailed, QuizappError

if TYPE_CHECKING:
    from quizapp.cli.context import Cli

INTERRUPTED = 130
"""What a shell reports for a program that Ctrl-C ended."""

OUTPUT_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What a write to stdout fails with when the place it leads to is full; the store reports its own."""


def exit_code_of(error: BaseException, cli: Cli | None = None) -> int:
    """Return the exit code for an error, after telling the learner what it means.

    Ctrl-C ends the program without a word. A reader that closes early, as `head` does, is no error. An error that
    nobody foresaw is told as damage where the database holds what cannot be.

    Args:
        cli: what the command was given, None where it came to nothing.

    Raises:
        BaseException: the error itself, where nobody foresaw it.
    """
    match error:
        case QuizappError():
            note(str(error))
            return error.exit_code
        case click.ClickException():
            note(_usage_sentence(error))
            return error.exit_code
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
        case BrokenPipeError():
            _discard_output()
            return 0
        case OSError(errno=int(number)) if number in OUTPUT_FULL:
            _discard_output()
            return exit_code_of(OutputFailed(Path("The output"), os.strerror(number)))
        case _:
            damage = _damage_behind(error, cli)
            if damage is None:
                raise error
            return exit_code_of(damage)


def _damage_behind(error: BaseException, cli: Cli | None) -> QuizappError | None:
    if cli is None or not isinstance(error, Exception) or "quizapp.store.store" not in sys.modules:
        return None  # no database was opened
    from quizapp.doctor.suspicion import damage_behind

    return damage_behind(cli.places(), cli.clock)


def _usage_sentence(error: click.ClickException) -> str:
    sentence = error.format_message().rstrip(".")
    ending = "" if sentence.endswith("?") else "."
    context = getattr(error, "ctx", None)
    return f"{sentence}{ending} See {context.command_path if context else 'quizapp'} --help"


def _discard_output() -> None:
    """Point stdout at nothing, so that flushing it when the interpreter ends cannot fail a second time."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
