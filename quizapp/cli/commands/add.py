"""`quizapp add`: notes into a deck, from options, from lines, or asked for one by one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck
from quizapp.errors import UsageError

OPTIONS = (
    ("question", "TEXT", "What is asked."),
    ("answer", "TEXT", "The answer; several for a choice with several right options."),
    ("accept", "TEXT", "Another wording of the answer; may be repeated."),
    ("cloze", "TEXT", "A sentence with gaps in {{ and }}."),
    ("statement", "TEXT", "What is true, or not: say which with --true or --false."),
    ("choice", "TEXT", "A wrong option beside --answer; may be repeated."),
    ("last", "TEXT", "The option that always stands last."),
    ("number", "TEXT", "The answer, where it is an amount."),
    ("unit", "TEXT", "The unit of --number."),
    ("within", "TEXT", "How far off an answer may be."),
    ("item", "TEXT", "One of several things to name; may be repeated."),
    ("hint", "TEXT", "What one may look at before the answer."),
    ("explain", "TEXT", "What is shown below the answer."),
    ("where", "TEXT", "The place in the source."),
    ("tag", "TEXT", "A word to find it by; may be repeated."),
    ("id", "ID", "Its id, instead of one made of its words."),
)
"""Name, what it takes, and help of each option that gives a text."""

LISTS = {"choice": "choices", "item": "items", "tag": "tags", "accept": "accept"}
"""The keys of the options that make a list, however often they are given."""

FOR_ALL = frozenset({"where", "tags"})
"""The keys that may go with lines: every note gets them."""

Function = Callable[..., Any]


def note_options(function: Function) -> Function:
    for name, takes, says in reversed(OPTIONS):
        many = name in LISTS or name == "answer"
        function = click.option(f"--{name}", metavar=takes, multiple=many, help=says)(function)
    return function


@click.command("add")
@click.argument("deck", metavar="DECK", shell_complete=complete_deck)
@note_options
@click.option("--ordered", is_flag=True, help="The items count in their order.")
@click.option("--both-ways", is_flag=True, help="Ask for the question too, by its answer.")
@click.option("--true/--false", "holds", default=None, help="Whether the statement holds.")
@click.option("--plain", is_flag=True, help="Ask in lines for one note after another.")
@place_options
@click.pass_context
def command(ctx: click.Context, /, deck: str, plain: bool, **given: Any) -> None:
    """Add notes to a deck.

    DECK is a deck's id, the beginning of it, or a file. Without options that say what the note is, lines are read from
    the input: a question, a tab or " :: ", and its answer, or a sentence with {{gaps}}. On a terminal a form opens.
    """
    from quizapp.cli import adding  # late, as all that reads decks: --help and completion need none of it
    from quizapp.cli.deck_places import named_deck
    from quizapp.cli.terminal import why_no_screen

    cli: Cli = ctx.obj
    fields = fields_of_options(given)
    opened = named_deck(cli, deck)
    if fields.keys() - FOR_ALL:
        if plain:
            raise UsageError("--plain asks for the note, so leave out the options that say what it is.")
        ctx.exit(adding.add_one(opened, fields))
    elif not plain and why_no_screen() is None:
        from quizapp.cli.screens import run_add

        ctx.exit(run_add(cli, opened, fields))
    elif plain or (sys.stdin.isatty() and sys.stdout.isatty()):
        ctx.exit(adding.ask(opened, sys.stdin, fields))
    else:
        ctx.exit(adding.add_lines(opened, sys.stdin, fields))


def fields_of_options(given: dict[str, Any]) -> dict[str, str | tuple[str, ...]]:
    """Return the note that options say, in the words of a deck's file."""
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, value in given.items():
        if value is None or value == () or (value is False and name != "holds"):
            continue
        if name == "answer":
            fields[name] = value[0] if len(value) == 1 else value
        elif name in ("ordered", "both_ways", "holds"):
            fields["bidirectional" if name == "both_ways" else name] = "true" if value else "false"
        else:
            fields[LISTS.get(name, name)] = value
    return fields
