"""What a learner names to be checked: a file, a folder, a deck by its id, or the standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import UsageError
from quizapp.problem import Problem
from quizapp.store.deckpaths import SUFFIXES
from quizapp.store.sources import STDIN, Source, from_here, read_sources

if TYPE_CHECKING:
    from quizapp.cli.context import Cli

FROM_STDIN = "-"


class Targets:
    """Files and folders to be checked, read anew as often as they are asked for.

    Raises:
        UnknownDeck: a name is neither a path nor a deck.
        UsageError: a path leads nowhere.
    """

    def __init__(self, cli: Cli, names: Sequence[str]) -> None:
        self.reads_stdin = FROM_STDIN in names
        self._named = [name for name in names if name != FROM_STDIN]
        self.roots = [_root(cli, name) for name in self._named] if names else _own_or_shipped(cli)

    def read(self) -> tuple[list[Source], list[Problem]]:
        """Return what the files hold, and what could not be read."""
        sources, problems = read_sources(self.roots)
        if self.reads_stdin:
            sources.insert(0, Source(None, STDIN, _stdin()))
        return sources, problems

    def require_decks(self, sources: Sequence[Source], problems: Sequence[Problem]) -> None:
        """Raise a UsageError where there was nothing to check: a check of the wrong folder must not seem fine."""
        if not sources and not problems:
            where = " or ".join(str(root) for root in self.roots)
            raise UsageError(f"There is no deck in {where}. Deck files end in {' or '.join(SUFFIXES)}.")

    def require_own(self) -> None:
        """Raise a UsageError where a deck that came along is to be mended, unless its very file is named."""
        from quizapp.paths import shipped_decks

        named = {from_here(Path(name).expanduser()) for name in self._named}
        for root in self.roots:
            if root not in named and root.absolute().is_relative_to(shipped_decks()):
                raise UsageError(f"{root.name} came with quizapp. Name a file or folder of your own to mend.")


def _root(cli: Cli, name: str) -> Path:
    path = Path(name).expanduser()
    if os.path.lexists(path):
        return from_here(path)
    if os.sep in name or path.suffix in SUFFIXES:
        raise UsageError(f"There is no file or folder {name}. See what decks there are: quizapp decks")
    from quizapp.cli.deck_files import guess_files
    from quizapp.cli.names import deck_ids

    files = guess_files(cli.settings())
    (deck_id,) = deck_ids([name], files)
    return from_here(Path(files[deck_id]))


def _own_or_shipped(cli: Cli) -> list[Path]:
    """Return the decks folders of the settings, or else the learner's own; the shipped one as long as that is empty."""
    from quizapp import paths
    from quizapp.store.deckpaths import deck_files

    settings = cli.settings()
    if settings.deck_paths:
        for path in settings.deck_paths:
            if not os.path.lexists(path):
                from quizapp.errors import DeckFolderMissing

                raise DeckFolderMissing(path)
        return [from_here(path) for path in settings.deck_paths]
    own = paths.default_deck_folder()
    return [from_here(own if any(deck_files([own], [])) else paths.shipped_decks())]


def _stdin() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    return stream.read() if stream else sys.stdin.read().encode("utf-8", "surrogateescape")
