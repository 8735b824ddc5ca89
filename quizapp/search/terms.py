"""What one term of a query means: a word, a phrase, or a prefix with its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from math import inf, nextafter
from typing import TypeVar

from quizapp.humanize import listed
from quizapp.model import Kind, Rating
from quizapp.search.expression import (
    AnyOf,
    Called,
    Expression,
    Is,
    Name,
    OfKind,
    Property,
    Rated,
    State,
    Text,
    Within,
)
from quizapp.search.folding import folded
from quizapp.search.problem import SearchProblem
from quizapp.search.tokens import Token
from quizapp.text import clean, shorten

MAX_RATED_DAYS = 36_500
_SHOWN = 40
"""How much of a learner's own text a sentence repeats."""

_COMPARISON = re.compile(r"([A-Za-z]*)(<=|>=|!=|<|=|>)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(-?[0-9]{1,9}(?:\.([0-9]{1,6}))?)(%?)")
_COUNT = re.compile(r"[0-9]{1,9}")

_SPOKEN = {"recall": Property.RETRIEVABILITY}
"""What the screens call a property."""

Choice = TypeVar("Choice", bound=StrEnum)


def meaning(token: Token) -> Expression:
    """Return what a term looks for.

    Raises:
        SearchProblem: the prefix or its value is not known, or there is nothing to look for.
    """
    if not token.prefix:
        return Text(_folded(token))
    read = _READERS.get(token.prefix)
    if read is None:
        raise _unknown_prefix(token)
    if not token.text:
        raise _problem(token, f"{token.prefix}: needs a value right after it.", _try(_EXAMPLES[token.prefix]))
    return read(token)


def _kind(token: Token) -> Expression:
    return OfKind(_one_of(Kind, token))


def _state(token: Token) -> Expression:
    return Is(_one_of(State, token))


def _called(token: Token) -> Expression:
    return Called(Name(token.prefix), _folded(token))


def _rated(token: Token) -> Expression:
    days, colon, rating = token.text.partition(":")
    if not _COUNT.fullmatch(days) or not 1 <= int(days) <= MAX_RATED_DAYS:
        raise _problem(
            token,
            f"rated: takes a number of days from 1 to {MAX_RATED_DAYS:,}, not {_quoted(days)}.",
            "rated:1 is today, rated:7 the last 7 days.",
        )
    if not colon:
        return Rated(int(days))
    if rating not in _RATINGS:
        raise _problem(
            token,
            f"There is no rating {_quoted(rating)}.",
            f"Write {', '.join(f'{r.value} ({r.label})' for r in Rating)}: rated:{days}:1",
        )
    return Rated(int(days), _RATINGS[rating])


def _compared(token: Token) -> Expression:
    comparison = _COMPARISON.fullmatch(token.text)
    name = comparison[1] if comparison else token.text
    prop = _SPOKEN.get(name.lower()) or _one_of(Property, token, name)
    if comparison is None:
        raise _problem(
            token,
            f"prop:{name} lacks a comparison.",
            f"Write one of < <= = >= > != and a number: prop:{name}>3",
        )
    return _ranges(prop, comparison[2], *_number(token, prop, comparison[3]))


def _number(token: Token, prop: Property, text: str) -> tuple[float, float]:
    """Return the number and half of its last digit: 30 and 0.5, 90% and 0.005."""
    number = _NUMBER.fullmatch(text)
    if number is None:
        raise _problem(token, f"{_quoted(text)} is not a number.", f"Write digits: prop:{prop}>3 or prop:{prop}>3.5")
    value, half = float(number[1]), 0.5 * 10 ** -len(number[2] or "")
    if prop is not Property.RETRIEVABILITY:
        if number[3]:
            raise _problem(token, f"{prop.capitalize()} is not a share.", "Leave the % out.")
        return value, half
    if number[3]:
        value, half = value / 100, half / 100
    if not 0 <= value <= 1:
        raise _problem(
            token, "Retrievability goes from 0 to 1.", f"Write prop:{prop}<0.9, or as a share prop:{prop}<90%"
        )
    return value, half


def _ranges(prop: Property, sign: str, value: float, half: float) -> Expression:
    """Return a comparison as half-open ranges. Equal is what the digits written cannot tell apart."""
    match sign:
        case "<":
            return Within(prop, -inf, value)
        case "<=":
            return Within(prop, -inf, nextafter(value, inf))
        case ">":
            return Within(prop, nextafter(value, inf), inf)
        case ">=":
            return Within(prop, value, inf)
        case "=":
            return Within(prop, value - half, value + half)
        case _:
            return AnyOf((Within(prop, -inf, value - half), Within(prop, value + half, inf)))


_RATINGS = {str(rating.value): rating for rating in Rating}

_READERS: dict[str, Callable[[Token], Expression]] = {
    **{name.value: _called for name in Name},
    "kind": _kind,
    "is": _state,
    "rated": _rated,
    "prop": _compared,
}

_EXAMPLES: dict[str, Iterable[str]] = {
    "deck": ("deck:history",),
    "tag": ("tag:people",),
    "note": ("note:capital",),
    "card": ("card:history/capital",),
    "kind": [f"kind:{kind}" for kind in Kind],
    "is": [f"is:{state}" for state in State],
    "rated": ("rated:7", "rated:7:1"),
    "prop": ("prop:stability>30",),
}


def _one_of(choices: type[Choice], token: Token, name: str | None = None) -> Choice:
    """Return the choice that is named, whatever its case."""
    name = token.text if name is None else name
    for choice in choices:
        if choice.value == name.lower():
            return choice
    known = [choice.value for choice in choices]
    close = get_close_matches(name.lower()[:_SHOWN], known, n=1)
    tried = [f"{token.prefix}:{choice}" for choice in close or known]
    raise _problem(token, f"{token.prefix}:{shorten(name, _SHOWN)} is not known.", _try(tried))


def _folded(token: Token) -> str:
    words = folded(clean(token.text))
    if not words:
        raise _problem(token, "There is nothing to look for here.", "Write a word, or leave this out.")
    return words


def _unknown_prefix(token: Token) -> SearchProblem:
    close = get_close_matches(token.prefix[:_SHOWN], list(_READERS), n=1)
    meant = f"{close[0]}:" if close else listed([f"{name}:" for name in _READERS]).replace(" and ", " or ")
    text = shorten(f"{token.prefix}:{token.text}", _SHOWN)
    return _problem(
        token, f"{shorten(token.prefix, _SHOWN)}: is not known.", f'Try {meant}, or quote the text: "{text}"'
    )


def _try(examples: Iterable[str]) -> str:
    return f"Try {', '.join(examples)}."


def _quoted(text: str) -> str:
    return f'"{shorten(text, _SHOWN)}"'


def _problem(token: Token, message: str, mend: str) -> SearchProblem:
    return SearchProblem(message, mend, token.start, token.end)
