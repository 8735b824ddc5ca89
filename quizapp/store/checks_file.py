"""Reading `.quizapp.toml`, in which a folder says how strictly its decks are checked.

What the file nearest to a deck says of a rule holds. Files farther up are asked about the other rules, up to the first
folder that is a git repository, or else up to the root: a repository is checked alike wherever it is cloned.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import ConfigInvalid
from quizapp.lint.configuration import DEFAULT, Configuration, configured

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = ".quizapp.toml"
TABLE = "checks"
_REPOSITORY = ".git"


def checks_files(folder: Path) -> list[Path]:
    """Return the files that hold for the decks of a folder, those that exist, the nearest first."""
    return [file for place in _upwards(Path(os.path.abspath(folder))) if (file := place / NAME).is_file()]


class ChecksFiles:
    """The configurations of folders, each file read once."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, Configuration] = {}
        self._by_file: dict[Path, Configuration] = {}

    def of(self, folder: Path) -> Configuration:
        """Return how the decks of a folder are to be checked.

        Raises:
            ConfigInvalid: a file is unreadable, no TOML, or says what means nothing.
        """
        if folder not in self._by_folder:
            found = DEFAULT
            for file in reversed(checks_files(folder)):
                if file not in self._by_file:
                    self._by_file[file] = read_checks(file)
                found = found.overruled_by(self._by_file[file])
            self._by_folder[folder] = found
        return self._by_folder[folder]


def read_checks(file: Path) -> Configuration:
    """Return what one file says; raises as above."""
    from quizapp.config.reading import read_text, toml  # late: most folders have no such file

    table = toml(file, read_text(file))
    for key, value in table.items():
        if key != TABLE:
            raise ConfigInvalid(str(file), f"{key} has no meaning here.", f"Write [{TABLE}] and the rules below.")
        if not isinstance(value, dict):
            raise ConfigInvalid(str(file), f"{TABLE} is not a table.", f"Write [{TABLE}] and the rules below.")
    configuration, misfits = configured(table.get(TABLE, {}))
    for misfit in misfits:
        where = ".".join(part for part in (TABLE, misfit.rule, misfit.option) if part)
        raise ConfigInvalid(f"{file}: {where}", misfit.message, misfit.mend)
    return configuration


def _upwards(folder: Path) -> Iterator[Path]:
    """Yield a folder and those it lies in, up to a repository's or the root."""
    for place in (folder, *folder.parents):
        yield place
        if (place / _REPOSITORY).exists():
            return
