"""Which decks there are and in which files, from the first lines of the files: in milliseconds.

The shell's completion asks this, and `quizapp study` before its first frame. What the first lines do not tell
is left out; an opened collection knows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from quizapp import paths
from quizapp.cli.context import Cli
from quizapp.config import Settings
from quizapp.model import Deck

HEAD_BYTES = 4096
_DECK = re.compile(r"^deck:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)


def complete_deck(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:
    """Return the deck ids that begin so."""
    cli = ctx.find_object(Cli) or Cli()
    return sorted(deck_id for deck_id in guess_files(cli.settings()) if deck_id.startswith(start))


def guess_files(settings: Settings) -> dict[str, str]:
    """Return the file of each deck by its id; a file that cannot be read has none."""
    folders = settings.deck_paths or (paths.default_deck_folder(), paths.shipped_decks())
    files: dict[str, str] = {}
    for folder in folders:
        for file in [folder] if folder.is_file() else sorted(folder.rglob("[!.]*.y*ml")):
            match = _DECK.search(_head(file))
            files.setdefault(match[1] if match else file.stem, str(file))
    return files


def files_of(decks: Iterable[Deck]) -> dict[str, str]:
    """Return the file of each deck by its id, as an opened collection knows them."""
    return {deck.deck_id: deck.path for deck in decks}


def _head(file: Path) -> str:
    from quizapp.store.deckpaths import open_regular

    try:
        with open_regular(file) as text:
            return text.read(HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
