"""Deck files on disk: which there are, which of them can be read, and how their paths are shown.

Nothing that a folder holds raises an exception: what cannot be read is a problem beside the decks that can.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from quizapp.problem import Problem
from quizapp.text import clean_line

SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 64 * 1024 * 1024
"""Of a deck file. Larger ones are not opened: a deck of 100,000 notes takes 40 MiB."""


def deck_files(roots: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    """Yield the deck files of these folders and files, each once; a file that is named may have any suffix.

    What cannot be looked into is added to the problems.
    """
    seen: set[tuple[int, int]] = set()
    for root in roots:
        yield from _deck_files(root, seen, problems)


def refusal(path: Path, status: os.stat_result) -> Problem | None:
    """Return why a file is not opened at all, None when it may be read."""
    if not stat.S_ISREG(status.st_mode):
        return _problem(path, "not-a-file", "This is no regular file.", "Move it out of the decks folder.")
    if status.st_size > MAX_BYTES:
        holds, most = status.st_size / 1024**2, MAX_BYTES // 1024**2
        size = f"The file holds {holds:,.0f} MiB, and a deck at most {most}."
        return _problem(path, "file-too-large", size, "Split it into several decks.")
    return None


def open_regular(path: Path) -> BinaryIO:
    """Return a file open for reading, which is a regular one also if another was put in its place a moment ago.

    To open a named pipe would wait for somebody to write into it, and to read a device might never end.

    Raises:
        OSError: it cannot be opened, or is no regular file.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", str(path))
        return open(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def unreadable(path: Path, error: OSError) -> Problem:
    """Return that a file is there, and cannot be read."""
    why = f"The file cannot be read ({error.strerror or type(error).__name__})."
    return _problem(path, "unreadable", why, "Make it readable, or move it out of the decks folder.")


def second_deck(deck_id: str, path: str, first: str) -> Problem:
    """Return that a file has the deck id of another one; both paths are as they are shown."""
    what = f"The deck {deck_id} is in {first} already, so this file is not studied."
    return Problem(path, 1, 1, "duplicate-deck-id", what, "Give one of them another deck: id.")


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


def _problem(path: Path, rule: str, message: str, mend: str) -> Problem:
    return Problem(shown(path), 0, 0, rule, message, mend)


def shown(path: Path) -> str:
    """Return a path as it can be shown: file names may hold bytes that are no text, or act on a terminal."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))
