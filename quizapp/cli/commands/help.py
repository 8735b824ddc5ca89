"""`quizapp help`: the pages of the manual, and the options of each command."""

from __future__ import annotations

import sys

import click

from quizapp import help as manual
from quizapp.cli.context import place_options
from quizapp.cli.lazy import SUMMARIES
from quizapp.errors import UnknownTopic


@click.command("help")
@click.argument("topic", default=manual.FIRST, shell_complete=lambda ctx, param, start: _complete(start))
@place_options
@click.pass_context
def command(ctx: click.Context, topic: str) -> None:
    """Show a page of the manual.

    TOPIC is a page, a command or a rule of `quizapp check`; without one this shows the first page, which lists the
    others. `quizapp help rules` lists the rules.
    """
    if topic in manual.topics():
        _show(manual.read(topic))
    elif topic in SUMMARIES:
        _show_usage(ctx, topic)
    else:
        from quizapp.lint.manual import names, rule_page  # late: it brings every rule

        if topic not in names():
            raise UnknownTopic(topic, [*_topics(), *names()])
        _show(rule_page(topic))


def _topics() -> list[str]:
    return list(dict.fromkeys((*manual.topics(), *SUMMARIES)))


def _complete(start: str) -> list[str]:
    """Return the pages and commands that begin so, or else the rules."""
    fitting = [name for name in _topics() if name.startswith(start)]
    if fitting:
        return fitting
    from quizapp.lint.catalogue import rule_names

    return [name for name in rule_names() if name.startswith(start)]


def _show(page: str) -> None:
    """Print a page: as it was written into a pipe, set for reading on a terminal."""
    if sys.stdout.isatty():
        from quizapp.cli.markdown import terminal_lines

        page = "\n".join(terminal_lines(page))
    print(page.rstrip("\n"))


def _show_usage(ctx: click.Context, name: str) -> None:
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    command = group.get_command(ctx, name)
    assert command is not None
    with click.Context(command, parent=ctx.parent, info_name=name) as usage:
        print(command.get_help(usage))
