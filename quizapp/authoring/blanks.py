"""The blanks of a form: which fields a note of each kind has, in which order, and how each is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import Final, NamedTuple

from quizapp.model import Kind


class Shape(Enum):
    """What a field takes."""

    TEXT = auto()
    """A text of any number of lines."""
    LINE = auto()
    """One line."""
    LINES = auto()
    """A list, one text on each line."""
    TRUTH = auto()
    """`true`, `false`, or nothing yet."""


class Blank(NamedTuple):
    """A field of a form: its key in the deck file, its label, and what it takes.

    `needed` fields make the note; those `aside` are shown when they are asked for, or hold something.
    """

    key: str
    label: str
    shape: Shape = Shape.TEXT
    needed: bool = False
    aside: bool = False


_QUESTION = Blank("question", "Question", needed=True)
_ABOUT = (Blank("explain", "Explain"), Blank("where", "Where", Shape.LINE))
_HINT = Blank("hint", "Hint", Shape.LINE, aside=True)
_ACCEPT = Blank("accept", "Accept", Shape.LINES, aside=True)
_TAGS = Blank("tags", "Tags", Shape.LINES, aside=True)

BLANKS: Final[dict[Kind, tuple[Blank, ...]]] = {
    Kind.QUESTION: (
        _QUESTION,
        Blank("answer", "Answer", needed=True),
        *_ABOUT,
        _HINT,
        _ACCEPT,
        Blank("bidirectional", "Both ways", Shape.TRUTH, aside=True),
        _TAGS,
    ),
    Kind.CLOZE: (Blank("cloze", "Sentence", needed=True), *_ABOUT, _HINT, _ACCEPT, _TAGS),
    Kind.CHOICE: (
        _QUESTION,
        Blank("answer", "Right", Shape.LINES, needed=True),
        Blank("choices", "Wrong", Shape.LINES, needed=True),
        *_ABOUT,
        _HINT,
        Blank("last", "Last", Shape.LINE, aside=True),
        _TAGS,
    ),
    Kind.NUMBER: (
        _QUESTION,
        Blank("number", "Number", Shape.LINE, needed=True),
        Blank("unit", "Unit", Shape.LINE),
        Blank("within", "Give or take", Shape.LINE),
        *_ABOUT,
        _HINT,
        _TAGS,
    ),
    Kind.LIST: (
        _QUESTION,
        Blank("items", "Items", Shape.LINES, needed=True),
        Blank("ordered", "In order", Shape.TRUTH),
        *_ABOUT,
        _HINT,
        _TAGS,
    ),
    Kind.STATEMENT: (
        Blank("statement", "Statement", needed=True),
        Blank("holds", "Holds", Shape.TRUTH, needed=True),
        *_ABOUT,
        _HINT,
        _TAGS,
    ),
}
"""The fields of each kind in the order in which a form asks for them. A note's `id` is kept, and not asked for."""

KINDS: Final = tuple(BLANKS)
"""The kinds in the order in which a form offers them."""

_MARKERS: Final = {
    "cloze": Kind.CLOZE,
    "choices": Kind.CHOICE,
    "number": Kind.NUMBER,
    "items": Kind.LIST,
    "statement": Kind.STATEMENT,
}


def kind_of(keys: Iterable[str]) -> Kind:
    """Return the kind that a note with these keys is of; a question where no other kind's key is among them."""
    names = set(keys)
    return next((kind for marker, kind in _MARKERS.items() if marker in names), Kind.QUESTION)
