"""What makes a kind of note: its keys, how they are read, and the cards it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quizapp.deckfile.keys import KEYS_BEFORE, KEYS_BEHIND
from quizapp.deckfile.shapes import Key, names
from quizapp.model import Body, Kind, Note
from quizapp.text import fold

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields


class Content(NamedTuple):
    """The part of a note that depends on its kind. A note without an id is known by `known_by`."""

    known_by: str
    question: str
    answer: str = ""
    bidirectional: bool = False
    accept: tuple[str, ...] = ()
    body: Body | None = None


class Face(NamedTuple):
    """The part of a card that depends on its note's kind. `name` tells it from its siblings."""

    name: str
    prompt: str
    answer: str
    gaps: tuple[tuple[int, int], ...] = ()
    hint: str = ""
    accept: tuple[str, ...] = ()


def one_face(note: Note) -> Iterator[Face]:
    """Yield the one card of a note that asks its question and nothing else."""
    yield Face("", note.question, note.answer, hint=note.hint)


def repeats(texts: Sequence[str]) -> list[int]:
    """Return the places of the texts that have stood before, whatever their case."""
    first: dict[str, int] = {}
    return [place for place, text in enumerate(texts) if first.setdefault(fold(text), place) != place]


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A kind of note. `marker` is the key that tells it apart, `own` are those that its notes may have besides `id`.

    A note with `question` may have the marker of another kind besides, and is of that kind then.

    `table` are all its keys, in the order in which a note is written at its best, and `keys` are their names.

    `read` may return anything once it has added an error to the report: the note is left out then.
    """

    kind: Kind
    marker: Key
    own: tuple[Key, ...]
    read: Callable[[Fields], Content]
    faces: Callable[[Note], Iterable[Face]]
    table: tuple[Key, ...] = field(init=False)
    keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", (*KEYS_BEFORE, *self.own, *KEYS_BEHIND))
        object.__setattr__(self, "keys", names(self.table))
