"""`quizapp completion`: the script that makes a shell complete commands, options and decks."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from quizapp.cli.context import place_options
from quizapp.cli.lazy import COMPLETION_VARIABLE
from quizapp.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@place_options
@click.pass_context
def command(ctx: click.Context, shell: str | None) -> None:
    """Print what makes the shell complete commands and decks.

    SHELL is the one you use unless named. For bash, add to ~/.bashrc: eval "$(quizapp completion bash)"
    """
    chosen = shell or Path(os.environ.get("SHELL", "")).name
    completer = get_completion_class(chosen) if chosen in SHELLS else None
    if completer is None:
        raise UsageError(f"There is no completion for the shell {chosen!r}. Name one: {', '.join(SHELLS)}.")
    print(completer(ctx.find_root().command, {}, "quizapp", COMPLETION_VARIABLE).source())
