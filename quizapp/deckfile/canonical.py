"""The canonical form of a deck's file: what `quizapp fmt` gives.

Keys stand in one order, texts in the quotes they need, notes one blank line apart. What a deck means stays, and so does
every comment, with what it belongs to. A list stays as its author laid it out, in brackets or below each other, but for
one too long for a line; so does a text folded with `>`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.deckfile.comments import Comment, Comments, has_blank_above, read_comments, scalars
from quizapp.deckfile.fields import BLOCK_STYLES
from quizapp.deckfile.keys import CHECKS, LEVEL, NOTES, SOURCE
from quizapp.deckfile.parse import ParsedDeck, parse_deck
from quizapp.deckfile.scalars import LONGEST_FLOW, flow_list, write_item, write_line
from quizapp.deckfile.written import HEAD_ORDER, INDENT, KEY_ORDER, SOURCE_ORDER, write_value
from quizapp.errors import DeckNotEdited
from quizapp.problem import Level

_Value = ScalarNode | SequenceNode | MappingNode

_START = re.compile(r"^---(?:\s|$)", re.MULTILINE)


def canonical(text: str, path: str = "") -> str:
    """Return a deck's text in canonical form; the form of what is in it already is the same text.

    Pure. The text is that which the reader sees, with line feeds (`locate_deck(...).source.text`).

    Raises:
        ValueError: it has errors; only what can be read can be written anew.
        DeckNotEdited: the form would not have meant the same, which is then not what anybody wants.
    """
    before = parse_deck(text, path)
    if any(problem.level is Level.ERROR for problem in before.problems):
        raise ValueError("a deck with errors has no canonical form")
    root = _compose(text)
    written = _Deck(text, root).text()
    if _meaning(parse_deck(written, path)) != _meaning(before) or _said(written, _compose(written)) != _said(
        text, root
    ):
        raise DeckNotEdited(path)
    return written


def _compose(text: str) -> MappingNode:
    root = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(root, MappingNode):
        raise ValueError("no deck")
    return root


def _meaning(deck: ParsedDeck) -> tuple[object, ...]:
    notes = [replace(note, line=0) for note in deck.notes]
    return deck.deck_id, deck.title, deck.source, deck.tags, deck.checks, notes


def _said(text: str, root: Node) -> list[str]:
    return sorted(comment.text for comment in read_comments(text, root))


@dataclass(slots=True)
class _Entry:
    """A key with its value, as lines without the indent of the first, and the comments above it."""

    name: str
    above: list[Comment]
    written: str
    has_blank: bool


class _Deck:
    """Writes one deck anew. Comments are handed out in the order of the file, so it is walked in that order."""

    def __init__(self, text: str, root: MappingNode) -> None:
        self._text = text
        self._root = root
        self._comments = Comments(text, root)
        self._words: tuple[str, ...] = ()

    def text(self) -> str:
        first = self._root.value[0][0].start_mark.index
        top = self._comments.before(first)
        entries = self._entries(self._root, "", HEAD_ORDER)
        top += entries[0].above
        lines = _with_gaps(top, "")
        if _START.search(self._text, 0, first):
            lines.append("---")
        if lines and has_blank_above(self._text, first):
            lines.append("")
        lines.append(entries[0].written)
        for entry in entries[1:]:
            if entry.above[0].has_blank if entry.above else entry.has_blank:
                lines.append("")
            lines += _with_gaps(entry.above, "")
            if entry.above and entry.has_blank:
                lines.append("")
            lines.append(entry.written)
        for comment in self._comments.before(len(self._text) + 1):
            lines += [""] * comment.has_blank + [f"{INDENT if comment.column else ''}{comment.text}"]
        return "\n".join(lines) + "\n"

    def _entries(self, group: MappingNode, indent: str, order: Sequence[str], until: int | None = None) -> list[_Entry]:
        """Return the entries of a group in an order; those that it does not have stay behind, as they are.

        Args:
            until: where in brackets the next thing begins, to which the comments from there on belong.
        """
        starts = [key.start_mark.index for key, _ in group.value[1:]]
        ends = [*starts, group.end_mark.index] if group.flow_style else [until] * len(group.value)
        found = [self._entry(key, value, indent, end) for (key, value), end in zip(group.value, ends, strict=True)]
        return sorted(found, key=lambda entry: order.index(entry.name) if entry.name in order else len(order))

    def _entry(self, key: ScalarNode, value: _Value, indent: str, until: int | None) -> _Entry:
        name, start = key.value, key.start_mark.index
        above = self._comments.before(start)
        has_blank = has_blank_above(self._text, start)
        if isinstance(value, ScalarNode):
            above += self._comments.before(value.start_mark.index)
            written = self._scalar(name, value, indent, until)
        elif isinstance(value, MappingNode):
            above += self._comments.behind(key.end_mark.index, _first(value))
            written = self._group(name, value, indent, above)
        elif name == NOTES.name and not indent:
            written = self._notes(key, value)
        else:
            above += self._comments.behind(key.end_mark.index, _first(value))
            written = self._list(value, indent, until, above)
        space = "" if written.startswith(("\n", "  #")) else " "
        return _Entry(name, above, f"{write_item(name)}:{space}{written}", has_blank)

    def _scalar(self, name: str, node: ScalarNode, indent: str, until: int | None) -> str:
        """Return a text, with the comments of its line."""
        text = _text_of(node)
        folded = self._folded(node, indent) if node.style == ">" else ""
        written = folded or (text if text in self._words else write_value(name, text, indent))
        comments = self._comments.before(node.end_mark.index) + self._comments.behind(node.end_mark.index, until)
        first, feed, body = written.partition("\n")
        return f"{first}{_behind(comments)}{feed}{body}"

    def _folded(self, node: ScalarNode, indent: str) -> str:
        """Return a folded text in its author's lines; nothing where its white space means something."""
        lines = self._text[node.start_mark.index : node.end_mark.index].rstrip().split("\n")[1:]
        if not lines or not lines[0] or any(line != line.rstrip() or "\t" in line for line in lines):
            return ""
        margin = min(len(line) - len(line.lstrip(" ")) for line in lines if line)
        if any(line[margin : margin + 1] == " " for line in lines):
            return ""
        return ">\n" + "\n".join(f"{indent}  {line[margin:]}" if line else "" for line in lines)

    def _list(self, node: SequenceNode, indent: str, until: int | None, above_key: list[Comment]) -> str:
        """Return a list of texts: in brackets, or with dashes where its author did so or a comment is in it.

        A comment behind the brackets goes above the key where there are none any more.
        """
        starts: list[int | None] = [item.start_mark.index for item in node.value[1:]]
        ends = [*starts, node.end_mark.index if node.flow_style else until]
        lines: list[str] = []
        has_comments = False
        for item, end in zip(node.value, ends, strict=False):
            above = self._comments.before(item.start_mark.index)
            behind = self._comments.before(item.end_mark.index) + self._comments.behind(item.end_mark.index, end)
            has_comments = has_comments or bool(above or behind)
            lines += [f"{indent}  {comment.text}" for comment in above]
            lines.append(f"{indent}  - {write_line(_text_of(item))}{_behind(behind)}")
        inside = self._comments.before(node.end_mark.index) if node.flow_style else []
        outside = self._comments.behind(node.end_mark.index, until) if node.flow_style else []
        texts = [_text_of(item) for item in node.value]
        flow = flow_list(texts)
        if node.flow_style and len(flow) <= LONGEST_FLOW and not (has_comments or inside):
            return f"{flow}{_behind(outside)}"
        above_key += outside
        return "\n".join(["", *lines, *(f"{indent}  {comment.text}" for comment in inside)])

    def _group(self, name: str, node: MappingNode, indent: str, above_key: list[Comment]) -> str:
        """Return a group of keys, each on a line of its own; a comment behind its braces goes above its key."""
        if not node.value:
            above_key += self._comments.before(node.end_mark.index) + self._comments.behind(node.end_mark.index)
            return "{}"
        order = SOURCE_ORDER if name == SOURCE.name else ()
        if not indent:  # the words for how strict a check is stay plain
            self._words = LEVEL.one_of if name == CHECKS.name else ()
        deeper = f"{indent}  "
        lines = [_lines(entry, deeper) for entry in self._entries(node, deeper, order)]
        if not indent:
            self._words = ()
        if node.flow_style:
            inside = self._comments.before(node.end_mark.index)
            lines += [f"{deeper}{comment.text}" for comment in inside]
            above_key += self._comments.behind(node.end_mark.index)
        return "\n".join(["", *lines])

    def _notes(self, key: ScalarNode, node: SequenceNode) -> str:
        lines = [_behind(self._comments.behind(key.end_mark.index, _first(node)))]
        ends = [*(note.start_mark.index for note in node.value[1:]), node.end_mark.index]
        for place, (note, end) in enumerate(zip(node.value, ends, strict=True)):
            lines += [""] * (place > 0)
            lines += self._note(note, end, is_in_brackets=node.flow_style)
        return "\n".join(lines)

    def _note(self, note: MappingNode, end: int, *, is_in_brackets: bool) -> list[str]:
        """Return the lines of a note. The next one, or the end of all, is at `end`."""
        until = end if is_in_brackets else None
        start, column = note.start_mark.index, note.start_mark.column
        above = self._comments.before(start)
        has_blank = bool(above) and has_blank_above(self._text, start)
        deeper = f"{INDENT}  "
        first, *others = self._entries(note, deeper, KEY_ORDER, until)
        if note.flow_style:
            tail = self._comments.before(note.end_mark.index) + self._comments.behind(note.end_mark.index, until)
        else:
            tail = self._comments.going_on(column, end)
        return [
            *_with_gaps(above, INDENT),
            *[""] * has_blank,
            *(f"{INDENT}{comment.text}" for comment in first.above),
            f"{INDENT}- {first.written}",
            *(_lines(entry, deeper) for entry in others),
            *(f"{deeper}{comment.text}" for comment in tail),
        ]


def _first(node: Node) -> int:
    """Return where the first thing in a list or group begins, or its end when it is empty."""
    inside = next(scalars(node), None)
    start: int = inside.start_mark.index if inside else node.end_mark.index
    return start


def _text_of(node: ScalarNode) -> str:
    text: str = node.value
    return text.rstrip("\n") if node.style in BLOCK_STYLES else text


def _lines(entry: _Entry, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for line in (*(comment.text for comment in entry.above), entry.written))


def _behind(comments: Sequence[Comment]) -> str:
    """Return comments as they stand behind a value."""
    return "".join(f"  {comment.text}" for comment in comments)


def _with_gaps(comments: Sequence[Comment], indent: str) -> list[str]:
    """Return comments on lines of their own, with the blank lines between them that were there, but one at most."""
    lines = []
    for place, comment in enumerate(comments):
        lines += [""] * (place > 0 and comment.has_blank) + [f"{indent}{comment.text}"]
    return lines
