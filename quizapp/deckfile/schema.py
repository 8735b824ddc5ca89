"""The JSON Schema (draft 2020-12) of a deck file, made of the table of keys, for editors to complete and check by.

An editor's YAML makes numbers, booleans and nothing of words that the reader takes as texts, so a text may be any of
these. Of what the schema passes, the reader still refuses what no schema can tell:

- what notes have in common: an id, a question,
- what the values of a note have in common: an option or an item that repeats, a `last` that is no option, more than 26
  options under two keys, a unit beside a number that has one, `accept` beside several gaps,
- what a text means: the gaps of a cloze, a number, how far off an answer may be,
- what a YAML reader does not show: an empty value beside `~`, `True` beside `true`, a comment that took part of a text,
  a comma that cut a number, an id that is a number with a sign, anchors, tags, merge keys.

The other way about, it refuses the id `null`, and an id whose accents are characters of their own, which the reader
puts together; and it knows the levels of checks, of which the linter tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from quizapp.deckfile.keys import CHECK, CHECKS, DECK_KEYS
from quizapp.deckfile.kind import NoteKind
from quizapp.deckfile.kinds import KINDS
from quizapp.deckfile.nodes import MAX_TEXT
from quizapp.deckfile.shapes import (
    Example,
    GroupKey,
    Key,
    NotesKey,
    TextKey,
    TextOrGroupKey,
    TextOrTextsKey,
    TextsKey,
    TruthKey,
)

Schema: TypeAlias = dict[str, object]

_ID_SCALARS = ["string", "number", "boolean"]
_SCALARS = [*_ID_SCALARS, "null"]

# patternErrorMessage is no word of JSON Schema, and validators pass over it; the language servers for JSON and YAML
# that most editors run show it in place of the pattern.
_NOT_EMPTY: Schema = {"pattern": r"\S", "patternErrorMessage": "Write its text, or delete it."}
_TRUE_OR_FALSE: Schema = {"pattern": "^(true|false)$", "patternErrorMessage": "Write true or false."}
_NO_ID = "An id has letters and digits, with - _ . between, up to 80 in all."


def deck_schema(checks: Mapping[str, str] | None = None) -> Schema:
    """Return the schema as JSON would have it.

    Args:
        checks: the names of the checks there are, with what each finds, for editors to offer.
    """
    known = tuple(replace(CHECK, name=name, says=finds) for name, finds in (checks or {}).items())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:quizapp:deck",
        "title": "A deck of quizapp",
        "description": "Notes that become cards, and what they were written from.",
        **_group([replace(CHECKS, keys=known) if key is CHECKS else key for key in DECK_KEYS]),
        "$defs": {"note": _note()} | {kind.kind.value: _note_of(kind) for kind in KINDS},
    }


def _note() -> Schema:
    """Return what a note of any kind may be.

    The first marker in it says its kind, so that an editor complains of what does not fit that kind and not of all
    kinds. A note without a marker is none of these, and `oneOf` is there for editors to offer every kind.
    """
    note: Schema = {"oneOf": [_reference(kind) for kind in KINDS]}
    for kind in reversed(KINDS[1:]):
        note = {"if": {"type": "object", "required": [kind.marker.name]}, "then": _reference(kind), "else": note}
    return note


def _reference(kind: NoteKind) -> Schema:
    return {"$ref": f"#/$defs/{kind.kind.value}"}


def _note_of(kind: NoteKind) -> Schema:
    return {"title": f"{kind.kind.value} note", **_group(kind.table)}


def _group(keys: Sequence[Key], others: Key | None = None) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {key.name: _entry(key) for key in keys},
        "additionalProperties": False if others is None else _entry(others),
    }
    if required := [key.name for key in keys if key.lack]:
        schema["required"] = required
    return schema


def _entry(key: Key) -> Schema:
    """Return what the value of a key may be, and what to say of it."""
    entry: Schema = {"description": key.says, **_value(key)}
    if key.examples:
        entry["examples"] = [_example(key, example) for example in key.examples]
    return entry


def _example(key: Key, example: Example) -> object:
    if isinstance(key, TruthKey):
        return example == "true"
    return list(example) if isinstance(example, tuple) else example


def _value(key: Key) -> Schema:
    match key:
        case NotesKey():
            return {"type": "array", "items": {"$ref": "#/$defs/note"}, "minItems": 1}
        case TruthKey():
            return {"type": ["boolean", "string"], **_TRUE_OR_FALSE}
        case TextKey():
            if key.one_of:
                return {"enum": list(key.one_of)}
            return _id(key.pattern) if key.pattern else _text()
        case TextOrTextsKey():
            return {"anyOf": [_text(), _texts(key)]}
        case TextsKey():
            return _texts(key)
        case TextOrGroupKey():
            return {"anyOf": [_value(key.keys[0]), _group(key.keys, key.others)]}
        case GroupKey():
            return _group(key.keys, key.others)
        case _:
            raise ValueError(key)


def _text() -> Schema:
    return {"type": _SCALARS, **_NOT_EMPTY, "maxLength": MAX_TEXT}


def _id(pattern: str) -> Schema:
    return {"type": _ID_SCALARS, "pattern": _javascript(pattern), "patternErrorMessage": _NO_ID}


def _texts(key: TextsKey) -> Schema:
    schema: Schema = {"type": "array", "items": _text()}
    if key.fewest:
        schema["minItems"] = key.fewest
    if key.most is not None:
        schema["maxItems"] = key.most
    return schema


def _javascript(pattern: str) -> str:
    r"""Return a pattern for a whole text as JSON Schema has it: in JavaScript, \w are letters of English alone."""
    return f"^{pattern}$".replace(r"[^\W_]", r"[\p{L}\p{N}]").replace(r"\w", r"\p{L}\p{N}_")
