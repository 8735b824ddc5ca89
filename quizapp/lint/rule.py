"""What a rule is, and what it finds.

A rule is a file in `quizapp.lint.rules`. The file's name is the rule's, its docstring its page in the manual (see
`quizapp.lint.page`), and its `RULE` what is done. To add a rule, add its file: nothing else lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from quizapp.deckfile.located import Place
from quizapp.lint.view import DeckView, NoteView
from quizapp.model import Kind
from quizapp.problem import Edit, Level

Options = Mapping[str, int]
"""The numbers that a rule goes by, each under its name; `Rule.options` has the defaults."""


class Family(StrEnum):
    """What a rule is about; the manual lists rules in this order."""

    FORMAT = "format"
    IDENTITY = "identity"
    KNOWLEDGE = "knowledge"


class At(NamedTuple):
    """A part of a note: the characters `start` up to `end` of a text under a key, of a list the text number `item`.

    `end` None is the whole text. Offsets count in the text as it reads, not as it is quoted in the file.
    """

    key: str
    start: int = 0
    end: int | None = None
    item: int = 0


class Finding(NamedTuple):
    """What a rule found. `at` None is the whole note, or the whole file for a rule on decks.

    `message` says what is wrong, `mend` what to write instead; each is one sentence or two. `fix` as in `Problem`.
    """

    message: str
    mend: str
    at: At | Place | None = None
    fix: tuple[Edit, ...] = ()


NoteCheck = Callable[[NoteView, Options], Iterable[Finding]]
DeckCheck = Callable[[DeckView, Options], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a deck is checked for one thing. Checks are pure, and raise nothing whatever a deck says.

    `check` is asked about every note of `kinds` (None: of all); what it needs to know of other notes it asks of
    `note.deck.memo` or `note.deck.collection.memo`, so that one note can be checked while it is being written.
    `check_deck` is asked about each deck as a whole: its head and its text.
    """

    family: Family
    level: Level
    check: NoteCheck | None = None
    check_deck: DeckCheck | None = None
    kinds: frozenset[Kind] | None = None
    options: Options = field(default_factory=dict)
