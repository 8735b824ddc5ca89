"""The watched disk of `disk.c`: built once, asked from inside a process that runs on it, its log read outside."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("disk.c")
LIBRARY = "QUIZAPP_WATCHED_DISK"
"""The environment variable that tells a process on the disk which library watches it."""

_ENTRY = struct.Struct("<QqIIB")


class Change(NamedTuple):
    """One entry of the log.

    `what` is a letter: c a file is created, w written, t truncated, s synced; d a folder is synced, m made; r a name is
    replaced, l linked, u removed; k a lock is taken, f freed; o the program said `data` on stdout; x a mark.
    """

    what: str
    inode: int
    offset: int
    data: bytes
    name: str


def missing() -> str:
    """Return why the disk cannot be watched here, "" where it can."""
    if not sys.platform.startswith("linux"):
        return "the watched disk is for Linux"
    if shutil.which("cc") is None:
        return "no C compiler (cc) to build the watched disk with"
    return ""


@cache
def library() -> Path:
    """Return the built library."""
    folder = Path(tempfile.mkdtemp(prefix="watched-disk-"))
    built = folder / "disk.so"
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", built, SOURCE, "-ldl", "-lpthread"], check=True)
    return built


def environment() -> dict[str, str]:
    """Return the environment for a process that is to run on the watched disk."""
    built = str(library())
    return os.environ | {"LD_PRELOAD": built, LIBRARY: built}


class Watched:
    """The disk as seen from a process that runs on it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[LIBRARY])

    def watch(self, folder: Path) -> None:
        """Watch what happens below a folder from now on."""
        self._library.disk_watch(os.fsencode(folder))

    def log(self, path: Path) -> None:
        """Write every change to a log from now on."""
        self._library.disk_log(os.fsencode(path))

    def mark(self, text: str) -> None:
        """Write a line of our own between the changes."""
        self._library.disk_mark(text.encode())

    def fail(self, number: int, error: int, *, for_ever: bool = False, half: bool = False) -> None:
        """Let a change fail, counted from 1 on from now; 0 for none.

        Args:
            for_ever: and all changes after it.
            half: a write that is hit takes half of what it was given, and then the disk takes no more.
        """
        self._library.disk_fail(ctypes.c_long(number), error, int(for_ever), int(half))

    @property
    def failed(self) -> int:
        """Return how many changes were made to fail."""
        return int(self._library.disk_failed())

    @property
    def changes(self) -> int:
        """Return how many changes there were."""
        return int(self._library.disk_changes())


def read_log(path: Path) -> Iterator[Change]:
    """Yield the entries of a log, in order."""
    log = memoryview(path.read_bytes())
    at = 0
    while at < len(log):
        inode, offset, first, second, what = _ENTRY.unpack_from(log, at)
        at += _ENTRY.size
        data = bytes(log[at : at + first])
        at += first + second
        yield Change(chr(what), inode, offset, data, bytes(log[at - second : at]).decode())
