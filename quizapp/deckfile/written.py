"""A note as its author writes it: keys and texts, in the words of the deck file.

The form, the studio, `quizapp add` and the writer all pass notes around like this. What the texts mean, and whether
they make a note at all, is the reader's to say: `read_note` asks it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from yaml import ScalarEvent

from quizapp.deckfile.fields import BLOCK_STYLES
from quizapp.deckfile.keys import DECK_KEYS, SOURCE_KEYS
from quizapp.deckfile.located import Located
from quizapp.deckfile.nodes import Items, Node
from quizapp.deckfile.parse import parse_deck
from quizapp.deckfile.scalars import flow_list, write_item, write_list, write_text
from quizapp.model import Note
from quizapp.problem import Problem

NoteFields = Mapping[str, str | tuple[str, ...]]
"""A note's keys with their texts, or lists of texts, as in the file; a key that is not written is absent.

Truth is a text too: `{"bidirectional": "true"}`.
"""

KEY_ORDER: Final = (
    "id",
    "question",
    "cloze",
    "statement",
    "answer",
    "choices",
    "last",
    "number",
    "unit",
    "within",
    "items",
    "ordered",
    "holds",
    "bidirectional",
    "accept",
    "hint",
    "explain",
    "where",
    "tags",
)
"""The order in which a note's keys are read best: what is asked, what is right, what helps, where it is from."""

HEAD_ORDER: Final = tuple(key.name for key in DECK_KEYS)
SOURCE_ORDER: Final = tuple(key.name for key in SOURCE_KEYS)

INDENT: Final = "  "
"""What stands before the dash of a note."""

TRUTHS: Final = frozenset({"true", "false"})
TRUTH_KEYS: Final = frozenset({"bidirectional", "ordered", "holds"})

_HEAD = "deck: a-note\nnotes:\n"
_HEAD_LINES = _HEAD.count("\n")


def fields_of(entries: Located) -> dict[str, str | tuple[str, ...]]:
    """Return what the file says of a note, in its order."""
    return {name: _said(node) for name, (_, node) in entries.entries.items()}


def render_note(fields: NoteFields, indent: str = INDENT) -> str:
    """Return the lines of a note in canonical form, its dash after `indent`: the form that `quizapp fmt` gives."""
    if not fields:
        return f"{indent}- {{}}\n"
    entries = (f"\n{indent}  ".join(entry_lines(fields, f"{indent}  "))).rstrip("\n")
    return f"{indent}- {entries}\n"


def entry_lines(fields: NoteFields, indent: str) -> list[str]:
    """Return each key with its value, in the canonical order; lines after the first of a value carry the indent."""
    return [write_entry(name, fields[name], indent) for name in in_order(fields, KEY_ORDER)]


def write_entry(name: str, value: str | tuple[str, ...], indent: str) -> str:
    """Return a key and its value, for a place behind `indent`."""
    written = write_value(name, value, indent)
    return f"{write_item(name)}:{'' if written.startswith(chr(10)) else ' '}{written}"


def write_value(name: str, value: str | Sequence[str], indent: str) -> str:
    """Return the value of a key in block style; one that begins with a line feed stands below its key."""
    if not isinstance(value, str):
        return write_list(value, indent)
    return value if _is_truth(name, value) else write_text(value, indent)


def render_in_braces(fields: NoteFields) -> str:
    """Return a note on one line, for a file that has its notes in brackets."""
    return "{" + ", ".join(f"{write_item(name)}: {flow_value(name, fields[name])}" for name in fields) + "}"


def flow_value(name: str, value: str | tuple[str, ...]) -> str:
    """Return the value of a key on one line, safe inside brackets and braces."""
    if not isinstance(value, str):
        return flow_list(value)
    return value if _is_truth(name, value) else write_item(value)


def read_note(fields: NoteFields, path: str = "") -> tuple[Note | None, tuple[Problem, ...]]:
    """Return the note that fields make, None when the reader refuses them, and what is wrong.

    Lines and columns of the problems count in what `render_note` gives; `key_on_line` tells the key of one.
    """
    parsed = parse_deck(_HEAD + render_note(fields), path or "note")
    problems = tuple(
        replace(problem, path=path, line=max(problem.line - _HEAD_LINES, 0), fix=()) for problem in parsed.problems
    )
    return (parsed.notes[0] if parsed.notes else None), problems


def key_on_line(fields: NoteFields, line: int) -> str:
    """Return the key that a line of `render_note` belongs to, from 1; the first one's for a line that is none."""
    names = in_order(fields, KEY_ORDER)
    for name, entry in zip(names, entry_lines(fields, INDENT), strict=True):
        line -= entry.count("\n") + 1
        if line <= 0:
            return name
    return names[0] if names else ""


def in_order(names: Mapping[str, object], order: Sequence[str]) -> list[str]:
    """Return the names in an order, and those it does not have behind, as they were."""
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _is_truth(name: str, value: str) -> bool:
    return name in TRUTH_KEYS and value in TRUTHS


def _said(node: Node) -> str | tuple[str, ...]:
    if isinstance(node, Items):
        return tuple(text_of(item) for item in node.nodes if isinstance(item, ScalarEvent))
    return text_of(node) if isinstance(node, ScalarEvent) else ""


def text_of(scalar: ScalarEvent) -> str:
    """Return what the reader takes a scalar for: less the line ends that close a block."""
    return scalar.value.rstrip("\n") if scalar.style in BLOCK_STYLES else scalar.value
