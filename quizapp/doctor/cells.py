"""The rows on a page, read from its bytes: what is whole comes out, whatever else of the file is destroyed.

The formats are SQLite's own (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1). A page needs no other to
be read, but for a long row, which goes on elsewhere. A cell that cannot be right is passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.doctor.pages import Pages

Value = int | float | str | bytes | None

TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR = 13, 10, 2
LONGEST_ROW = 64 * 1024 * 1024
MOST_COLUMNS = 32
"""No table of ours has more; a record that claims more is none of them."""

_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL = struct.Struct(">d")


class Row(NamedTuple):
    """A row of a table: its rowid and its columns."""

    rowid: int
    values: tuple[Value, ...]


class _Torn(Exception):
    """The bytes are none of what they should be."""


def table_rows(pages: Pages, page: bytes) -> Iterator[Row]:
    """Yield the rows that stand whole on a page; none when it is no leaf of a table."""
    for at in _cells(pages, page, TABLE_LEAF):
        try:
            length, at = _varint(page, at)
            rowid, at = _varint(page, at)
            values = _record(_payload(pages, page, at, length, pages.usable - 35))
        except (_Torn, IndexError):
            continue
        yield Row(rowid - (1 << 64) if rowid >> 63 else rowid, values)


def index_entries(pages: Pages, page: bytes) -> Iterator[tuple[Value, ...]]:
    """Yield the entries of texts that stand whole on a page of an index: its columns and the rowid."""
    kind = page[0] if page else 0
    skip = 4 if kind == INDEX_INTERIOR else 0
    for at in _cells(pages, page, kind if kind in (INDEX_LEAF, INDEX_INTERIOR) else -1):
        try:
            length, start = _varint(page, at + skip)
            if page[start] < 128 and page[start + 1] < 13:
                continue  # it begins with a number: nothing that tells a name
            most = (pages.usable - 12) * 64 // 255 - 23
            yield _record(_payload(pages, page, start, length, most))
        except (_Torn, IndexError):
            continue


def _cells(pages: Pages, page: bytes, kind: int) -> Iterator[int]:
    """Yield where the cells of a page of that kind begin."""
    if len(page) < 12 or page[0] != kind:
        return
    begin = 12 if kind == INDEX_INTERIOR else 8
    number = int.from_bytes(page[3:5], "big")
    end = begin + 2 * number
    if end > min(len(page), pages.usable):  # the last page of a file that was cut short is no whole one
        return
    for place in range(begin, end, 2):
        at = page[place] << 8 | page[place + 1]
        if end <= at < pages.usable:
            yield at


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins there, and where it ends."""
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 127
        if byte < 128:
            return value, at
    return value << 8 | data[at], at + 1


def _payload(pages: Pages, page: bytes, at: int, length: int, most: int) -> bytes:
    """Return the bytes of a record, of which `most` stand on the page at most; raises _Torn where some are missing."""
    if length <= most:
        found = page[at : min(at + length, pages.usable)]
    else:
        if length > LONGEST_ROW:
            raise _Torn
        least = (pages.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (pages.usable - 4)
        here = here if here <= most else least
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        found = page[at : at + here] + _overflow(pages, following, length - here)
    if len(found) != length:
        raise _Torn
    return found


def _overflow(pages: Pages, number: int, length: int) -> bytes:
    parts: list[bytes] = []
    while length > 0 and number:
        page = pages.read(number)
        if len(page) < pages.usable:
            raise _Torn
        part = page[4 : min(4 + length, pages.usable)]
        parts.append(part)
        length -= len(part)
        number = int.from_bytes(page[:4], "big")
    if number:  # the last page of a row leads nowhere
        raise _Torn
    return b"".join(parts)


def _record(data: bytes) -> tuple[Value, ...]:
    """Return the columns of a record, which must fill just its bytes."""
    header, at = _varint(data, 0)
    kinds: list[int] = []
    while at < header:
        kind = data[at]
        at += 1
        if kind > 127:  # few are that long
            kind, at = _varint(data, at - 1)
        kinds.append(kind)
    if at != header or not 0 < len(kinds) <= MOST_COLUMNS:
        raise _Torn
    values: list[Value] = []
    for kind in kinds:
        start, at = at, at + ((kind - 12) // 2 if kind >= 12 else _WIDTHS[kind])
        if kind == 0:
            values.append(None)
        elif kind <= 6:
            values.append(int.from_bytes(data[start:at], "big", signed=True))
        else:
            values.append(_value(kind, data[start:at]))
    if at != len(data):
        raise _Torn
    return tuple(values)


def _value(kind: int, part: bytes) -> Value:
    if kind == 7 and len(part) == _REAL.size:
        return float(_REAL.unpack(part)[0])
    if kind in (8, 9):
        return kind - 8
    if kind % 2 == 0:
        return part
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError:
        raise _Torn from None
