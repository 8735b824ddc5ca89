"""Changing one value in the text of a TOML file: no other byte of it moves, and comments stay with what they are about.

The grammar is that of https://toml.io/en/v1.0.0. The text must be TOML; whether the edit did what it should is for the
caller to check with a parser.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quizapp.config.forms import Plain

Value = Plain | dict[str, "Value"]
Path = tuple[str, ...]

_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
_LAST = re.compile(r"[ \t]*(?:#[^\n]*)?")
_OPENING = re.compile(r"[ \t]*\[+")
_EQUALS = re.compile(r"=[ \t]*")
_INDENT = re.compile(r"[ \t]*")
_PART = re.compile(r"""[ \t]*("(?:\\.|[^"\\\n])*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[\[{]|[\]}]|\r?\n|[ \t]+|.''',
    re.DOTALL,
)


class _Line(NamedTuple):
    """A header, or a key with its value. `path` leads to it, from `table`, whose header it stands below, or is.

    `start` and `end` bound the line with its line end, `value` and `value_end` what stands right of the =.
    """

    path: Path
    table: Path
    start: int
    value: int
    value_end: int
    end: int
    is_header: bool


def set_value(text: str, path: Path, value: Value | None, *, inline: Path = ()) -> str:
    """Return the text with another value at a path, or with none there.

    Args:
        inline: a table that is written in braces where the text does not have it yet.
    """
    lines = list(_lines(text))
    for line in lines:
        if not line.is_header and path[: len(line.path)] == line.path:
            return _replaced(text, line, path[len(line.path) :], value)
    if value is None:
        return text
    table = path[:-1]
    above = [line for line in lines if path[: len(line.table)] == line.table and line.path[: len(table)] == table]
    if above:
        return _inserted(text, above[-1], path, value)
    if inline and table == inline:
        return set_value(text, inline, {path[-1]: value})
    feed = _feed(text)
    before = text and f"{text.rstrip()}{feed}{feed}"
    return f"{before}[{_keys(table)}]{feed}{_keys(path[-1:])} = {_written(value)}{feed}"


def _replaced(text: str, line: _Line, rest: Path, value: Value | None) -> str:
    """Return the text with another value on a line or, with a rest of the path, within its table in braces."""
    if not rest and value is None:
        return text[: line.start] + text[line.end :]
    if rest:
        held = tomllib.loads(f"held = {text[line.value : line.value_end]}")["held"]
        value = with_value(held, rest, value)
    return text[: line.value] + _written(value) + text[line.value_end :]


def with_value(held: object, path: Path, value: Value | None) -> dict[str, Any]:
    """Return a table with another value at a path, or with none there; what is no table becomes one."""
    table: dict[str, Any] = held if isinstance(held, dict) else {}
    key, *rest = path
    if rest:
        return {**table, key: with_value(table.get(key), tuple(rest), value)}
    if value is None:
        return {other: its for other, its in table.items() if other != key}
    return {**table, key: value}


def _inserted(text: str, above: _Line, path: Path, value: Value) -> str:
    """Return the text with a new line below another, indented as that one is."""
    indent = text[above.start : _skip(_INDENT, text, above.start)]
    feed = _feed(text)
    head = text[: above.end] + (feed if not text[: above.end].endswith("\n") else "")
    return f"{head}{indent}{_keys(path[len(above.table) :])} = {_written(value)}{feed}{text[above.end :]}"


def _feed(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _lines(text: str) -> Iterator[_Line]:
    """Yield the headers of tables, and the keys with their values, in their order."""
    header: Path = ()
    at = _skip_blank(text, 0)
    while at < len(text):
        opening = _OPENING.match(text, at)
        parts, stop = _read_keys(text, opening.end() if opening else at)
        if opening:
            header = parts
            value_end, end = _value_end(text, at)
            yield _Line(header, header, at, stop, value_end, end, is_header=True)
        else:
            value = _skip(_EQUALS, text, stop)
            value_end, end = _value_end(text, value)
            yield _Line(header + parts, header, at, value, value_end, end, is_header=False)
        at = _skip_blank(text, end)


def _skip_blank(text: str, at: int) -> int:
    at = _skip(_BLANK, text, at)
    return len(text) if _LAST.fullmatch(text, at) else at


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _read_keys(text: str, at: int) -> tuple[Path, int]:
    """Return the parts of a dotted key, and where it ends."""
    parts: list[str] = []
    while part := _PART.match(text, at):
        word = part[1]
        parts.append(tomllib.loads(f"key = {word}")["key"] if word[0] in "\"'" else word)
        at = part.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    return tuple(parts), at


def _value_end(text: str, at: int) -> tuple[int, int]:
    """Return where a value ends, and where its line does; a list may take several lines."""
    depth, last = 0, at
    for token in _TOKEN.finditer(text, at):
        word = token[0]
        if depth == 0 and word.endswith("\n"):
            return last, token.end()
        if depth == 0 and word.startswith("#"):
            continue
        depth += (word in "[{") - (word in "]}")
        if not word.isspace():
            last = token.end()
    return last, len(text)


def _keys(path: Sequence[str]) -> str:
    return ".".join(part if _BARE.fullmatch(part) else _written(part) for part in path)


def _written(value: Value | None) -> str:
    """Return a value as TOML."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        case list():
            return f"[{', '.join(map(_written, value))}]"
        case dict():
            pairs = ", ".join(f"{_keys([key])} = {_written(held)}" for key, held in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            return str(value)
