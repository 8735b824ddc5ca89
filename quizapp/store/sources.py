"""Deck files as bytes, for what checks and mends them and so reads each as it is at this moment, past the cache."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizapp.problem import Problem
from quizapp.store.deckpaths import MAX_BYTES, deck_files, open_regular, refusal, shown, unreadable

STDIN = "<stdin>"
"""Stands for the path of a deck that comes in on the standard input."""


class Source(NamedTuple):
    """What a deck file holds. `shown` is the path as problems name it; `path` is None for the standard input."""

    path: Path | None
    shown: str
    data: bytes

    @property
    def folder(self) -> Path:
        """Return the folder whose settings for checks hold for this deck."""
        return self.path.parent if self.path else Path()


def read_sources(roots: Iterable[Path]) -> tuple[list[Source], list[Problem]]:
    """Return the deck files of folders and files, and what could not be read of them.

    Nothing that a folder holds raises an exception.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    for path in deck_files(roots, problems):
        try:
            refused = refusal(path, path.stat())
            if refused is None:
                with open_regular(path) as file:
                    sources.append(Source(path, shown(path), file.read(MAX_BYTES)))  # it may be growing
            else:
                problems.append(refused)
        except OSError as error:
            problems.append(unreadable(path, error))
    return sources, problems


def from_here(path: Path) -> Path:
    """Return a path as a person in the working folder names it: relative where that leads down, else absolute."""
    absolute = os.path.abspath(path)
    here = os.getcwd()
    below = here if here.endswith(os.sep) else here + os.sep
    if absolute == here:
        return Path()
    return Path(absolute[len(below) :] if absolute.startswith(below) else absolute)
