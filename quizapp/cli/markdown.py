"""The manual's Markdown as lines for a terminal: headings bold, text filled, tables aligned, code set in."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.cli.output import strong
from quizapp.cli.table import Column, table_lines

WIDEST = 88
"""Columns that running text takes at most; longer lines are hard to follow."""

NARROWEST = 20
"""Columns that the last column of a table takes at least."""

_LINK = re.compile(r"\[([^][]+)]\([^()]+\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_RULE = re.compile(r"\|[\s:|-]+\|")
_CELLS = re.compile(r"(?<!\\)\|")

Bold = Callable[[str], str]


def terminal_lines(page: str, *, columns: int | None = None, bold: Bold = strong) -> Iterator[str]:
    """Yield the lines of a page for a terminal so wide (the one at hand when None).

    `bold` makes a text stand out; by default only where the terminal can.
    """
    width = min(columns or shutil.get_terminal_size((80, 24)).columns, WIDEST)
    lines = iter(page.splitlines())
    block: list[str] = []
    for line in lines:
        if not _continues(block, line):
            yield from _set(block, width, bold)
            block = []
        if line.startswith("```"):
            yield from _code(lines)
        elif line:
            block.append(line)
        else:
            yield ""
    yield from _set(block, width, bold)


def _continues(block: Sequence[str], line: str) -> bool:
    """Tell whether a line belongs to the block before it."""
    if not block or not line or line.startswith(("#", "```", "- ")) or block[0].startswith("#"):
        return False
    return line.startswith("|") == block[0].startswith("|")


def _code(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("```"):
            return
        yield f"    {line}".rstrip()


def _set(block: Sequence[str], width: int, bold: Bold) -> Iterator[str]:
    if not block:
        return
    if block[0].startswith("#"):
        yield bold(_inline(block[0].lstrip("# "), str))
    elif block[0].startswith("|"):
        yield from _table(block, width)
    else:
        text = " ".join(line.strip() for line in block)
        indent = "  " if text.startswith("- ") else ""
        filled = textwrap.fill(_CODE.sub(_unbroken, _LINK.sub(r"\1", text)), width, subsequent_indent=indent)
        yield from _inline(filled, bold).replace("\xa0", " ").split("\n")


def _table(lines: Sequence[str], width: int) -> Iterator[str]:
    """Yield a table whose last column is filled, on as many lines as it takes."""
    rows = [
        [_inline(cell.strip(), str).replace(r"\|", "|") for cell in _CELLS.split(line)[1:-1]]
        for line in lines
        if not _RULE.fullmatch(line)
    ]
    taken = sum(max(map(len, column)) + 2 for column in zip(*(row[:-1] for row in rows), strict=True))
    room = max(width - taken, NARROWEST)
    filled = [
        [*(row[:-1] if number == 0 else [""] * len(row[:-1])), piece]
        for row in rows[1:]
        for number, piece in enumerate(textwrap.wrap(row[-1], room) or [""])
    ]
    yield from table_lines([Column(heading) for heading in rows[0]], filled)


def _inline(text: str, bold: Bold) -> str:
    text = _STRONG.sub(lambda found: bold(found[1]), text)
    return _CODE.sub(r"\1", _LINK.sub(r"\1", text))


def _unbroken(code: re.Match[str]) -> str:
    """Return a piece of code in which no line may end."""
    return code[0].replace(" ", "\xa0")
