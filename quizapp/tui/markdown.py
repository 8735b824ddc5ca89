"""The manual's Markdown as lines of a screen.

Textual's Markdown widget makes a widget of every paragraph and cell: a page of five kilobytes holds the keys up
for half a second. The manual needs headings, paragraphs, lists, tables, code and three inline marks, so it is drawn
like all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.content import Content

from quizapp.tui.lines import BLANK, line, pad, paragraph
from quizapp.tui.widgets.lines_view import Writer

_INDENT = 4
_BETWEEN = 3
_LEAST_CELL = 8
_INLINE = {"strong_open": "b $ink", "em_open": "$ink"}


def page(markdown: str) -> Writer:
    """Return the page as lines that are filled anew for each width."""
    tokens = MarkdownIt().enable("table").parse(markdown)

    def write(width: int) -> list[Content]:
        blocks = [block for block in _blocks(iter(tokens), width) if block]
        return [row for number, block in enumerate(blocks) for row in (*[BLANK][: bool(number)], *block)]

    return write


def _blocks(tokens: Iterator[Token], width: int) -> Iterator[list[Content]]:
    """Yield the lines of each block that stands by itself; an empty line goes between them."""
    for token in tokens:
        if token.type == "heading_open":
            yield _filled(next(tokens), "b $ink", width)
        elif token.type == "inline":
            yield _filled(token, "$soft", width)
        elif token.type == "fence":
            rows = paragraph(token.content.rstrip("\n"), "$ink", width - _INDENT)
            yield [line(" " * _INDENT, row) for row in rows]
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield list(_items(tokens, token, width))
        elif token.type == "table_open":
            yield _table(list(_rows(tokens)), width)


def _items(tokens: Iterator[Token], opening: Token, width: int) -> Iterator[Content]:
    """Yield the lines of a list up to its end, each item behind its mark."""
    closing, number = opening.type.replace("_open", "_close"), 0
    for token in tokens:
        if token.type == closing:
            return
        if token.type == "list_item_open":
            number += 1
        elif token.type == "inline":
            mark = "• " if opening.type.startswith("bullet") else f"{number}. "
            for row, content in enumerate(_filled(token, "$soft", width - len(mark))):
                yield line((mark, "$muted") if row == 0 else " " * len(mark), content)


def _rows(tokens: Iterator[Token]) -> Iterator[list[Token]]:
    """Yield the cells of each row of a table up to its end."""
    row: list[Token] = []
    for token in tokens:
        if token.type == "table_close":
            return
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            yield row


def _table(rows: Sequence[Sequence[Token]], width: int) -> list[Content]:
    """Return a table without rules, its heading in grey; where it is too wide, the widest columns are filled."""
    sizes = [max(_inline(cell).cell_length for cell in column) for column in zip(*rows, strict=True)]
    while sum(sizes) + _BETWEEN * (len(sizes) - 1) > width and max(sizes) > _LEAST_CELL:
        sizes[sizes.index(max(sizes))] -= 1
    lines = []
    for number, row in enumerate(rows):
        style = "$soft" if number else "$muted"
        cells = [_filled(cell, style, size) for cell, size in zip(row, sizes, strict=True)]
        for height in range(max(map(len, cells))):
            parts = [
                pad(cell[height] if height < len(cell) else BLANK, size)
                for cell, size in zip(cells, sizes, strict=True)
            ]
            lines.append(Content(" " * _BETWEEN).join(parts))
    return lines


def _filled(token: Token, style: str, width: int) -> list[Content]:
    return paragraph(_inline(token), style, width)


def _inline(token: Token) -> Content:
    """Return a run of text with its marks."""
    parts: list[tuple[str, str]] = []
    styles = [""]
    for child in token.children or ():
        if child.type.endswith("_open"):
            styles.append(_INLINE.get(child.type, ""))
        elif child.type.endswith("_close"):
            styles.pop()
        elif child.type in ("softbreak", "hardbreak"):
            parts.append((" ", ""))
        elif child.type == "code_inline":
            parts.append((child.content, "$ink"))
        else:
            parts.append((child.content, styles[-1]))
    return Content.assemble(*parts)
