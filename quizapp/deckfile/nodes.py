"""YAML text as nodes with places, in which every scalar is text.

Built from the events of libyaml's parser and not from its constructors: `No` stays "No", `1:30` stays "1:30",
and an alias is refused before it could be expanded. Nodes are handed out one by one, so that a file of
100,000 notes is never in memory as a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import yaml
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.error import MarkedYAMLError

from quizapp.deckfile.characters import REPLACEMENT
from quizapp.deckfile.report import Report, quoted
from quizapp.text import is_clean

MAX_DEPTH = 16
MAX_TEXT = 20_000
"""Characters of one text. A screen takes some 2,000; the rest is room for a long explanation."""

_SWALLOWED = re.compile(r"[ \t]+#(?=[^\s#])")
"""A comment whose # touches a word: in `answer: the #1 reason` YAML reads "the". People leave a space after
the # of a comment they mean."""

_TOUCHED_HASH = re.compile(r"#[^\s#]")

_QUOTED_OR_BLOCK = frozenset("'\"|>")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML is without libyaml where no wheel was found


@dataclass(slots=True)
class Pairs:
    """A YAML mapping: under each name its key and its value."""

    start: Event
    end: Event
    entries: dict[str, tuple[ScalarEvent, Node]]


@dataclass(slots=True)
class Items:
    """A YAML sequence."""

    start: Event
    end: Event
    nodes: list[Node]


Node = ScalarEvent | Pairs | Items
"""A scalar's event is its own node: it has the text, the place and the style, and costs nothing more."""


class NestingError(MarkedYAMLError):
    """The text nests deeper than MAX_DEPTH. Reading ends there: libyaml's time is quadratic in the depth."""

    def __init__(self, at: Event) -> None:
        super().__init__(problem="nested too deep", problem_mark=cast(yaml.Mark, at.start_mark))


class NodeStream:
    """The events of one YAML text. Every method raises yaml.YAMLError when the text stops being YAML.

    `spoiled` says that `REPLACEMENT` stands in the text where a character was refused.
    """

    def __init__(self, text: str, report: Report, *, spoiled: bool = False) -> None:
        self._text = text
        self._next: Callable[[], Event] = _Loader(text).get_event
        self._report = report
        self._spoiled = spoiled
        self._look_closer = spoiled or "\\" in text or _TOUCHED_HASH.search(text) is not None

    def begin(self) -> Event | None:
        """Return the first event of the content; None when there is none."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return None
        return self._next()

    def next(self) -> Event:
        return self._next()

    def end(self) -> None:
        """Refuse whatever follows the content: a second document."""
        event = self._next()
        while isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._report.error(
                event,
                "several-documents",
                "A second YAML document starts here, and is not read.",
                "Delete the line ---, or move what follows into a file of its own.",
            )

    def node(self, event: Event, depth: int = 1) -> Node | None:
        """Return the node that starts with an event; None when it was refused, as the report then says."""
        if type(event) is ScalarEvent:
            if self._look_closer or event.anchor or event.tag or len(event.value) > MAX_TEXT:
                self._check(event)
            return event
        if type(event) is AliasEvent:
            self._refuse_sign(event, "yaml-alias", "*")
            return None
        if depth >= MAX_DEPTH:
            raise NestingError(event)
        self.check_signs(event)
        return self._items(event, depth) if type(event) is SequenceStartEvent else self._pairs(event, depth)

    def key(self, event: Event, depth: int = 1) -> ScalarEvent | None:
        """Return the key that starts with an event; None when it was refused."""
        key = self.node(event, depth)
        if key is None or type(key) is ScalarEvent:
            return key
        self._refuse_key(event)
        return None

    def check_signs(self, event: Event) -> None:
        """Refuse the anchor and the tag of a node."""
        if getattr(event, "anchor", None):
            self._refuse_sign(event, "yaml-anchor", "&")
        if getattr(event, "tag", None):
            self._refuse_sign(event, "yaml-tag", "!")

    def _items(self, start: Event, depth: int) -> Items:
        nodes = []
        while type(event := self._next()) is not SequenceEndEvent:
            node = self.node(event, depth + 1)
            if node is not None:
                nodes.append(node)
        return Items(start, event, nodes)

    def _pairs(self, start: Event, depth: int) -> Pairs:
        entries: dict[str, tuple[ScalarEvent, Node]] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self.node(event, depth + 1)
            value = self.node(self._next(), depth + 1)
            if type(key) is not ScalarEvent:
                if key is not None:
                    self._refuse_key(event)
            elif key.value in entries:
                self.refuse_second(key)
            elif value is not None:
                entries[key.value] = key, value
        return Pairs(start, event, entries)

    def refuse_second(self, key: ScalarEvent) -> None:
        """Refuse a key that has been there before."""
        message = f"{quoted(key.value)} stands here a second time."
        self._report.error(key, "duplicate-key", message, "Keep one of the two.")

    def _refuse_key(self, event: Event) -> None:
        self._report.error(
            event,
            "wrong-shape",
            "A key must be text, and here it is a list or a group of keys.",
            "Put the whole value in quotes if it is meant to begin with a bracket or a brace.",
        )

    def _check(self, scalar: ScalarEvent) -> None:
        self.check_signs(scalar)
        if len(scalar.value) > MAX_TEXT:
            self._report.error(
                scalar,
                "text-too-long",
                f"This text has {len(scalar.value):,} characters; at most {MAX_TEXT:,} are read.",
                "Make several notes of it.",
            )
        if self._spoiled and REPLACEMENT in scalar.value:
            self._report.count_error()
        elif scalar.style == '"' and not is_clean(scalar.value):
            self._report.error(
                scalar,
                "control-character",
                "An escape in this text stands for a character that could act on the terminal.",
                r"Delete it; write \\ for a backslash.",
            )
        end = scalar.end_mark
        if end and scalar.style not in _QUOTED_OR_BLOCK and (hash_sign := _SWALLOWED.match(self._text, end.index)):
            self._report.warning_at(
                end.line + 1,
                end.column + len(hash_sign[0]),
                "swallowed-by-hash",
                "From the # on, YAML takes this for a comment, so it is no part of the text.",
                "Put the whole text in quotes, or write a space after the # of a comment.",
            )

    def _refuse_sign(self, event: Event, rule: str, sign: str) -> None:
        self._report.error(
            event,
            rule,
            f"A value that begins with {sign} is a YAML {rule.removeprefix('yaml-')}, which decks do without.",
            "Put the value in quotes if it is text; otherwise write it out.",
        )


def start_of(node: Node) -> Event:
    """Return the event at which a node starts."""
    return node if isinstance(node, ScalarEvent) else node.start
