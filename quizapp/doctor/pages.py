"""The pages of a SQLite file and of the log beside it, read as bytes: a damaged file is never opened by SQLite.

The formats are SQLite's own (https://www.sqlite.org/fileformat2.html, sections 1.3 and 4). Nothing is written.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

MAGIC = b"SQLite format 3\0"
USUAL_SIZE = 4096
"""What SQLite makes pages of unless told, and what quizapp's are."""

_WAL_HEADER = struct.Struct(">IIIIIIII")
_FRAME_HEADER = struct.Struct(">IIIIII")
_WAL_MAGICS = {0x377F0682: "<", 0x377F0683: ">"}
_SIZES = {1 << bits for bits in range(9, 17)}


class Frame(NamedTuple):
    """A page that waits in the log: its number, and its bytes."""

    number: int
    data: bytes


class Pages:
    """All images of pages there are. `size` is that of a page, `usable` what of it is not reserved."""

    def __init__(self, data: bytes | mmap.mmap, log: bytes) -> None:
        self._data = data
        header_size = _size(data[16:18]) if data[:16] == MAGIC else None
        log_size = _log_size(log)
        self.size = header_size or log_size or USUAL_SIZE
        reserved = data[20] if header_size and len(data) > 20 else 0
        self.usable = self.size - (reserved if reserved <= 32 else 0)
        self.frames = _frames(log) if log_size == self.size else []
        self._newest = {frame.number: frame.data for frame in self.frames}
        self.count = (len(data) + self.size - 1) // self.size

    def __iter__(self) -> Iterator[bytes]:
        """Yield the images: those of the log first, which have checksums, then those of the file.

        Rows of the log of answers are never changed, so an older image of a page holds nothing that is wrong.
        """
        for frame in reversed(self.frames):
            yield frame.data
        for number in range(1, self.count + 1):
            yield self._in_file(number)

    def read(self, number: int) -> bytes:
        """Return the newest image of a page, "" where there is none."""
        return self._newest.get(number) or self._in_file(number)

    def _in_file(self, number: int) -> bytes:
        return bytes(self._data[(number - 1) * self.size : number * self.size]) if number > 0 else b""


@contextmanager
def opened(path: Path) -> Iterator[Pages]:
    """Give the pages of a database file and of its write-ahead log.

    Raises:
        OSError: the file cannot be read.
    """
    log_path = path.with_name(f"{path.name}-wal")
    try:
        log = log_path.read_bytes()
    except FileNotFoundError:
        log = b""
    with open(path, "rb") as file:
        if not path.stat().st_size:
            yield Pages(b"", log)
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield Pages(data, log)


def _size(two: bytes) -> int | None:
    number = int.from_bytes(two, "big")
    size = 65_536 if number == 1 else number
    return size if size in _SIZES else None


def _log_size(log: bytes) -> int | None:
    if len(log) < _WAL_HEADER.size or _WAL_HEADER.unpack_from(log)[0] not in _WAL_MAGICS:
        return None
    size: int = _WAL_HEADER.unpack_from(log)[2]
    return size if size in _SIZES else None


def _frames(log: bytes) -> list[Frame]:
    """Return the frames that are whole and were committed, in order.

    Each frame's checksum goes on from that of the frame before. So a frame after a damaged one can still be proven
    whole; SQLite itself would stop at the first that is not.
    """
    magic, _, size, _, *salts, sum1, sum2 = _WAL_HEADER.unpack_from(log)
    order = _WAL_MAGICS[magic]
    before = (sum1, sum2)
    found: list[tuple[bool, Frame]] = []
    for at in range(_WAL_HEADER.size, len(log) - _FRAME_HEADER.size - size + 1, _FRAME_HEADER.size + size):
        number, pages_after, salt1, salt2, *told = _FRAME_HEADER.unpack_from(log, at)
        data = log[at + _FRAME_HEADER.size : at + _FRAME_HEADER.size + size]
        if [salt1, salt2] == salts and _checksum(log[at : at + 8] + data, order, before) == tuple(told):
            found.append((pages_after > 0, Frame(number, data)))
        before = (told[0], told[1])
    end = max((place for place, (is_commit, _) in enumerate(found) if is_commit), default=-1)
    return [frame for _, frame in found[: end + 1]]


def _checksum(data: bytes, order: str, before: tuple[int, int]) -> tuple[int, int]:
    """Return the checksum of SQLite's log (file format, section 4.2), going on from the one before."""
    first, second = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
