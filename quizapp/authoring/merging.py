"""Two notes in one: what both say is said once, and nothing that only one says is lost without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.deckfile.written import NoteFields
from quizapp.text import fold

Value = str | tuple[str, ...]

_MARKERS = ("cloze", "choices", "number", "items", "statement")
_JOINED_LISTS = ("accept", "tags", "choices", "items")


class Merged(NamedTuple):
    """The one note, and the texts of the second that found no place in it."""

    fields: dict[str, Value]
    left_out: tuple[str, ...]


def merge(first: NoteFields, second: NoteFields) -> Merged:
    """Return the note that two become: the first one, with what it lacks of the second.

    It keeps its id and so its progress. Two clozes become one of both sentences; another answer to the same kind of
    question becomes one that is accepted; lists are joined; explanations follow each other; `where` names both places.
    """
    fields: dict[str, Value] = dict(first)
    left_out: list[str] = []
    same_kind = _marker(first) == _marker(second)
    for key, value in second.items():
        if key == "id" or _same(fields.get(key), value):
            continue
        if key not in fields:
            if same_kind or key in ("hint", "explain", "where", "tags"):
                fields[key] = value
            else:
                left_out += _texts(value)
        elif key == "cloze" or key == "explain":
            fields[key] = _joined(_text(fields[key]), _text(value), " ")
        elif key == "where":
            fields[key] = _joined(_text(fields[key]), _text(value), "; ")
        elif key in _JOINED_LISTS and (same_kind or key == "tags"):
            fields[key] = _union(_texts(fields[key]), _texts(value))
        elif key == "answer" and same_kind and _marker(first) == "question":
            fields["accept"] = _union(_texts(fields.get("accept", ())), _texts(value))
        else:
            left_out += _texts(value)
    return Merged(fields, tuple(left_out))


def _marker(fields: Mapping[str, object]) -> str:
    return next((marker for marker in _MARKERS if marker in fields), "question")


def _same(one: Value | None, other: Value) -> bool:
    return one is not None and tuple(map(fold, _texts(one))) == tuple(map(fold, _texts(other)))


def _union(ones: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = set(map(fold, ones))
    return (*ones, *(other for other in others if fold(other) not in known))


def _joined(one: str, other: str, between: str) -> str:
    return one if fold(other) in fold(one) else f"{one}{between}{other}"


def _texts(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "\n".join(value)
