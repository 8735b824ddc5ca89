"""What a disk may hold after a power cut, worked out from the log of a watched disk.

The model is the one that POSIX allows and that real disks come near to on a bad day:

- What was written to a file is safe once the file is synced. Until then each write may be there, be missing, or be
  torn at sectors, whatever came before or after it; where the file grew, the gap holds zeros or rubbish.
- A name (created, replaced, linked, removed) is safe once its folder is synced. Until then some of the changes are
  there and others not: those up to a moment, or any of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shim import Change

SECTORS = (512, 4096)


def look(root: Path) -> dict[str, tuple[int, bytes | None]]:
    """Return what is below a folder by path: the inode and the content, None for a folder."""
    paths = sorted(root.rglob("*"))
    return {str(path): (path.stat().st_ino, None if path.is_dir() else path.read_bytes()) for path in paths}


class File:
    """What of a file is safe, and what was done to it since."""

    def __init__(self, safe: bytes = b"") -> None:
        self.safe = bytearray(safe)
        self.unsafe: list[tuple[int, bytes | None]] = []

    def sync(self) -> None:
        for offset, data in self.unsafe:
            _put(self.safe, offset, data)
        self.unsafe.clear()

    def after_cut(self, random: Random) -> bytes:
        """Return one content that the file may have."""
        left = bytearray(self.safe)
        for offset, data in self.unsafe:
            fate = random.random()
            if fate < 0.35:
                continue
            if data is None or fate < 0.65:
                _put(left, offset, data, random)
                continue
            sector = random.choice(SECTORS)
            for start in range(offset - offset % sector, offset + len(data), sector):
                if random.random() < 0.5:
                    first, last = max(start, offset), min(start + sector, offset + len(data))
                    _put(left, first, data[first - offset : last - offset], random)
        return bytes(left)


class Folder:
    """Stands for a folder among the names."""


Thing = File | Folder | None


class Disk:
    """Follow a log with `do`; `after_cut` writes out what a cut at this moment may leave."""

    def __init__(self, root: Path, begun_with: Mapping[str, tuple[int, bytes | None]]) -> None:
        """Begin with what was below the watched folder (see `look`), all of it safe."""
        self._root = str(root)
        self._safe: dict[str, Thing] = {}
        self._inodes: dict[int, File] = {}
        self._unsafe: list[dict[str, Thing]] = []
        for name, (inode, data) in begun_with.items():
            self._safe[name] = Folder() if data is None else File(data)
            if data is not None:
                self._inodes[inode] = self._safe[name]

    def do(self, change: Change) -> None:
        """Take in the next entry of the log."""
        path = change.data.decode() if change.what in "crlumds" else ""
        match change.what:
            case "c":
                file = self._inodes[change.inode] = File()
                self._unsafe.append({path: file})
            case "w" | "t":
                data = change.data if change.what == "w" else None
                self._inodes[change.inode].unsafe.append((change.offset, data))
            case "s":
                self._inodes[change.inode].sync()
            case "m":
                self._unsafe.append({path: Folder()})
            case "u":
                self._unsafe.append({path: None})
            case "l":
                self._unsafe.append({change.name: self._now(path)})
            case "r":
                self._unsafe.append({path: None, change.name: self._now(path)})
            case "d":
                kept = []
                for names in self._unsafe:
                    if any(os.path.dirname(name) == path for name in names):
                        self._safe |= names
                    else:
                        kept.append(names)
                self._unsafe = kept

    def after_cut(self, target: Path, random: Random) -> None:
        """Write into an empty folder what the disk may hold if the power goes now."""
        names = dict(self._safe)
        if random.random() < 0.5:
            upto = random.randint(0, len(self._unsafe))
            for change in self._unsafe[:upto]:
                names |= change
        else:
            for change in self._unsafe:
                if random.random() < 0.5:
                    names |= change
        target.mkdir()
        contents: dict[int, bytes] = {}
        for name in sorted(names):
            thing = names[name]
            place = Path(str(target) + name.removeprefix(self._root))
            if thing is None or not place.parent.is_dir():
                continue
            if isinstance(thing, Folder):
                place.mkdir(exist_ok=True)
            else:
                if id(thing) not in contents:
                    contents[id(thing)] = thing.after_cut(random)
                if name.endswith("-shm") and random.random() < 0.5:  # written by mmap, past the log
                    contents[id(thing)] = random.randbytes(len(contents[id(thing)]))
                place.write_bytes(contents[id(thing)])

    def _now(self, path: str) -> Thing:
        for names in reversed(self._unsafe):
            if path in names:
                return names[path]
        return self._safe.get(path)


def _put(content: bytearray, offset: int, data: bytes | None, random: Random | None = None) -> None:
    """Write at a place, or cut off there. A gap holds zeros, on a bad day rubbish."""
    if data is None:
        if offset < len(content):
            del content[offset:]
            return
        data = b""
    if len(content) < offset:
        gap = offset - len(content)
        content += random.randbytes(gap) if random and random.random() < 0.5 else bytes(gap)
    content[offset : offset + len(data)] = data


def acts(changes: Iterable[Change]) -> int:
    """Return how many changes a cut may come before."""
    return sum(change.what not in "ox" for change in changes)
