"""What a collection is opened from: the settings checked, and the decks that they name."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from quizapp import paths
from quizapp.config import Settings
from quizapp.errors import ConfigInvalid
from quizapp.scheduling.engine import check_parameters
from quizapp.store.deckfolder import DeckSet, load_decks


def check(settings: Settings) -> None:
    """Raise a ConfigInvalid for settings that only the scheduler can judge."""
    try:
        check_parameters(settings.scheduling.parameters)
    except ValueError as error:
        where = f"{settings.config_file}: scheduling"
        raise ConfigInvalid(where, f"{error}.", "Write weights that an optimizer found, or [].") from None


def cache_folders(settings: Settings) -> tuple[Path, Path] | None:
    """Return where this database's cache is, and that for looking without writing; None where nothing is kept."""
    if settings.cache_folder is None:
        return None
    name = blake2b(os.fsencode(settings.database.absolute()), digest_size=8).hexdigest()
    return settings.cache_folder / name, settings.cache_folder / "looks"


def deck_roots(settings: Settings) -> tuple[Path, ...]:
    """Return the folders and files that decks are read from."""
    return settings.deck_paths or (paths.default_deck_folder(), paths.shipped_decks())


def load(settings: Settings, *, read_only: bool = False) -> DeckSet:
    """Read the decks that the settings name, or else the learner's own and, for the rest, the shipped ones.

    Each database has a cache of its own, and looking without writing has another: which decks changed since their
    cards were remembered is known from what the cache has not seen.
    """
    own, looks = cache_folders(settings) or (None, None)
    cache_folder = looks if read_only else own
    if settings.deck_paths:
        return load_decks(settings.deck_paths, cache_folder=cache_folder)
    return load_decks(
        (paths.default_deck_folder(),),
        shipped=(paths.shipped_decks(),),
        cache_folder=cache_folder,
        must_exist=False,
    )
