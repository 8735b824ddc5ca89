"""Text measured in the cells of a terminal, where a letter takes one, 你 two and a combining mark none.

Everything that lines up on a screen is measured here and never by `len`. A grapheme, such as a family of emoji, is
never cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

_KEEPS_TOGETHER = "\u00a0\u202f"
_STAYS_WITH_PREVIOUS = frozenset("、。，．：；？！）］｝〉》」』】〕〗’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def width(text: str) -> int:
    """Return the cells that a line of text takes."""
    return cell_len(text)


def crop(text: str, cells: int) -> str:
    """Return one line of at most `cells` cells, ending in … where it was cut."""
    if cell_len(text) <= cells:
        return text
    return text[: _fitting(text, max(cells - 1, 0))].rstrip() + "…" * (cells > 0)


def crop_before(text: str, mark: str, cells: int) -> str:
    """Return one line of at most `cells` cells that keeps its end from the last `mark` on, where that leaves room.

    Of `A long title, 5th paragraph` the paragraph is what one cannot guess.
    """
    head, found, tail = text.rpartition(mark)
    room = cells - cell_len(found + tail)
    if cell_len(text) <= cells or room < cells // 3:
        return crop(text, cells)
    return crop(head, room) + found + tail


def wrap(text: str, cells: int) -> list[tuple[int, int]]:
    """Return the lines of a text as half-open spans of it, each at most `cells` cells wide (and `cells` at least 2).

    A line ends at a line feed, at white space (which then belongs to no line), beside a wide letter, or, where a word
    is wider than a line, inside the word.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        if paragraph.isascii() and len(paragraph) <= cells:
            lines.append((start, start + len(paragraph)))
        else:
            lines += ((start + a, start + b) for a, b in _fill(paragraph, cells))
        start += len(paragraph) + 1
    return lines


class _Word(NamedTuple):
    """A span that may not be broken, its width, and the width of the white space before it."""

    start: int
    end: int
    cells: int
    gap: int


def _fill(paragraph: str, cells: int) -> Iterator[tuple[int, int]]:
    begin = end = used = 0
    for word in _words(paragraph, cells):
        if used + word.gap + word.cells > cells and used:
            yield begin, end
            begin, used = word.start, word.cells
        else:
            used += word.gap + word.cells
        end = word.end
    yield begin, end


def _words(paragraph: str, cells: int) -> Iterator[_Word]:
    start = end = size = gap = 0
    begun = wide = False  # a word of combining marks alone takes no cell, and is one
    for a, b, cell in split_graphemes(paragraph)[0]:
        letter = paragraph[a]
        space = letter.isspace() and letter not in _KEEPS_TOGETHER
        apart = (wide or cell == 2) and letter not in _STAYS_WITH_PREVIOUS
        if begun and (space or (size and (apart or size + cell > cells))):
            yield _Word(start, end, size, gap)
            size = gap = 0
            begun = False
        if space:
            gap += cell
            continue
        if not begun:
            start, begun = a, True
        end, size, wide = b, size + cell, cell == 2
    if begun:
        yield _Word(start, end, size, gap)


def _fitting(text: str, cells: int) -> int:
    """Return the length of the longest start of a text that takes at most `cells` cells."""
    used = length = 0
    for _, end, size in split_graphemes(text)[0]:
        used += size
        if used > cells:
            break
        length = end
    return length
