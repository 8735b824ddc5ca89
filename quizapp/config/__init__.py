"""Settings: defaults, then the file, then the environment, then flags; each overrules what stands before it.

The file is `config.toml` in the user's configuration folder; what it may hold is told by one table, `config.table`,
that also feeds `quizapp config`, the settings screen and the manual. Every mistake in the file is an error that names
the key and says what to write: a setting silently ignored would be found out months later.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizapp import paths
from quizapp.model import SchedulingSettings, StudySettings


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program can be told.

    `deck_paths` is empty when the default folders are meant. `state_folder` is for what is half done, such as notes
    that were not saved. `keys` holds the keys of each action that has others than its own, by its id, with commas
    between them. `backup_folder` is None for the folder of the database.
    """

    database: Path
    deck_paths: tuple[Path, ...] = ()
    config_file: Path = field(default_factory=paths.config_file)
    cache_folder: Path | None = field(default_factory=paths.cache_folder)
    state_folder: Path | None = field(default_factory=paths.state_folder)
    study: StudySettings = StudySettings()
    scheduling: SchedulingSettings = SchedulingSettings()
    theme: str = "dark"
    automatic_backups: bool = True
    backup_folder: Path | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the file of settings is, or would be."""
    return Path(environ["QUIZAPP_CONFIG"]).expanduser() if environ.get("QUIZAPP_CONFIG") else paths.config_file()


def load(
    *, database: Path | None = None, deck_paths: Sequence[Path] = (), environ: Mapping[str, str] = os.environ
) -> Settings:
    """Return the settings that hold; the arguments are the command line's flags.

    Raises:
        ConfigInvalid: the file is unreadable, no TOML, or holds a key or a value that means nothing.
    """
    settings = places(database=database, deck_paths=deck_paths, environ=environ)
    if not settings.config_file.exists():
        return settings
    from quizapp.config.reading import with_file  # late: most learners have no file, and the first frame waits

    return with_file(settings)


def places(
    *, database: Path | None = None, deck_paths: Sequence[Path] = (), environ: Mapping[str, str] = os.environ
) -> Settings:
    """Return where everything is, which the file has no say in, and the defaults of the rest; nothing is read."""
    from_env = [Path(p).expanduser() for p in environ.get("QUIZAPP_DECKS", "").split(os.pathsep) if p]
    env_database = environ.get("QUIZAPP_DB")
    return Settings(
        database=database or (Path(env_database).expanduser() if env_database else paths.default_database()),
        deck_paths=tuple(deck_paths) or tuple(from_env),
        config_file=config_file(environ),
    )
