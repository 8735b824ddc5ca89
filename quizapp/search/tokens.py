"""From the text of a query to its words, phrases and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from quizapp.search.problem import SearchProblem

_SPACE = re.compile(r"\s*")
_PREFIX = re.compile(r"([A-Za-z]+):")
_WORD = re.compile(r'[^\s()"]+')


class Sign(Enum):
    """What a token is. A `TERM` has a prefix (`deck:china`), a `TEXT` has none; either may be quoted."""

    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    AND = auto()
    OR = auto()
    TEXT = auto()
    TERM = auto()


class Token(NamedTuple):
    """One token and the half-open span of the query it stands for. `text` is without quotes and prefix."""

    sign: Sign
    start: int
    end: int
    text: str = ""
    prefix: str = ""


_SIGNS = {"(": Sign.OPEN, ")": Sign.CLOSE}
_JOINTS = {"and": Sign.AND, "or": Sign.OR}


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query in their order.

    Raises:
        SearchProblem: a quote is not closed, or a minus stands alone.
    """
    at = _skip_space(query, 0)
    while at < len(query):
        token = _token(query, at)
        yield token
        at = _skip_space(query, token.end)


def _token(query: str, at: int) -> Token:
    first = query[at]
    if first in _SIGNS:
        return Token(_SIGNS[first], at, at + 1)
    if first == "-":
        return _minus(query, at)
    prefix = _PREFIX.match(query, at)
    value_at = prefix.end() if prefix else at
    text, end = _value(query, value_at)
    if prefix:
        return Token(Sign.TERM, at, end, text, prefix[1].lower())
    sign = _JOINTS.get(text.lower(), Sign.TEXT) if first != '"' else Sign.TEXT
    return Token(sign, at, end, text)


def _minus(query: str, at: int) -> Token:
    if _skip_space(query, at + 1) == at + 1 < len(query) and query[at + 1] != ")":
        return Token(Sign.MINUS, at, at + 1)
    raise SearchProblem(
        "A minus leaves out what it touches, and this one touches nothing.",
        'Write -word, or "-" to look for the sign itself.',
        at,
        at + 1,
    )


def _value(query: str, at: int) -> tuple[str, int]:
    """Return the quoted or bare text at a place, which may be empty after a prefix, and where it ends."""
    if query.startswith('"', at):
        closing = _closing_quote(query, at + 1)
        return query[at + 1 : closing].replace('\\"', '"'), closing + 1
    word = _WORD.match(query, at)
    return (word[0], word.end()) if word else ("", at)


def _closing_quote(query: str, start: int) -> int:
    """Return the place of the quote that ends a phrase; one after a backslash belongs to the phrase."""
    at = query.find('"', start)
    while at > 0 and query[at - 1] == "\\":
        at = query.find('"', at + 1)
    if at < 0:
        raise SearchProblem(
            "The quote that opens here is not closed.",
            'Write another " after the words that belong together.',
            start - 1,
            len(query),
        )
    return at


def _skip_space(query: str, at: int) -> int:
    space = _SPACE.match(query, at)
    return space.end() if space else at
