"""What can be said of a key of a deck: its name, what it is for, and the shape of its value, which is its class.

`Fields` has a method for each shape that takes no other, so a type checker sees that a key is read as what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

Example: TypeAlias = str | tuple[str, ...] | Mapping[str, str]


class Lack(NamedTuple):
    """What the report says where a key is missing that has to be there, or has fewer texts than it needs."""

    rule: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key. `says` is what it is for, as one reads it in an editor; a key with a `lack` has to be there."""

    name: str
    says: str
    examples: tuple[Example, ...] = ()
    lack: Lack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKey(Key):
    """A key whose value is a text. `pattern` is what an id, as a whole, has to match; other texts have none.

    `one_of` are the only texts that mean anything there to the one whom they are for, who is not the reader.
    """

    pattern: str = ""
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthKey(TextKey):
    """A key whose value is `true` or `false`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsKey(Key):
    """A key whose value is a list of texts: at least `fewest`, where a lack is told of, and at most `most`."""

    fewest: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOrTextsKey(TextsKey):
    """A key whose value is a list of texts, or one text as a list of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupKey(Key):
    """A key whose value is a group of keys: `keys`, and with `others` any further one, which is like that."""

    keys: tuple[Key, ...] = ()
    others: Key | None = None
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", names(self.keys))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOrGroupKey(GroupKey):
    """A key whose value is a group of keys, or a text that says what the first of them would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesKey(Key):
    """The key whose value is the list of notes; its lack is also told of an empty one."""


def names(keys: tuple[Key, ...]) -> frozenset[str]:
    """Return the names of keys."""
    return frozenset(key.name for key in keys)
