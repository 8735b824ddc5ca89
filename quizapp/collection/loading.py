"""What a collection is opened from: the settings checked, and the decks that they name."""

from __future__ import annotations

import os
from hashlib import blake2b

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


def load(settings: Settings, *, read_only: bool = False) -> DeckSet:
    """Read the decks that the settings name, or else the learner's own and, for the rest, the shipped ones.

    Each database has a cache of its own, and looking without writing has another: which decks changed since their
    cards were remembered is known from what the cache has not seen.
    """
    name = "looks" if read_only else blake2b(os.fsencode(settings.database.absolute()), digest_size=8).hexdigest()
    cache_folder = settings.cache_folder / name if settings.cache_folder else None
    if settings.deck_paths:
        return load_decks(settings.deck_paths, cache_folder=cache_folder)
    return load_decks(
        (paths.default_deck_folder(),),
        shipped=(paths.shipped_decks(),),
        cache_folder=cache_folder,
        must_exist=False,
    )
