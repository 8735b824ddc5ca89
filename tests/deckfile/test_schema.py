"""The schema and the reader say the same of a deck, but for what no schema can tell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import pytest
import regex
import yaml
from deck_builders import as_yaml, broken, some_deck
from deck_texts import deck_text
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from quizapp import help as manual
from quizapp.deckfile.keys import DECK_KEYS, ID_PATTERN
from quizapp.deckfile.kinds import KINDS
from quizapp.deckfile.parse import parse_deck
from quizapp.deckfile.schema import deck_schema
from quizapp.deckfile.shapes import GroupKey, Key

SCHEMA = deck_schema({"a-check": "Something is wrong."})

BEYOND_A_SCHEMA = {
    "duplicate-id": "id: x\nquestion: Q\nanswer: a\n---\nid: x\nquestion: R\nanswer: a",
    "duplicate-note": "question: Q\nanswer: a\n---\nquestion: Q\nanswer: b",
    "repeated-option": "question: Q\nanswer: a\nchoices: [A]",
    "unknown-last": "question: Q\nanswer: a\nchoices: [b]\nlast: c",
    "too-many-options": f"question: Q\nanswer: [a, b]\nchoices: [{', '.join(f'c{n}' for n in range(25))}]",
    "repeated-item": "question: Q\nitems: [a, b, A]",
    "bad-number": "question: Q\nnumber: many",
    "bad-tolerance": "question: Q\nnumber: 5\nwithin: roughly",
    "two-units": "question: Q\nnumber: 5 km\nunit: km",
    "accept-for-many-gaps": "cloze: a {{b}} and {{c}}\naccept: d",
    "cloze-without-gap": "cloze: no gap",
    "cloze-unclosed-gap": "cloze: a {{b",
    "cloze-unopened-gap": "cloze: a b}}",
    "cloze-nested-gap": "cloze: a {{b {{c}} d}}",
    "cloze-empty-gap": "cloze: a {{}}",
    "cloze-three-braces": "cloze: a {{{b}}}",
    "cloze-group-or-text": "cloze: a {{1:30}}",
    "cloze-anki-gap": "cloze: a {{c1::b}}",
    "empty-text": "question: Q\nanswer:",
    "not-true-or-false": "statement: S\nholds: True",
    "bad-id": "id: -5\nquestion: Q\nanswer: a",
    "swallowed-by-hash": "question: Q\nanswer: the #1 reason",
    "number-cut-by-comma": "question: Q\nanswer: a\naccept: [1,200]",
    "control-character": 'question: Q\nanswer: "a\\x1b[2J"',
    "yaml-anchor": "question: Q\nanswer: &a b",
    "yaml-tag": "question: Q\nanswer: !!str b",
}
"""Rules of the reader, each with notes that a schema has to pass."""


class EditorsYaml(yaml.CSafeLoader):
    """YAML 1.2 with its core schema, as editors read it."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("float", r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN", list("-+.")),
):
    EditorsYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", regex.compile(f"^(?:{pattern})$"), first)
EditorsYaml.add_constructor("tag:yaml.org,2002:int", lambda loader, node: 1)
EditorsYaml.add_constructor("tag:yaml.org,2002:float", lambda loader, node: 1.5)


def _matches(validator: Any, pattern: str, value: object, schema: object) -> Iterator[ValidationError]:
    r"""Hold a text to a pattern as JavaScript reads it: `re` knows no \p{L}."""
    if isinstance(value, str) and not regex.search(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


VALIDATOR = extend(Draft202012Validator, {"pattern": _matches})(SCHEMA)


def is_valid(text: str) -> bool:
    return bool(VALIDATOR.is_valid(yaml.load(text, EditorsYaml)))


def rules_of(text: str) -> set[str]:
    return {problem.rule for problem in parse_deck(text, "test.yaml").problems}


def test_the_schema_is_one_of_its_draft() -> None:
    formats = FormatChecker(formats=())
    formats.checks("regex", raises=regex.error)(lambda pattern: bool(regex.compile(pattern)))
    formats.checks("uri", raises=ValueError)(lambda uri: ":" in uri)
    Draft202012Validator.check_schema(SCHEMA, format_checker=formats)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@given(st.randoms())
def test_both_take_a_valid_deck(random: Random) -> None:
    text = as_yaml(random, some_deck(random))
    assert rules_of(text) == set(), text
    VALIDATOR.validate(yaml.load(text, EditorsYaml))


@given(st.randoms(), st.integers(1, 3))
def test_both_say_the_same_of_a_broken_deck(random: Random, changes: int) -> None:
    deck = some_deck(random)
    for _ in range(changes):
        broken(random, deck)
    text = as_yaml(random, deck)
    rules = rules_of(text)
    if is_valid(text):
        assert rules <= BEYOND_A_SCHEMA.keys() - {"bad-id", "empty-text", "not-true-or-false"}, text
    else:
        assert rules, text


@pytest.mark.parametrize(("rule", "notes"), BEYOND_A_SCHEMA.items())
def test_what_no_schema_can_tell_the_reader_tells(rule: str, notes: str) -> None:
    text = deck_text(*notes.split("\n---\n"))
    assert rules_of(text) == {rule}
    assert is_valid(text)


@pytest.mark.parametrize("head", ["deck: null\n", "deck: e\u0301tude\n", "deck: d\nchecks: {a: sometimes}\n"])
def test_what_the_schema_refuses_alone(head: str) -> None:
    text = deck_text("question: Q\nanswer: a", head=head)
    assert rules_of(text) == set()
    assert not is_valid(text)


def test_letters_and_digits_of_an_id_are_the_same_to_both() -> None:
    every = map(chr, range(0x110000))
    assert all(one.isalnum() == (unicodedata.category(one)[0] in "LN") for one in every)
    assert r"[^\W_][\w.-]" in ID_PATTERN


@pytest.mark.parametrize("path", sorted(Path("decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_decks_are_valid(path: Path) -> None:
    VALIDATOR.validate(yaml.load(path.read_text(encoding="utf-8"), EditorsYaml))


def every_key() -> Iterator[tuple[str, Key]]:
    """Yield all keys there are, each with where it may stand."""
    for kind in KINDS:
        yield from ((kind.kind.value, key) for key in kind.table)
    waiting: list[tuple[str, Key]] = [("deck", key) for key in DECK_KEYS]
    while waiting:
        where, key = waiting.pop()
        yield where, key
        if isinstance(key, GroupKey):
            waiting += [(key.name, inner) for inner in (*key.keys, *filter(None, [key.others]))]


@pytest.mark.parametrize("key", [pytest.param(key, id=f"{where}-{key.name}") for where, key in every_key()])
def test_every_key_says_what_it_is_for_in_sentences_and_stands_in_the_manual(key: Key) -> None:
    assert key.says.endswith(".")
    assert f"`{key.name}" in manual.read("decks") or key.name.startswith("(")


@given(st.randoms(), st.sampled_from(KINDS))
def test_every_example_of_a_kind_is_taken(random: Random, kind: Any) -> None:
    note = {key.name: random.choice(key.examples) for key in kind.table if key.lack or random.random() < 0.5}
    note = {name: list(value) if isinstance(value, tuple) else value for name, value in note.items()}
    text = as_yaml(random, {"deck": "d", "notes": [note]})
    assert rules_of(text) <= {"unknown-last", "two-units", "repeated-option", "accept-for-many-gaps"}, text
    assert is_valid(text)
