"""Where things live when nobody says otherwise: progress, the learner's decks, settings, and the cache."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "quizapp"


def default_database() -> Path:
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "progress.db"


def default_deck_folder() -> Path:
    """Return the learner's own deck folder; it need not exist."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "decks"


def config_file() -> Path:
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """Return the folder for what is kept across a crash; it need not exist."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def cache_folder() -> Path:
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def shipped_decks() -> Path:
    """Return the folder of the decks that come along: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped_decks"
    return installed if installed.is_dir() else package.parent / "decks"


def tilde(path: Path) -> str:
    """Return the path as a person writes it, with `~` for the home folder."""
    home = os.path.expanduser("~")
    text = str(path)
    return f"~{text[len(home) :]}" if home != "/" and text.startswith(f"{home}{os.sep}") else text
