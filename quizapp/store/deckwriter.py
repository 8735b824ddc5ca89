"""Writing deck files: whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from quizapp.atomic import AS_USUAL, make_folders, write_whole
from quizapp.errors import DeckChanged, DeckExists, DeckNotWritten
from quizapp.store.deckpaths import MAX_BYTES


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck's file as it was when it was read or written last."""

    path: Path
    data: bytes

    @property
    def digest(self) -> str:
        """Return what stands for the bytes, for who wants to know later whether they are still the same."""
        return blake2b(self.data, digest_size=20).hexdigest()


def open_deck_file(path: Path) -> DeckFile:
    """Return a deck's file as it is now.

    Raises:
        DeckNotWritten: it cannot be read, so it cannot be edited either.
    """
    try:
        return DeckFile(path, _read(path))
    except OSError as error:
        raise DeckNotWritten(path, _why(error)) from None


def save(deck: DeckFile, data: bytes) -> DeckFile:
    """Put other bytes in a deck's file and return it; mode and link stay, and equal bytes are not written.

    Raises:
        DeckChanged: the file is not what it was; then nothing is written.
        DeckNotWritten: it cannot be written.
    """

    def is_as_it_was(file: Path) -> None:
        try:
            now = _read(file)
        except FileNotFoundError:
            raise DeckChanged(deck.path) from None
        if now != deck.data:
            raise DeckChanged(deck.path)

    try:
        is_as_it_was(deck.path)
        if data == deck.data:
            return deck
        _check_writable(deck.path)
        write_whole(deck.path, [data], before=is_as_it_was)
    except OSError as error:
        raise DeckNotWritten(deck.path, _why(error)) from None
    return DeckFile(deck.path, data)


def create(path: Path, data: bytes) -> DeckFile:
    """Put a new deck's file in place, with the folders that lead to it, and return it.

    Raises:
        DeckExists: something is there already.
        DeckNotWritten: it cannot be written.
    """
    try:
        make_folders(path.parent)
        write_whole(path, [data], new_mode=AS_USUAL, must_be_new=True)
    except FileExistsError:
        raise DeckExists(path) from None
    except OSError as error:
        raise DeckNotWritten(path, _why(error)) from None
    return DeckFile(path, data)


def _read(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # to open a named pipe would wait for somebody to write into it
        raise OSError(0, "it is no regular file")
    if status.st_size > MAX_BYTES:
        raise OSError(0, f"it is larger than {MAX_BYTES // 1024**2} MiB")
    return path.read_bytes()


def _check_writable(path: Path) -> None:
    """Refuse a read-only file: a rename in a folder that can be written would pass over what its owner set."""
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise OSError(0, "it is read-only")


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
