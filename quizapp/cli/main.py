"""The console entry: parse and dispatch.

What is imported here is paid for by every command, `--help` included: click and nothing slower.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO, cast

import click

from quizapp import __version__
from quizapp.cli.context import Cli, place_options
from quizapp.cli.lazy import COMPLETION_VARIABLE, LazyGroup

GARBAGE = 20_000
"""New objects after which the collector looks for garbage. A start makes many, and nearly all of them stay: at Python's
own 700 it would look a hundred times for next to nothing."""


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="The manual: quizapp help",
)
@place_options
@click.version_option(__version__, prog_name="quizapp", message="%(prog)s %(version)s")
@click.pass_context
def group(ctx: click.Context) -> None:
    """Flashcards in the terminal: each card comes back on the day you are about to forget it.

    Without a command this opens the home screen. Where there is no terminal it prints what today holds.
    """
    if ctx.invoked_subcommand is None:
        from quizapp.cli.home import home

        ctx.exit(home(ctx.obj))


def main() -> None:
    """Run the program on the arguments of the process, and end the process."""
    gc.set_threshold(GARBAGE)
    _prepare_streams()
    if os.environ.get(COMPLETION_VARIABLE):
        group.main(prog_name="quizapp", complete_var=COMPLETION_VARIABLE)
    exit_code = run(sys.argv[1:])
    gc.freeze()  # else all that is still there would be looked through once more, only to be given back whole
    sys.exit(exit_code)


def run(args: Sequence[str], cli: Cli | None = None) -> int:
    """Return the exit code of a command line, after telling what went wrong in one line on stderr."""
    cli = cli or Cli()
    try:
        exit_code = _invoke(args, cli)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        from quizapp.cli.failures import exit_code_of

        return exit_code_of(error, cli)
    return exit_code


def _invoke(args: Sequence[str], cli: Cli) -> int:
    try:
        with group.make_context("quizapp", list(args), obj=cli) as ctx:
            group.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _prepare_streams() -> None:
    """Make every stream safe to use: one that is closed leads nowhere, and no character ends the program.

    A terminal that knows only ASCII shows `?` for what it cannot show. Data for programs is written as
    UTF-8 whatever the terminal (see `quizapp.cli.output`).
    """
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))
