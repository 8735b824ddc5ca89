"""The decks of folders and files, of which only those are read that changed since they were read last.

Nothing that a folder holds raises an exception: what cannot be read is a problem beside the decks that can.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.errors import DeckFolderMissing
from quizapp.model import Deck
from quizapp.problem import Problem
from quizapp.store.collector import collector_paused
from quizapp.store.deckcache import DeckCache, ReadDeck
from quizapp.store.deckpaths import deck_files, refusal, second_deck, shown, unreadable


@dataclass(frozen=True, slots=True)
class DeckSet:
    """The decks that were found, in order of their folders and names, and what is wrong with any file.

    `read_paths` are the decks whose text changed since they were read last; empty when nothing did.
    """

    decks: tuple[Deck, ...]
    problems: tuple[Problem, ...]
    read_paths: frozenset[str]


def load_decks(
    paths: Sequence[Path], *, shipped: Sequence[Path] = (), cache_folder: Path | None, must_exist: bool = True
) -> DeckSet:
    """Return the decks of these folders and files, read anew only where they changed.

    Args:
        paths: the learner's own; of two decks with one id the first is studied and the second is a problem.
        shipped: decks that come along; one whose id a learner's deck has gives way without a word.
        cache_folder: where to remember what was read; None remembers nothing.
    Raises:
        DeckFolderMissing: one of `paths` is not there, and `must_exist`.
    """
    missing = [path for path in paths if must_exist and not os.path.lexists(path)]
    if missing:
        raise DeckFolderMissing(missing[0])
    cache = DeckCache(cache_folder)
    problems: list[Problem] = []
    with collector_paused():
        own = _distinct(_read_all(paths, cache, problems), {}, problems)
        taken = {deck.deck_id: deck for deck in own}
        others = _distinct(_read_all(shipped, cache, problems), taken, None)
    return DeckSet((*own, *others), tuple(problems), frozenset(cache.read_paths))


def _read_all(roots: Iterable[Path], cache: DeckCache, problems: list[Problem]) -> Iterator[Deck]:
    for path in deck_files(roots, problems):
        found = _read(path, cache)
        problems += found.problems
        if found.deck is not None:
            yield found.deck


def _read(path: Path, cache: DeckCache) -> ReadDeck:
    try:
        status = path.stat()
        refused = refusal(path, status)
        return ReadDeck(None, (refused,)) if refused else cache.read(path, shown(path), status)
    except OSError as error:
        return ReadDeck(None, (unreadable(path, error),))


def _distinct(decks: Iterable[Deck], taken: dict[str, Deck], problems: list[Problem] | None) -> tuple[Deck, ...]:
    """Return the decks whose id is not taken. A problem names each other one, unless `problems` is None."""
    kept = dict(taken)
    for deck in decks:
        first = kept.setdefault(deck.deck_id, deck)
        if first is not deck and problems is not None:
            problems.append(second_deck(deck.deck_id, shown(Path(deck.path)), shown(Path(first.path))))
    return tuple(deck for key, deck in kept.items() if key not in taken)
