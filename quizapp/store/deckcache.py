"""What was read of each deck file, kept so that a start with nothing changed parses nothing.

One file a deck, named by a hash of the deck's path: a line that says what it was made from, and a line of
`deckcodec`. It is disposable: one that is missing, damaged, of another version or cannot be written costs a
second reading and nothing else. Each is put in place in one step, so that two programs may write at once.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from quizapp import __version__
from quizapp.atomic import make_folders
from quizapp.model import Deck
from quizapp.problem import Problem
from quizapp.store.deckcodec import decode, encode
from quizapp.store.deckpaths import MAX_BYTES, open_regular

FORMAT = f"5 {__version__}"
"""Raise the number when entries are written otherwise, or when a deck's text comes to other cards or
problems."""

_UNSURE_NS = 2_000_000_000
"""A file as young as its entry may have been written again within one tick of the file system's clock."""

_LONGEST_HEAD = 1_000

_KEPT_NS = 90 * 86_400 * 1_000_000_000
"""An entry not written anew for so long is dropped; if its deck is still in use, it is read once more."""


class ReadDeck(NamedTuple):
    """What a deck file holds: the deck, None when it cannot be studied, and what is wrong with it."""

    deck: Deck | None
    problems: tuple[Problem, ...]


class _Entry(NamedTuple):
    size: int
    mtime_ns: int
    digest: str
    written_ns: int
    content: bytes

    def is_of(self, status: os.stat_result) -> bool:
        """Tell whether size and time prove that the file is what it was when the entry was made."""
        is_settled = status.st_mtime_ns < self.written_ns - _UNSURE_NS
        return is_settled and (self.size, self.mtime_ns) == (status.st_size, status.st_mtime_ns)


class DeckCache:
    """Reads deck files, from the cache where their size and time, or else their digest, are as they were.

    `read_paths` collects the files whose text had to be parsed.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "decks" if folder else None
        self._has_pruned = False
        self.read_paths: set[str] = set()

    def read(self, path: Path, shown: str, status: os.stat_result) -> ReadDeck:
        """Return what a file holds.

        Args:
            shown: the path as problems name it.
        Raises:
            OSError: the file cannot be read.
        """
        entry = self._entry(path)
        if entry and entry.is_of(status) and (kept := _decoded(entry, path, shown)):
            return kept
        with open_regular(path) as file:
            data = file.read(MAX_BYTES)  # it may be growing
        digest = blake2b(data, digest_size=20).hexdigest()
        if entry and entry.digest == digest and (kept := _decoded(entry, path, shown)):
            self._keep(path, status, digest, entry.content)
            return kept
        found = _parse(data, str(path), shown)
        self.read_paths.add(str(path))
        self._keep(path, status, digest, encode(found.deck, found.problems).encode())
        return found

    def kept(self, path: Path, shown: str, status: os.stat_result) -> ReadDeck | None:
        """Return what is kept of a file where size and time prove that it is what it was; else None. Reads no deck."""
        entry = self._entry(path)
        return _decoded(entry, path, shown) if entry and entry.is_of(status) else None

    def drop(self, path: Path) -> None:
        """Forget what is kept of a file."""
        if self._folder is not None:
            self._file(self._folder, path).unlink(missing_ok=True)

    def _file(self, folder: Path, path: Path) -> Path:
        return folder / f"{blake2b(os.fsencode(path.absolute()), digest_size=16).hexdigest()}.json"

    def _entry(self, path: Path) -> _Entry | None:
        """Return the entry of a file; None when there is none to trust."""
        if self._folder is None:
            return None
        try:
            with open(self._file(self._folder, path), "rb") as file:
                head, content = json.loads(file.readline(_LONGEST_HEAD)), file.read()
                written_ns = os.fstat(file.fileno()).st_mtime_ns
            if head["format"] != FORMAT or head["crc"] != crc32(content):
                return None
            return _Entry(head["size"], head["mtime_ns"], head["digest"], written_ns, content)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def _keep(self, path: Path, status: os.stat_result, digest: str, content: bytes) -> None:
        from tempfile import mkstemp  # late: a start with nothing changed does not need it

        if self._folder is None:
            return
        head = {
            "format": FORMAT,
            "size": status.st_size,
            "mtime_ns": status.st_mtime_ns,
            "digest": digest,
            "crc": crc32(content),
        }
        with suppress(OSError):
            make_folders(self._folder, 0o700)
            # Another program may be writing the same entry: each writes its own file, made 0600, and renames
            # it.
            handle, temporary = mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(json.dumps(head).encode() + b"\n" + content)
                Path(temporary).replace(self._file(self._folder, path))
            except OSError:
                Path(temporary).unlink()
                raise
            self._prune(self._file(self._folder, path))

    def _prune(self, newest: Path) -> None:
        """Drop, once a run, what was written long before an entry that was written just now."""
        if self._has_pruned:
            return
        self._has_pruned = True
        oldest_ns = newest.stat().st_mtime_ns - _KEPT_NS
        for file in os.scandir(newest.parent):
            if file.stat(follow_symlinks=False).st_mtime_ns < oldest_ns:
                Path(file.path).unlink(missing_ok=True)


def _decoded(entry: _Entry, path: Path, shown: str) -> ReadDeck | None:
    try:
        deck, problems = decode(entry.content.decode(), str(path), shown)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return ReadDeck(deck, problems)


def _parse(data: bytes, path: str, shown: str) -> ReadDeck:
    # Late: the parser brings PyYAML, which a start with nothing changed does not need.
    from quizapp.deckfile.cards import deck_of
    from quizapp.deckfile.parse import parse_deck

    parsed = parse_deck(data, shown)
    deck = replace(deck_of(parsed), path=path) if parsed.deck_id else None
    return ReadDeck(deck, parsed.problems)
