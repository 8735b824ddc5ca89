"""`quizapp new`: a deck to write in, with what makes an editor complete it."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import note, say
from quizapp.errors import UsageError

SCHEMA = "deck.schema.json"
"""The schema stands beside the deck: so the line that names it holds in every clone, on every machine."""

_OURS = b'"$id": "urn:quizapp:deck"'

_BODY = """\
# A note looks like this. Write yours below notes:, or call: quizapp add {deck}
#   - id: capital-flight
#     question: What is capital flight?
#     answer: Money leaving a country in a hurry
notes:
"""


@click.command("new")
@click.argument("path", metavar="PATH", type=click.Path())
@click.option("--title", metavar="TEXT", help="What it is called on screen; else the words of the file's name.")
@place_options
@click.pass_obj
def command(cli: Cli, path: str, title: str | None) -> None:
    """Begin a deck.

    PATH is the file to make. A bare name goes into your deck folder: quizapp new rivers. The schema of decks is put
    beside it as deck.schema.json, by which an editor completes and checks what you write.
    """
    from quizapp.deckfile.slug import short_slug
    from quizapp.store.deckwriter import create

    file = _file(cli, path)
    deck_id = short_slug(file.stem)
    _check_id(cli, deck_id, file)
    words = re.sub(r"[-_\s]+", " ", file.stem).strip()
    create(file, _text(deck_id, title or words[:1].upper() + words[1:]).encode())
    _refresh_schema(file.with_name(SCHEMA))
    _tell(cli, file, deck_id)


def _file(cli: Cli, name: str) -> Path:
    from quizapp import paths
    from quizapp.store.deckpaths import SUFFIXES

    path = Path(name).expanduser()
    if not path.name:
        raise UsageError("Name the file to make, as in: quizapp new rivers")
    if path.suffix in SUFFIXES:
        return path
    if path.is_dir() or name.endswith(os.sep):
        raise UsageError(f"{name!r} is a folder. Name a file in it, as in: quizapp new {path / 'rivers.yaml'}")
    file = path.with_name(f"{path.name}{SUFFIXES[0]}")
    if os.sep in name:
        return file
    folders = [folder for folder in cli.settings().deck_paths if folder.is_dir()]
    return (folders[0] if folders else paths.default_deck_folder()) / file


def _check_id(cli: Cli, deck_id: str, file: Path) -> None:
    """Refuse an id that another deck has: of the two only one would be studied."""
    from quizapp.cli.deck_files import guess_files
    from quizapp.paths import tilde

    other = guess_files(cli.settings()).get(deck_id)
    if other and Path(other).resolve() != file.resolve():
        raise UsageError(f"The deck {deck_id} is in {tilde(Path(other))} already. Give the file another name.")


def _text(deck_id: str, title: str) -> str:
    from quizapp.deckfile.scalars import write_line

    head = f"# yaml-language-server: $schema={SCHEMA}\ndeck: {write_line(deck_id)}\ntitle: {write_line(title)}\n"
    return head + _BODY.format(deck=deck_id)


def _refresh_schema(file: Path) -> None:
    """Put the schema of this version in place; a file of that name that is not ours is left alone."""
    from quizapp.atomic import AS_USUAL, write_whole
    from quizapp.cli.commands.schema import schema_text

    text = schema_text().encode()
    try:
        before = file.read_bytes() if file.exists() else None
        if before == text:
            return
        if before is not None and _OURS not in before[:1_000]:
            note(f"{file} is something else than the schema of decks, and was left as it is.")
            return
        write_whole(file, [text], new_mode=AS_USUAL)
    except OSError as error:
        note(f"The schema was not written beside the deck: {error.strerror}. To have it: quizapp schema -o {SCHEMA}")


def _tell(cli: Cli, file: Path, deck_id: str) -> None:
    from quizapp import paths
    from quizapp.cli.deck_files import guess_files

    say(f"Began: {paths.tilde(file)}")
    is_found = guess_files(cli.settings()).get(deck_id) is not None
    say(f"Add notes: quizapp add {deck_id if is_found else shlex.quote(str(file))}")
    if not is_found:
        folder = shlex.quote(str(file.parent))
        note(f"It is in none of your deck folders. To study it there: quizapp study --decks {folder}")
