"""The comments of a deck's file, and what each belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

_COMMENT = re.compile(r"#[^\n]*")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#[^\n]*)?")


class Comment(NamedTuple):
    """A comment with its sign. `is_alone`: its line holds nothing else. `has_blank`: and the line above is blank."""

    offset: int
    text: str
    is_alone: bool
    has_blank: bool
    column: int


def read_comments(text: str, root: Node) -> list[Comment]:
    """Return the comments of a text in their order: what begins with # between the scalars of its YAML."""
    found: list[Comment] = []
    at = 0
    for scalar in scalars(root):
        start, end = scalar.start_mark.index, scalar.end_mark.index
        found += _between(text, at, start)
        head = _BLOCK_HEAD.match(text, start) if scalar.style in ("|", ">") else None
        if head and head["comment"]:
            found.append(_comment(text, head.start("comment"), head.end()))
        at = end
    return found + list(_between(text, at, len(text)))


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Yield the keys and texts of a node in the order of the file."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value)


def has_blank_above(text: str, offset: int) -> bool:
    """Tell whether the line above the one with a character is blank."""
    line = text.rfind("\n", 0, offset)
    above = text.rfind("\n", 0, max(line, 0))
    return line > 0 and not text[above + 1 : line].strip()


class Comments:
    """Hands out comments in their order, each once."""

    def __init__(self, text: str, root: Node) -> None:
        self._text = text
        self._left = read_comments(text, root)[::-1]

    def before(self, offset: int) -> list[Comment]:
        """Return those left before a character."""
        return self._while(lambda comment: comment.offset < offset)

    def behind(self, offset: int, until: int | None = None) -> list[Comment]:
        """Return those left on the line of what ends at an offset, and before another where one is given."""
        feed = self._text.find("\n", max(offset - 1, 0))
        end = feed if feed >= 0 else len(self._text)
        return self.before(end if until is None else min(end, until))

    def going_on(self, column: int, until: int) -> list[Comment]:
        """Return those that follow at once on lines of their own, at least as deep as a column."""

        def goes_on(comment: Comment) -> bool:
            return comment.offset < until and comment.is_alone and comment.column >= column and not comment.has_blank

        return self._while(goes_on)

    def _while(self, fits: Callable[[Comment], bool]) -> list[Comment]:
        found = []
        while self._left and fits(self._left[-1]):
            found.append(self._left.pop())
        return found


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        yield _comment(text, found.start(), found.end())


def _comment(text: str, start: int, end: int) -> Comment:
    line = text.rfind("\n", 0, start) + 1
    is_alone = not text[line:start].strip()
    return Comment(start, text[start:end].rstrip(), is_alone, is_alone and has_blank_above(text, start), start - line)
