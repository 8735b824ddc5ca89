"""`quizapp fmt`: decks in canonical form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff
from enum import Enum, auto
from pathlib import Path

import click

from quizapp.cli.context import place_options
from quizapp.cli.output import note, say, write_data
from quizapp.errors import DeckNotEdited, UsageError
from quizapp.humanize import count
from quizapp.paths import tilde
from quizapp.problem import Edit, Level

STDIN = "-"


@click.command("fmt")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; name the files that are not in form, and end with 1 then.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@place_options
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], check: bool, diff: bool) -> None:
    """Put decks in canonical form.

    One order of keys, quotes where they are needed, a blank line between notes. Comments and meaning stay. PATH is a
    deck's file, or a folder of them; - reads a deck from the input and writes it to the output. A deck with errors is
    left as it is.
    """
    if STDIN in paths:
        if len(paths) > 1 or check or diff:
            raise UsageError("- stands alone: it reads a deck from the input and writes it to the output.")
        ctx.exit(_filter())
    found = [_format(file, check=check, diff=diff) for file in _files(paths)]
    if not found:
        note("There is no deck file there. Decks end in .yaml or .yml.")
    elif found.count(Found.IN_FORM) == len(found):
        say(f"In form already: {count(len(found), 'deck')}")
    ctx.exit(1 if Found.BROKEN in found or (check and Found.OTHERWISE in found) else 0)


class Found(Enum):
    """What a file was found to be."""

    IN_FORM = auto()
    OTHERWISE = auto()
    BROKEN = auto()


def _files(paths: tuple[str, ...]) -> Iterator[Path]:
    from quizapp.store.deckpaths import deck_files

    for name in paths:
        path = Path(name).expanduser()
        if not path.exists():
            raise UsageError(f"There is no file {name!r}.")
        yield from deck_files([path], [])


def _format(path: Path, *, check: bool, diff: bool) -> Found:
    """Put one file in form, or tell what would change, and return what it was."""
    from quizapp.deckfile.editing import apply_bytes
    from quizapp.store.deckdesk import open_deck

    opened = open_deck(path, may_be_shipped=False)
    form = _form(opened.deck.source.text, str(opened.deck.parsed.path))
    if form is None:
        return Found.BROKEN
    text = opened.deck.source.text
    data = apply_bytes(opened.file.data, [Edit(0, len(text), form)])
    if data == opened.file.data:
        return Found.IN_FORM
    if diff:
        name = tilde(path)
        before, after = text.splitlines(keepends=True), form.splitlines(keepends=True)
        for line in unified_diff(before, after, f"{name} (as it is)", f"{name} (in form)"):
            say(line.removesuffix("\n"))
    elif check:
        say(f"Not in form: {tilde(path)}")
    else:
        opened.with_bytes(data)
        say(f"Put in form: {tilde(path)}")
    return Found.OTHERWISE


def _form(text: str, path: str) -> str | None:
    """Return the canonical form of a deck's text; None when there is none, as is then told."""
    from quizapp.deckfile.canonical import canonical
    from quizapp.deckfile.parse import parse_deck

    errors = [problem for problem in parse_deck(text, path).problems if problem.level is Level.ERROR]
    for problem in errors:
        note(str(problem))
    if errors:
        return None
    try:
        return canonical(text, path)
    except DeckNotEdited as error:
        note(str(error))
        return None


def _filter() -> int:
    from quizapp.deckfile.editing import apply_bytes
    from quizapp.deckfile.located import locate_deck

    data = sys.stdin.buffer.read()
    text = locate_deck(data, "stdin").source.text
    form = _form(text, "stdin")
    if form is None:
        return 1
    write_data([apply_bytes(data, [Edit(0, len(text), form)]).decode()])
    return 0
