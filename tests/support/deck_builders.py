"""Decks as data, made and broken at random, and written as YAML in any style.

A deck is a dict as its YAML has it: every text a str, every list a list. The random numbers are the caller's, so that
Hypothesis can draw them (`st.randoms()`) and a long run can be seeded.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from quizapp.deckfile.keys import LONGEST_ID, MOST_ITEMS, MOST_OPTIONS
from quizapp.deckfile.nodes import MAX_TEXT

Group = dict[str, Any]
Build = Callable[[Random], Group]

TEXTS = (
    *("Bonn", "No", "null", "~", "true", "False", "1500", "0x1F", "1_000", "010", "1.10", "1e3", ".inf", "2024-02-30"),
    *("12:30", "[x] done", "the #1 reason", "Note: this", "=SUM(A1)", "- a dash", "{{not a gap}}", "it's", 'say "x"'),
    *("北京", "قاهرة", "e\u0301tude", "👩‍👩‍👧", "a\nb", "a, b", "!tag", "&c", "*d", "@e", "`f`", "%g", "?", "|", ">"),
)
"""What people write, and what a YAML reader takes for something else."""

IDS = ("qdii", "2018", "1.5", "a_b-c.d", "北京", "étude", "x" * LONGEST_ID, "true", "No")
NO_IDS = ("a b", "-x", ".5x", "_x", "a/b", "“x”", "x" * (LONGEST_ID + 1), "", " ", "c’est")


def some_text(random: Random) -> str:
    return f"{random.choice(TEXTS)} {random.randrange(10_000)}" if random.random() < 0.7 else random.choice(TEXTS)


def some_texts(random: Random, fewest: int, most: int) -> list[str]:
    """Return texts that differ whatever their case."""
    return [f"{random.choice(TEXTS)} {number}" for number in range(random.randint(fewest, most))]


def _text_or_texts(random: Random) -> str | list[str]:
    return some_text(random) if random.random() < 0.5 else some_texts(random, 0, 3)


def _question(random: Random) -> Group:
    note: Group = {"question": some_text(random), "answer": some_text(random)}
    _perhaps(random, note, bidirectional=_truth, accept=_text_or_texts)
    return note


def _cloze(random: Random) -> Group:
    gaps = random.choice(("{{one}}", "{{1:one}} and {{1:two::hint}}", "{{one}} and {{two}}", r"{{std\::vector}}"))
    note: Group = {"cloze": f"{random.randrange(10_000)} {gaps}"}
    if "} and" not in gaps:
        _perhaps(random, note, accept=_text_or_texts)
    return note


def _choice(random: Random) -> Group:
    options = some_texts(random, 2, 8)
    right = random.randint(1, len(options) - 1)
    note: Group = {"question": some_text(random), "answer": options[:right], "choices": options[right:]}
    if right == 1 and random.random() < 0.7:
        note["answer"] = options[0]
    _perhaps(random, note, last=lambda random: random.choice(options))
    return note


def _number(random: Random) -> Group:
    note: Group = {"question": some_text(random), "number": random.choice(("6,650", "8.5", "42", "42 billion"))}
    _perhaps(random, note, unit=lambda _: "km", within=lambda random: random.choice(("2", "2 %", "0.5")))
    return note


def _list(random: Random) -> Group:
    note: Group = {"question": some_text(random), "items": some_texts(random, 2, 6)}
    _perhaps(random, note, ordered=_truth)
    return note


def _statement(random: Random) -> Group:
    return {"statement": some_text(random), "holds": _truth(random)}


def _truth(random: Random) -> str:
    return random.choice(("true", "false"))


def _perhaps(random: Random, group: Group, **entries: Callable[[Random], Any]) -> None:
    group.update({key: build(random) for key, build in entries.items() if random.random() < 0.4})


KINDS: tuple[Build, ...] = (_question, _cloze, _choice, _number, _list, _statement)


def some_note(random: Random) -> Group:
    """Return a note of any kind that the reader takes, its keys in any order."""
    note = random.choice(KINDS)(random)
    _perhaps(
        random,
        note,
        hint=some_text,
        explain=some_text,
        where=some_text,
        tags=lambda random: some_texts(random, 0, 3),
    )
    return _shuffled(random, note)


def some_deck(random: Random, notes: int = 4) -> Group:
    """Return a deck of up to so many notes that the reader takes, and that each have an id."""
    deck: Group = {"deck": random.choice(IDS), "notes": [some_note(random) for _ in range(random.randint(1, notes))]}
    _perhaps(
        random, deck, title=some_text, source=_source, tags=lambda random: some_texts(random, 0, 3), checks=_checks
    )
    for note, note_id in zip(deck["notes"], random.sample(IDS, len(deck["notes"])), strict=True):
        note["id"] = note_id
    return _shuffled(random, deck)


def _source(random: Random) -> Group:
    source: Group = {}
    _perhaps(random, source, **dict.fromkeys(("title", "publisher", "author", "date", "url"), some_text))
    return source


def _checks(random: Random) -> Group:
    level = random.choice(("off", "hint", "warning", "error"))
    return random.choice(({}, {"a-check": level}, {"a-check": {}}, {"a-check": {"level": level, "words": "12"}}))


def _shuffled(random: Random, group: Group) -> Group:
    keys = list(group)
    random.shuffle(keys)
    return {key: group[key] for key in keys}


def broken(random: Random, deck: Group) -> None:
    """Change a deck in place, in most cases to one that the reader refuses."""
    groups = [deck, *(note for note in _notes(deck) if isinstance(note, dict))]
    group = random.choice(groups)
    random.choice(_CHANGES)(random, group)


def _notes(deck: Group) -> list[Any]:
    notes = deck.get("notes")
    return notes if isinstance(notes, list) else []


def _add_key(random: Random, group: Group) -> None:
    group[random.choice(("anwser", "Question", "front", "type", " id", "0", "true"))] = some_text(random)


def _add_key_of_another_kind(random: Random, group: Group) -> None:
    key, value = random.choice(list(random.choice(KINDS)(random).items()))
    group.setdefault(key, value)


def _rename_key(random: Random, group: Group) -> None:
    if group:
        group[random.choice(("qestion", "answr", "note", "decks", "item"))] = group.pop(random.choice(list(group)))


def _drop_key(random: Random, group: Group) -> None:
    if group:
        del group[random.choice(list(group))]


def _change_shape(random: Random, group: Group) -> None:
    lists = ([], ["a"], ["a", "b"], ["a", ""], [["a", "b"]], [{"a": "b"}])
    _set_any(random, group, random.choice(("text", "true", {}, {"a": "off"}, {"title": ["a"]}, *lists)))


def _empty_text(random: Random, group: Group) -> None:
    _set_any(random, group, random.choice(("", " ", "\n", " \n ")))


def _bad_id(random: Random, group: Group) -> None:
    group["deck" if "notes" in group else "id"] = random.choice(NO_IDS)


def _bad_truth(random: Random, group: Group) -> None:
    present = [key for key in ("bidirectional", "ordered", "holds") if key in group]
    if present:
        group[random.choice(present)] = random.choice(("yes", "no", "maybe", "1", "truee", "tru"))


def _other_length(random: Random, group: Group) -> None:
    lists = [key for key, value in group.items() if isinstance(value, list) and key != "notes"]
    if lists:
        lengths = (0, 1, 2, MOST_ITEMS, MOST_ITEMS + 1, MOST_OPTIONS + 1)
        group[random.choice(lists)] = [f"text {number}" for number in range(random.choice(lengths))]


def _long_text(random: Random, group: Group) -> None:
    _set_any(random, group, "x" * (MAX_TEXT + random.randint(0, 1)))


def _other_note(random: Random, group: Group) -> None:
    notes = _notes(group)
    if notes:
        notes[random.randrange(len(notes))] = random.choice(("text", [], ["a"], {}, [{"question": "Q", "answer": "a"}]))


def _set_any(random: Random, group: Group, value: Any) -> None:
    if group:
        group[random.choice(list(group))] = value


_CHANGES = (
    _add_key,
    _add_key_of_another_kind,
    _rename_key,
    _drop_key,
    _change_shape,
    _empty_text,
    _bad_id,
    _bad_truth,
    _other_length,
    _long_text,
    _other_note,
)


def as_yaml(random: Random, deck: Group) -> str:
    """Return a deck as YAML: lists and groups in either style, texts plain, in quotes or as a block."""
    return "".join(f"{_key(key)}:{_value(random, value, 0)}\n" for key, value in deck.items())


def _value(random: Random, value: Any, indent: int) -> str:
    if isinstance(value, str):
        return f" {_scalar(random, value, indent)}"
    if not value or (random.random() < 0.4 and _is_flat(value)):
        return f" {_flow(random, value)}"
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        return "".join(f"\n{inner}{_key(key)}:{_value(random, held, indent + 2)}" for key, held in value.items())
    return "".join(f"\n{inner}-{_item(random, item, indent + 2)}" for item in value)


def _item(random: Random, item: Any, indent: int) -> str:
    block = _value(random, item, indent)
    return " " + block.lstrip("\n ") if block.startswith("\n") else block


def _is_flat(value: Any) -> bool:
    return all(isinstance(item, str) for item in (value.values() if isinstance(value, dict) else value))


def _flow(random: Random, value: Any) -> str:
    if isinstance(value, str):
        return _scalar(random, value, None)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(random, held)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(_flow(random, item) for item in value) + "]"


def _key(key: str) -> str:
    return key if _is_plain(key) else json.dumps(key, ensure_ascii=False)


def _scalar(random: Random, text: str, indent: int | None) -> str:
    """Return a text as a scalar; in brackets where `indent` is None."""
    style = random.random()
    if style < 0.6 and _is_plain(text):
        return text
    if style < 0.8 and text.strip() == text and text and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style > 0.9 and indent is not None and text.strip() == text and text:
        return "|-\n" + "\n".join(" " * (indent + 2) + line for line in text.split("\n"))
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Tell whether a text can stand bare, in brackets and out of them."""
    if not text or "#" in text or "\n" in text:
        return False
    try:
        read = yaml.load(f"[{{k: {text}}}, {text}]", yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return bool(read == [{"k": text}, text])
