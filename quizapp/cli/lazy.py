"""The subcommands by name, and a group that imports one only when it is called.

The summaries stand here and not in the subcommands, so that `quizapp --help` and the shell's completion
import none of them. A test holds each summary to the first sentence of its command's help.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMPLETION_VARIABLE = "_QUIZAPP_COMPLETE"
"""The environment variable with which a shell asks for completions."""

SUMMARIES = {
    "study": "Study what is due.",
    "quiz": "Take a scored test.",
    "due": "Print what is due, in one line.",
    "decks": "List the decks and what they hold today.",
    "cards": "List cards, or look for some.",
    "browse": "Look through all cards, and act on many at once.",
    "check": "Check decks, and say how to mend them.",
    "explain": "Tell why a card comes back when it does.",
    "author": "Write a deck from an article, side by side.",
    "suspend": "Set cards aside until they are asked for again.",
    "unsuspend": "Bring suspended cards back.",
    "bury": "Set cards aside until tomorrow.",
    "set-due": "Set the day on which cards come back.",
    "reset": "Make cards new again.",
    "exam": "Give a deck or a tag the date of an exam.",
    "spread": "Spread what has piled up over some days.",
    "carry": "Give a card the progress of one that is gone.",
    "undo": "Take back the last answer or action.",
    "new": "Begin a deck.",
    "add": "Add notes to a deck.",
    "edit": "Open a note in your editor.",
    "fmt": "Put decks in canonical form.",
    "stats": "Show figures of your progress.",
    "report": "Write a page about your progress, to look at, show or print.",
    "export": "Take progress away as CSV, JSON, Parquet or Markdown.",
    "import": "Put a log back, or bring one in from another device.",
    "backup": "Make a backup of your progress.",
    "restore": "Put a backup in the place of your progress.",
    "doctor": "Look whether your progress is sound, and what can be done.",
    "schema": "Print the JSON Schema of decks, for editors.",
    "config": "Show settings, or change one.",
    "help": "Show a page of the manual.",
    "completion": "Print what makes the shell complete commands and decks.",
}


class LazyGroup(click.Group):
    """A group of `quizapp.cli.commands`; lists and completes them without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in SUMMARIES:
            return None
        command: click.Command = import_module(f"quizapp.cli.commands.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in SUMMARIES and not args[0].startswith("-"):
            ctx.fail(f"There is no command {args[0]!r}.{_meant(args[0], SUMMARIES)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        commands = [CompletionItem(n, help=s) for n, s in SUMMARIES.items() if n.startswith(incomplete)]
        return commands + click.Command.shell_complete(self, ctx, incomplete)


def _meant(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f" Did you mean {close[0]}?" if close else ""
