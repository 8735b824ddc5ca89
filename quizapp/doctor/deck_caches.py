"""What is kept of decks to save reading them, held against the files themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizapp.collection.loading import cache_folders, deck_roots
from quizapp.config import Settings
from quizapp.problem import Problem
from quizapp.store.deckcache import DeckCache
from quizapp.store.deckpaths import deck_files, refusal, shown


def wrong_entries(settings: Settings) -> list[tuple[DeckCache, Path]]:
    """Return the caches, and the decks of which they keep something else than the file says."""
    return list(_wrong(settings))


def _wrong(settings: Settings) -> Iterator[tuple[DeckCache, Path]]:
    afresh = DeckCache(None)
    ignored: list[Problem] = []
    for path in deck_files(deck_roots(settings), ignored):
        try:
            status = path.stat()
            if refusal(path, status):
                continue
            for cache in map(DeckCache, cache_folders(settings) or ()):
                kept = cache.kept(path, shown(path), status)
                if kept is not None and kept != afresh.read(path, shown(path), status):
                    yield cache, path
        except OSError:
            continue
