"""Deck files on disk: finding them, and reading only those that changed since they were read last.

Nothing that a folder holds raises an exception: what cannot be read is a problem beside the decks that can.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.errors import DeckFolderMissing
from quizapp.model import Deck
from quizapp.problem import Problem
from quizapp.store.collector import collector_paused
from quizapp.store.deckcache import MAX_BYTES, DeckCache, ReadDeck
from quizapp.text import clean_line

SUFFIXES = (".yaml", ".yml")


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
    seen: set[tuple[int, int]] = set()
    for root in roots:
        for path in _deck_files(root, seen, problems):
            found = _read(path, cache)
            problems += found.problems
            if found.deck is not None:
                yield found.deck


def _read(path: Path, cache: DeckCache) -> ReadDeck:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused(path, "not-a-file", "This is no regular file.", "Move it out of the decks folder.")
        if status.st_size > MAX_BYTES:
            holds, most = status.st_size / 1024**2, MAX_BYTES // 1024**2
            size = f"The file holds {holds:,.0f} MiB, and a deck at most {most}."
            return _refused(path, "file-too-large", size, "Split it into several decks.")
        return cache.read(path, shown(path), status)
    except OSError as error:
        why = f"The file cannot be read ({error.strerror or type(error).__name__})."
        return _refused(path, "unreadable", why, "Make it readable, or move it out of the decks folder.")


def deck_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the deck files among these files and in these folders, each once; what cannot be read is passed over."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _deck_files(path, seen, [])


def _deck_files(root: Path, seen: set[tuple[int, int]], problems: list[Problem]) -> Iterator[Path]:
    """Yield the deck files of a folder and the folders below it by name; hidden ones are passed over.

    Args:
        seen: device and inode of every folder and file met so far: links that lead in a circle, or to a file
            that was found already, are followed once.
    """
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            key = (status.st_dev, status.st_ino)
            if key in seen:
                continue
            seen.add(key)
            if stat.S_ISDIR(status.st_mode):
                waiting += reversed(_inside(path, problems))
            else:
                yield path
        except FileNotFoundError:  # a folder that need not exist, or a file that went just now
            if path.is_symlink():
                problems.append(_problem(path, "broken-link", "This link leads nowhere.", "Mend or delete it."))
        except OSError as error:
            why = f"This cannot be read ({error.strerror or type(error).__name__})."
            mend = "Make it readable, or move it out of the decks folder."
            problems.append(_problem(path, "unreadable", why, mend))


def _inside(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return the deck files and the folders in a folder.

    Raises:
        OSError: the folder cannot be read.
    """
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if folder.suffix in SUFFIXES:
        what = "This is a folder with the name of a deck file; its files are read."
        problems.append(_problem(folder, "folder-named-as-deck", what, "Rename the folder."))
    # os.path.isdir, as Path.is_dir raises where a folder may be listed and not entered
    return [path for path in paths if path.suffix in SUFFIXES or os.path.isdir(path)]


def _distinct(decks: Iterable[Deck], taken: dict[str, Deck], problems: list[Problem] | None) -> tuple[Deck, ...]:
    """Return the decks whose id is not taken. A problem names each other one, unless `problems` is None."""
    kept = dict(taken)
    for deck in decks:
        first = kept.setdefault(deck.deck_id, deck)
        if first is not deck and problems is not None:
            elsewhere = shown(Path(first.path))
            what = f"The deck {deck.deck_id} is in {elsewhere} already, so this file is not studied."
            mend = "Give one of them another deck: id."
            problems.append(Problem(shown(Path(deck.path)), 1, 1, "duplicate-deck-id", what, mend))
    return tuple(deck for key, deck in kept.items() if key not in taken)


def _refused(path: Path, rule: str, message: str, mend: str) -> ReadDeck:
    return ReadDeck(None, (_problem(path, rule, message, mend),))


def _problem(path: Path, rule: str, message: str, mend: str) -> Problem:
    return Problem(shown(path), 0, 0, rule, message, mend)


def shown(path: Path) -> str:
    """Return a path as it can be shown: file names may hold bytes that are no text, or act on a terminal."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))
